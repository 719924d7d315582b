"""Unload: the unloading-week system for runners and their coaches."""
