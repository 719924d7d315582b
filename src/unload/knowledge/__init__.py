"""What Unload believes, as data: numbers, body facts, red flags, words, and where each is from."""

from unload.knowledge.reader import load_knowledge

__all__ = ["load_knowledge"]
