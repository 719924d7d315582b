"""Which word of an unlisted language means running, by pace."""

from unload.importers.runwords import meanings
from unload.model.history import Sport

RUNS = [("Futás", 300.0 + 5 * n) for n in range(8)]
RIDES = [("Kerékpár", 140.0 + n) for n in range(8)]
HIKES = [("Séta", 700.0 + n) for n in range(8)]


def test_a_known_word_needs_no_pace() -> None:
    """Other words of the column stay what they are."""
    words = meanings([("Run", 900.0), ("Futás", 330.0), *RIDES])
    assert (Sport.RUN, Sport.OTHER) == (words.sport("Run")[0], words.sport("Futás")[0])
    assert ("", "") == (words.note, words.doubt)


def test_the_one_word_at_a_runners_pace_is_running_and_that_is_said() -> None:
    """I26: a language nobody listed still works."""
    words = meanings([*RUNS, *RIDES, *HIKES])
    assert Sport.RUN is words.sport("Futás")[0]
    assert Sport.OTHER is words.sport("Séta")[0]
    assert "'Futás' was taken for running: its 8 rows are at 5:00 to 5:35" in words.note
    assert ("Futás", "WORD", None) == (
        words.asked, meanings(RUNS[:4]).asked, meanings([("Run", 300.0)]).asked
    )  # fmt: skip


def test_two_words_at_a_runners_pace_are_a_doubt() -> None:
    """I26: trail running and slow rides look alike, so nothing is guessed."""
    words = meanings([*RUNS, *[("Terepfutás", 380.0 + n) for n in range(8)]])
    assert Sport.OTHER is words.sport("Futás")[0]
    assert "no word for running is known; there are 'Futás' at 5:18" in words.doubt
    assert "" == words.note


def test_few_or_scattered_rows_prove_nothing() -> None:
    """Four rows, or paces from a sprint to a stroll."""
    assert meanings(RUNS[:4]).doubt
    assert meanings([("Sport", pace) for pace in (130.0, 300.0, 330.0, 700.0, 800.0, 310.0)]).doubt
    assert "'Jóga'" in meanings([("Jóga", None)] * 9).doubt


def test_what_is_said_to_be_running_is() -> None:
    """The runner knows; case and accents' form do not matter."""
    words = meanings(RIDES, frozenset(("kerékpár",)))
    assert Sport.RUN is words.sport("Kerékpár")[0]


def test_a_cyclist_is_not_asked() -> None:
    """Where every word is known and none is running, there is no doubt."""
    assert "" == meanings([("Ride", 120.0)] * 9).doubt


def test_a_word_at_a_runners_pace_beside_a_known_one_is_left_out_and_said() -> None:
    """I26: trail running that nobody listed would be lost without a word."""
    words = meanings([("Run", 330.0), *RUNS, *RIDES])
    assert Sport.OTHER is words.sport("Futás")[0]
    assert (
        "'Futás' (8 rows are at 5:00 to 5:35 a kilometre) was not counted as running; the word is "
        "not listed."
    ) == words.note
    assert "Futás" == words.asked
