"""The register of norms in force; other tasks, functions, rights and duties come from it (O.2, O.9)."""
