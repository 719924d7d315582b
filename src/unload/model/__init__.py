"""The nouns: frozen dataclasses that every room shares; no I/O and no clock."""
