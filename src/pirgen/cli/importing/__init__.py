"""What `pirgen import` writes: drafts of what other tools export, and the files of what pirgen wrote as JSON."""
