"""Tests of the pages of legality of acts."""
