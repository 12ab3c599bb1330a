"""What a book says, outside of its site: as text for a terminal or a chat, and as data for other programs."""
