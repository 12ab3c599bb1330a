"""What `pirgen import` writes: drafts of other tools' exports, and the files of what pirgen wrote as JSON."""
