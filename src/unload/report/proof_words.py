"""Speak for a back-test: its sentences, filled with the numbers of the test, and its figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unload.model.phrase import Phrase, Value
from unload.model.proof import Estimate
from unload.report.figures import percent
from unload.report.words import Words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the back-test's sentences, filled with the numbers of the test."""

    words: Words
    numbers: Mapping[str, float]

    def say(self, key: str, **values: Value) -> str:
        return self.words.say(Phrase(f"proof.{key}", values))

    def rule(self, name: str) -> str:
        """A rule's name; a signal that this page has no words for keeps its own."""
        key = f"rules.{name}"
        return self.say(key) if f"proof.{key}" in self.words.text else name.replace("_", " ")

    def heads(self, part: str, *names: str) -> tuple[str, ...]:
        return tuple(self.say(f"{part}.head.{name}") for name in names)

    def share(self, estimate: Estimate) -> str:
        """A share in percent with its interval."""
        return self._with(estimate, lambda x: percent(x, 1))

    def rate(self, estimate: Estimate) -> str:
        """A plain number with its interval."""
        return self._with(estimate, lambda x: f"{x:.2f}")

    def _with(self, estimate: Estimate, shown: Callable[[float], str]) -> str:
        if estimate.value is None or estimate.low is None or estimate.high is None:
            return self.say("nobody")
        low, high = shown(estimate.low), shown(estimate.high)
        return f"{shown(estimate.value)} ({low.removesuffix(' %')} to {high.removesuffix(' %')})"
