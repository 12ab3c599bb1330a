"""DOT out, Graphviz run in a process of its own."""
