"""What several commands share: exit codes, options, the folder they work on, the terminal, writing files."""
