"""What we build on is listed and pinned, and the workflows may do no more than they need."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_schema
from click.testing import CliRunner

from house.blueprint import ROOT, listed, script
from house.test_docs import FOREIGN

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
USES = re.compile(r"^\s*(?:- )?uses: (.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# Triggers that hand a stranger's change the rights of the repository.
TRUSTING = ("pull_request_target", "workflow_run", "secrets.")
SKIPPED = '{"name": "b", "skip_reason": "?"}'
FAULTY = '{"name": "a", "version": "1", "vulns": [{"id": "X-1"}, {"id": "X-2"}]}'


def workflow_faults(text: str) -> list[str]:
    """Actions without a commit, rights beyond reading, and doors for strangers."""
    told: dict[str, Any] = yaml.safe_load(text)
    faults = [f"{used} is no commit" for used in USES.findall(text) if not PINNED.fullmatch(used)]
    rights = [told.get("permissions"), *(job.get("permissions") for job in told["jobs"].values())]
    if rights[0] != {"contents": "read"} or any(rights[1:]):
        faults.append(f"permissions {rights}")
    kept = text.count("actions/checkout@") - text.count("persist-credentials: false")
    return [*faults, *(word for word in TRUSTING if word in text), *["keeps its token"] * kept]


def test_workflows_are_pinned_and_may_only_read() -> None:
    """Every action is a full commit with its version beside it; nothing may write (S41)."""
    faults = [f"{p.name}: {f}" for p in WORKFLOWS for f in workflow_faults(p.read_text("utf-8"))]
    assert [] == faults, listed(faults)
    assert {"ci.yml", "supply.yml"} == {path.name for path in WORKFLOWS}


def test_workflows_say_what_their_reader_understands(tmp_path: Path) -> None:
    """By the schemas of workflows and of Dependabot; a word that is none is found."""
    wrong = tmp_path / "ci.yml"
    wrong.write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "runs-in:"), "utf-8")
    dependabot = GITHUB / "dependabot.yml"
    for schema, files, code in (
        ("vendor.github-workflows", WORKFLOWS, 0),
        ("vendor.github-workflows", [wrong], 1),
        ("vendor.dependabot", [dependabot], 0),
        ("vendor.dependabot", [WORKFLOWS[0]], 1),
    ):
        ended = CliRunner().invoke(check_schema, ["--builtin-schema", schema, *map(str, files)])
        assert code == ended.exit_code, ended.output


def test_workflows_do_nothing_that_is_known_to_be_unwise() -> None:
    """By zizmor at its strictest, and without the network (S41)."""
    zizmor = Path(sys.executable).with_name("zizmor")
    if not zizmor.exists():
        pytest.skip("zizmor is one of the developers' tools: python3 run pytest")
    words = ["--offline", "--no-progress", "--persona", "auditor", "--format", "plain"]
    ran = subprocess.run([zizmor, *words, GITHUB], capture_output=True, text=True, check=False)
    assert 0 == ran.returncode, ran.stdout + ran.stderr


def test_a_trusting_workflow_is_caught() -> None:
    """A tag, the right to write, a stranger's trigger and a kept token are each named."""
    text = (
        "on: pull_request_target\npermissions: {contents: write}\n"
        "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n"
    )
    assert 4 == len(workflow_faults(text))


def test_what_is_pinned_is_renewed() -> None:
    """Dependabot looks after the libraries and after the actions, a week after a release (S41)."""
    told = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))
    watched = {u["package-ecosystem"]: u["cooldown"]["default-days"] for u in told["updates"]}
    assert {"uv": 7, "github-actions": 7} == watched


def test_no_workflow_names_a_machine_or_a_registry() -> None:
    """As everywhere else."""
    texts = [path.read_text("utf-8") for path in GITHUB.rglob("*.yml")]
    assert [] == [found[0] for text in texts for found in FOREIGN.finditer(text)]


@pytest.mark.parametrize(
    ("told", "code", "says"),
    [
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', 0, "None of 1"),
        ('{"dependencies": [{"name": "a", "skip_reason": "?"}]}', 2, "about 1 of 1 libraries"),
        ('{"dependencies": []}', 2, "about 0 of 0"),
        ("", 2, "no answer"),
        (f'{{"dependencies": [{SKIPPED}, {FAULTY}]}}', 1, "a 1: X-1, X-2"),
    ],
)
def test_an_audit_that_asked_about_nothing_is_not_well(told: str, code: int, says: str) -> None:
    """It ends well only if every library was asked about, and none is known bad (S41)."""
    ended, said = script("supply").judged(told)
    assert (code, True) == (ended, says in said), said


def test_the_list_of_libraries_is_whole_and_hashed(tmp_path: Path) -> None:
    """CycloneDX by uv: what we ship with, the versions in use here, a hash of each (S41)."""
    uv = os.environ.get("UV")
    if uv is None:
        pytest.skip("uv tells where it is when it runs the tests: python3 run pytest")
    can = subprocess.run([uv, "export", "--help"], capture_output=True, text=True, check=True)
    if "cyclonedx1.5" not in can.stdout:
        pytest.skip("this uv is too old to list libraries as CycloneDX")
    assert 0 == script("supply").export(uv, "cyclonedx1.5", tmp_path / "sbom.json")
    told = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    found = {part["name"]: part for part in told["components"]}
    assert "CycloneDX" == told["bomFormat"]
    assert (version("django"), version("click")) == (
        found["django"]["version"], found["click"]["version"],
    )  # fmt: skip
    assert "pytest" not in found
    unhashed = [
        name
        for name, part in found.items()
        if not all(file["hashes"] for file in part["externalReferences"])
    ]
    assert [] == unhashed
