"""Tests of look-ups in outside registers."""
