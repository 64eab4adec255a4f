"""The law as code: catalogue, competence, terms, coverage. Pure Python: no framework, no database, no clock."""
