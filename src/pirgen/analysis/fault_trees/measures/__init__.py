"""How likely the top is, and how much each factor matters."""
