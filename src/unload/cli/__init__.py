"""The command line: parse, call one verb of the service, print."""

from unload.cli.program import main

__all__ = ["main"]
