"""pirgen: structured incident reviews become a searchable site."""

__version__ = "0.1.0"
