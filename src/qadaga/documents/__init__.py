"""Files, templates, PDF and DOCX, numbering. No legal meaning."""
