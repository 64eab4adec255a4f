"""May this actor do this, on this subject, today? And what may this actor see?"""
