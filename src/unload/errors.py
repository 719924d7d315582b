"""What can go wrong: Problem, a value for bad data, and exceptions for wrong use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A piece of bad data that was set aside: where it stands, what is wrong, what to do.

    Bad data never raises. It travels beside the good data and is shown to the runner, so that
    imported + duplicate + quarantined always equals what was seen.
    """

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class UnloadError(Exception):
    """Wrong use: shown to the user as one sentence, never as a traceback."""


class NoSuchPath(UnloadError):
    """There is no file or folder of that name."""


class NoRuns(UnloadError):
    """The path was read and holds no run."""


class UnknownFormat(UnloadError):
    """No importer, or more than one, claims a file."""


class KnowledgeError(UnloadError):
    """The knowledge files contradict the code or themselves; the program must not start."""
