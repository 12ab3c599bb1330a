"""Words on drawings: how wide they are, and how instants and Markdown read there."""
