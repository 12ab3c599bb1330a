"""Minimal cut sets of fault trees, exactly where a budget allows it (IEC 61025, NUREG-0492)."""
