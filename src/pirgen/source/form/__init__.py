"""The form of the files: every key, what it takes and what it means, declared once."""
