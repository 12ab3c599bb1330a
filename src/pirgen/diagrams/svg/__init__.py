"""SVG as our pages take it."""
