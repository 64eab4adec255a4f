"""The law as code: catalogue, competence, terms, coverage. No framework, no database, no clock."""
