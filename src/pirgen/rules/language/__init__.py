"""Judges words: phrasings that blame, titles of actions, and names of people."""
