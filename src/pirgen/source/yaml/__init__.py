"""A YAML text as located values: what it holds, what YAML itself would misread, and the slips that stop it."""
