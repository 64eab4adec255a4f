"""The register of supervised bodies and their officials: history on one card, duplicates merged (O.7.1)."""
