"""The reader: the shipped knowledge holds, and each way of contradicting it is named."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from unload.errors import KnowledgeError
from unload.knowledge import load_knowledge
from unload.knowledge.checks import OURS
from unload.knowledge.reader import RELEASE, read_knowledge
from unload.model.body import Reach, Tissue, Trigger
from unload.model.constants import constants_of
from unload.model.evidence import Grade

SHIPPED = Path(str(files("unload.knowledge")))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "knowledge"))


@pytest.fixture
def spoil(copy: Path) -> Callable[[str, str, str], str]:
    """Replace one piece of one table and give back what the reader says to it."""

    def spoiled(name: str, old: str, new: str) -> str:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(KnowledgeError) as refused:
            read_knowledge(copy)
        return str(refused.value)

    return spoiled


def test_the_shipped_knowledge_holds() -> None:
    """The knowledge of this release is read without a contradiction."""
    knowledge = load_knowledge()
    assert knowledge.version.startswith(f"{RELEASE}+")
    assert 45 == knowledge.routine.fr_seconds.value
    assert "fr_seconds" == knowledge.routine.fr_seconds.name
    assert knowledge.routine.fr_seconds in knowledge.constants()
    assert set(constants_of(knowledge.body)) <= {c.name for c in knowledge.constants()}


def test_knowledge_is_read_once() -> None:
    """Asking twice gives the same object."""
    assert load_knowledge() is load_knowledge()


def test_a_changed_word_changes_the_version(copy: Path) -> None:
    """The version names the words too, so that an old answer can be explained."""
    before = read_knowledge(copy).version
    path = copy / "body" / "regions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"calf"', '"lower leg"', 1))
    assert before != read_knowledge(copy).version


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("constants/body.toml", "[chain_prior_local]", "[chain_prior_close]",
         ["missing ['chain_prior_local']", "unused ['chain_prior_close']"]),
        ("constants/routine.toml", 'source = "behm2020"', 'source = "nobody1999"',
         ["fr_sets", "unknown source 'nobody1999'"]),
        ("constants/routine.toml", "value = 45", "value = 450", ["fr_seconds", "450", "30..120"]),
        ("constants/routine.toml", "value = 45", 'value = "45"', ["fr_seconds", "value", "'45'"]),
        ("constants/routine.toml", "value = 45", "value = true", ["fr_seconds", "value", "True"]),
        ("constants/routine.toml", "verified = true", "verified = 1", ["fr_sets", "verified"]),
        ("constants/routine.toml", 'grade = "moderate"', 'grade = "fair"', ["fr_sets", "fair"]),
        ("constants/routine.toml", 'grade = "moderate"\n', "", ["fr_sets", "missing ['grade']"]),
        ("constants/routine.toml", 'grade = "moderate"', 'grade = "ours"', ["fr_sets", "'ours'"]),
        ("constants/routine.toml", "low = 1\n", "low = 1\nmood = 3\n",
         ["fr_sets", "unknown ['mood']"]),
        ("body/regions.toml", 'neighbours = ["achilles"', 'neighbours = ["wing"',
         ["region calf", "unknown region 'wing'"]),
        ("body/chain.toml", 'region = "calf"', 'region = "wing"', ["link", "region 'wing'"]),
        ("body/chain.toml", 'target = "ankle"', 'target = "wing"', ["link", "region 'wing'"]),
        ("body/chain.toml", 'screen = "heel-raise"', 'screen = "guess"',
         ["link from calf", "unknown screen 'guess'"]),
        ("body/chain.toml", 'source = "green2017"', 'source = "nobody1999"',
         ["link from calf", "nobody1999"]),
        ("body/chain.toml", 'grade = "expert"', 'grade = "ours"', ["link from calf", "ours"]),
        ("body/screens.toml", 'source = "convention"', 'source = "nobody1999"',
         ["screen log-look-back", "nobody1999"]),
        ("body/techniques.toml", 'region = "calf"', 'region = "wing"',
         ["technique calf-roller", "'wing'"]),
        ("body/techniques.toml", 'region = "calf"', 'region = "ankle"',
         ["technique calf-roller", "presses a joint"]),
        ("body/techniques.toml", 'region = "calf"', 'region = "shin-inner"', ["presses a bone"]),
        ("body/techniques.toml", "optional = false", 'optional = "no"',
         ["technique 0", "optional"]),
        ("body/red_flags.toml", 'regions = ["low-back", "sacrum"', 'regions = ["wing", "sacrum"',
         ["redflag saddle", "'wing'"]),
        ("body/red_flags.toml", 'regions = ["low-back", "sacrum", "glute"]',
         'regions = "low-back"', ["regions must be a list"]),
        ("body/red_flags.toml", 'key = "fainting"', 'key = "chest"', ["['chest']", "twice"]),
        ("body/red_flags.toml", 'raised_by = ["bone"]', "", ["no flag is raised by ['bone']"]),
        ("body/red_flags.toml", 'level = "A"', 'level = "F"', ["red_flag 0", "F"]),
        ("body/blockers.toml", 'regions = ["calf"]', 'regions = ["wing"]',
         ["blocker pregnancy", "'wing'"]),
        ("body/blockers.toml", 'source = "bartsch2021"', 'source = "nobody1999"',
         ["blocker open-wound", "nobody1999"]),
        ("sources.toml", "year = 1975", 'year = "1975"', ["banister1975", "year"]),
        ("sources.toml", "[banister1975]", "[banister1975", ["sources.toml cannot be read"]),
    ],
)  # fmt: skip
def test_a_contradiction_is_named(
    spoil: Callable[[str, str, str], str], name: str, old: str, new: str, said: list[str]
) -> None:
    """Each spoiled table is refused, and the message names the place and the fault."""
    message = spoil(name, old, new)
    assert [] == [piece for piece in said if piece not in message], message


def test_a_choice_of_ours_needs_a_reason(spoil: Callable[[str, str, str], str]) -> None:
    """A design choice without a note is refused."""
    note = next(
        line
        for line in (SHIPPED / "constants/routine.toml").read_text(encoding="utf-8").splitlines()
        if line.startswith('note = "A design choice: long enough')
    )
    assert "routine_minutes: a design choice of ours needs a note" in spoil(
        "constants/routine.toml", note + "\n", ""
    )


def test_a_file_that_is_gone_is_named(copy: Path) -> None:
    """A missing table is refused by name."""
    (copy / "body" / "screens.toml").unlink()
    with pytest.raises(KnowledgeError, match=r"body/screens\.toml cannot be read"):
        read_knowledge(copy)


def test_texts_are_read_flat(copy: Path) -> None:
    """Nested tables of words become dotted keys."""
    (copy / "text" / "en.toml").write_text('[a]\nb = "hello"\n[a.c]\nd = 1\n', encoding="utf-8")
    assert {"a.b": "hello", "a.c.d": "1"} == dict(read_knowledge(copy).text)


def test_every_region_but_the_front_of_the_hip_has_something_near_to_check() -> None:
    """Each region has a local contributor; six have none on purpose."""
    knowledge = load_knowledge()
    local = {link.region for link in knowledge.links if link.reach is Reach.LOCAL}
    unexplained = {"groin", "hip-front", "pubic-bone", "head", "chest", "belly"}
    assert unexplained == set(knowledge.regions) - local


def test_no_two_techniques_share_a_key() -> None:
    """A technique is known by its key."""
    keys = [technique.key for technique in load_knowledge().techniques]
    assert sorted(set(keys)) == sorted(keys)


def test_expert_opinion_names_no_paper_it_did_not_come_from() -> None:
    """What rests on convention is graded expert, in the chain, the techniques and the numbers."""
    k = load_knowledge()
    rows = [*k.links, *k.techniques, *k.blockers.values(), *k.constants()]
    assert {Grade.EXPERT} == {row.grade for row in rows if row.source == "convention"}
    assert {Grade.OURS} == {row.grade for row in rows if row.source == OURS}


def test_bone_raises_one_flag_and_bone_is_somewhere() -> None:
    """There are bone sites on the map, and one flag that they raise."""
    knowledge = load_knowledge()
    bones = {r.key for r in knowledge.regions.values() if r.tissue is Tissue.BONE}
    feet = {"top-of-foot", "foot-inner", "foot-outer"}
    assert {"shin-inner", "shin-bone", "pubic-bone", *feet} == bones
    flags = [f.key for f in knowledge.red_flags if Trigger.BONE in f.raised_by]
    assert ["bone-site"] == flags


def test_every_region_lies_beside_others() -> None:
    """No region is its own neighbour, and every region has one."""
    for region in load_knowledge().regions.values():
        assert region.neighbours
        assert region.key not in region.neighbours


def test_a_rung_without_a_known_source_is_named_by_its_number(
    spoil: Callable[[str, str, str], str],
) -> None:
    """The ladder's rungs have no key."""
    said = spoil("body/ladder.toml", 'source = "ours"', 'source = "nobody"')
    assert "rung 0: unknown source 'nobody'" == said
