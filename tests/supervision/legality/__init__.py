"""Tests of legality of acts."""
