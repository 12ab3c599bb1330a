"""What is made from the form for people and editors: JSON Schemas, snippets, the reference of the guide."""
