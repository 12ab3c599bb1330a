"""The fault tree, drawn and as an outline in words."""
