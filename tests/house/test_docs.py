"""The documents do not promise a command that is not there, nor name anybody's machine."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import unload.cli
from house.blueprint import PROGRAMS, ROOT, SRC, TESTS, listed, place
from unload import service
from unload.importers.answers import read_answers

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:python3 run |uv run )?unload [^`]+)`")
COMMAND = re.compile(r"^\s*(?:\$ )?(?:python3 run |uv run )?(unload .*?)(?:\s+#.*)?$", re.MULTILINE)
# A folder of somebody's machine, or the host of a registry; spelt so as not to find itself.
FOREIGN = re.compile(
    r"/(?:work|root|home|opt|simple)[/]|[/\\]Users[/\\]|py[p]i[.]|python[h]osted|registry[.]npm"
)
WRITTEN = {".md", ".py", ".toml", ".svg", ".json", ".csv", ".yml", ""}


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def program() -> click.Group:
    """The command group that `unload` is."""
    return next(value for value in vars(unload.cli).values() if isinstance(value, click.Group))


def commands_in(text: str) -> Iterator[str]:
    """Every line of a fenced block and every inline code that starts the program."""
    for block in FENCE.findall(text):
        yield from (found[1] for found in COMMAND.finditer(block))
    for found in INLINE.finditer(FENCE.sub("", text)):
        yield found[1].removeprefix("python3 run ").removeprefix("uv run ")


def fault_of(line: str, group: click.Group) -> str | None:
    """What a documented command asks for that the program does not have, or None."""
    command: click.Command = group
    for word in shlex.split(line.split("|", maxsplit=1)[0], comments=True)[1:]:
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
        if word.startswith("--") and word.split("=")[0] not in known:
            return f"{line!r}: no option {word}"
        if isinstance(command, click.Group) and not word.startswith("-"):
            if word not in command.commands:
                return f"{line!r}: no command {word}"
            command = command.commands[word]
    return None


def written_files() -> list[Path]:
    """Every text a reader of the repository may open, hidden and made ones left out."""
    folders = (SRC, TESTS, ROOT / "docs", ROOT / ".ci", *PROGRAMS)
    below = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not any(n.startswith(".") for n in path.relative_to(folder).parts)
    ]
    top = [ROOT / "run", ROOT / "pyproject.toml", *ROOT.glob("*.md")]
    return sorted(p for p in (*below, *top) if p.suffix in WRITTEN)


def test_every_documented_command_exists() -> None:
    """Every `unload ...` in a document is a command of the program, with options it has."""
    group = program()
    faults = [
        f"{place(path)}: {fault}"
        for path in documents()
        for line in commands_in(path.read_text(encoding="utf-8"))
        if (fault := fault_of(line, group))
    ]
    assert [] == faults, listed(faults)


def test_every_command_is_documented() -> None:
    """README names every command there is."""
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    words = {line.split()[1] for line in commands_in(told) if len(line.split()) > 1}
    assert set() == set(program().commands) - words


def test_no_file_names_a_machine_or_a_registry() -> None:
    """No text holds a path of somebody's machine or the host of a package registry."""
    faults = [
        f"{place(path, number)}: {line.strip()[:80]}"
        for path in written_files()
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert [] == faults, listed(faults)


def examples(language: str) -> list[str]:
    """The fenced examples of docs/files.md in one language."""
    text = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_example_files_are_read(tmp_path: Path) -> None:
    """The tables and the answers that docs/files.md shows are read without a problem."""
    runs, check_ins = examples("csv")
    (tmp_path / "runs.csv").write_text(runs)
    (tmp_path / "checkins.csv").write_text(check_ins)
    found = service.inspect_path(tmp_path)
    assert () == found.problems
    assert (2, 2) == (found.runs, len(found.reading.check_ins))
    (tmp_path / "me.toml").write_text(examples("toml")[0])
    person, said, problems = read_answers(tmp_path / "me.toml")
    assert () == problems
    assert (57, "calf") == (person.weight_kg, (said[0].spots or ())[0].region)


@pytest.mark.parametrize(
    "line", ["unload dance", "unload --loud week x", "unload week x --louder", "unload why --all"]
)
def test_a_command_that_is_not_there_is_caught(line: str) -> None:
    """A command or option of our imagination is named."""
    group = click.Group(commands=[click.Command("week"), click.Command("why")])
    assert line in (fault_of(line, group) or "")


def test_commands_are_found_where_documents_put_them() -> None:
    """A fenced line, a line after a prompt and inline code are read; plain words are not."""
    text = (
        "Say `unload why NAME` or unload nothing.\n\n"
        "```\n$ unload week runs.csv --json   # a comment\npython3 run unload demo\nls\n```\n"
    )
    found = ["unload week runs.csv --json", "unload demo", "unload why NAME"]
    assert found == list(commands_in(text))
