"""Set Django up before a test of the pages imports anything of it."""

import unload.web

__all__ = ["unload"]
