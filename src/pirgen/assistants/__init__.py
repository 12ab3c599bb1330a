"""Door three: assistants. Answers their questions over a folder of incidents, and changes nothing in it."""
