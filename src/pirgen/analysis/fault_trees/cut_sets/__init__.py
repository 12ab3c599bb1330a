"""Minimal cut sets: found, counted and listed."""
