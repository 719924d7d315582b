"""The nouns of a report: lines keep their text whatever they mean."""

from unload.report.document import Meaning, Span, label, muted, plain, text_of


def test_a_line_keeps_its_text_whatever_it_means() -> None:
    """A renderer without colours loses nothing."""
    line = (*label("Why "), *plain("because "), *muted("of "), Span("4", Meaning.NUMBER))
    assert "Why because of 4" == text_of(line)


def test_nothing_to_overlook_is_no_span() -> None:
    """An empty muted text leaves no empty line behind."""
    assert () == muted("")
