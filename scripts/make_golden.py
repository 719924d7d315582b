"""Write tests/golden/decisions.toml, what made-up runners are told, once somebody signs for it.

python3 run python scripts/make_golden.py --sign "why"   prints what changes and writes it
python3 run python scripts/make_golden.py --check        fails where a decision differs

A decision may change because a constant, a rule or a reader did, and whoever changes it says why
in a sentence that stands in the file. Nothing is asked for where no decision differs, though the
knowledge may be another: its version moves with every comma of its texts, and a signature that is
given each time is soon given unread. `knowledge` therefore names the version under which the
decisions were signed last, and `seal` ties them to their sentence, so that neither is changed
without the other.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from athletes import K  # after the path above
from golden.runners import Decisions, decisions

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "decisions.toml"
WORDS_MIN = 5
HEAD = """\
# What made-up runners are told, a line a day; written by scripts/make_golden.py --sign "why".
"""
REFUSED = (
    "Not written. Say in a sentence of your own why these decisions should change:\n"
    'python3 run python scripts/make_golden.py --sign "why"'
)


def golden(path: Path) -> tuple[str, Decisions, bool]:
    """The sentence, the decisions it signs, and whether the seal says that they belong together."""
    if not path.exists():
        return "", {}, False
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    signed, kept = told["signed"], told["runner"]
    return signed, kept, told["seal"] == seal(signed, kept)


def seal(signed: str, kept: Decisions) -> str:
    """What a sentence and the decisions below it come to."""
    text = json.dumps([signed, kept], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def written(signed: str, kept: Decisions) -> str:
    """The whole file."""
    quoted = json.dumps(signed, ensure_ascii=False)  # a basic string of TOML is one of JSON
    head = f'knowledge = "{K.version}"\nsigned = {quoted}\nseal = "{seal(signed, kept)}"\n'
    tables = (
        f"\n[runner.{name}]\n" + "".join(f'{day} = "{told}"\n' for day, told in days.items())
        for name, days in kept.items()
    )
    return HEAD + head + "".join(tables)


def differences(before: Decisions, after: Decisions) -> Iterator[str]:
    """Every day on which somebody is told something else, as two lines."""
    for name in sorted({*before, *after}):
        old, new = before.get(name, {}), after.get(name, {})
        for day in sorted({*old, *new}):
            if old.get(day) != new.get(day):
                yield f"{name} {day}\n  - {old.get(day, '')}\n  + {new.get(day, '')}"


def refused(sentence: str, signed: str) -> bool:
    """Whether a sentence is none, too short to say why, or the one of the change before."""
    return len(sentence.split()) < WORDS_MIN or sentence == signed


def main(words: list[str], path: Path = GOLDEN) -> int:
    said = argparse.ArgumentParser(description="Write what made-up runners are told.")
    said.add_argument("--check", action="store_true", help="write nothing, fail where it differs")
    said.add_argument("--sign", default="", metavar="WHY", help="why decisions should change")
    given = said.parse_args(words)
    signed, before, sealed = golden(path)
    after = decisions()
    changed = list(differences(before, after))
    if sealed and not changed:
        print("Every decision is as it was; there is nothing to sign.")
        return 0
    if not sealed:
        print("The sentence and the decisions were not written together: the seal does not fit.")
    print("\n".join(changed))
    sentence = " ".join(given.sign.split())
    if given.check or refused(sentence, signed):
        print(f"{len(changed)} decisions differ. {REFUSED}")
        return 1
    path.write_text(written(sentence, after), encoding="utf-8")
    print(f"{len(changed)} decisions differ, signed: {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
