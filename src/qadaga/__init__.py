"""Qadaga: the working system of a prosecution service."""
