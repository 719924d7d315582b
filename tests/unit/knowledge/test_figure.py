"""Every view of the body is shipped."""

from unload.knowledge.figure import VIEWS, figures


def test_every_view_is_a_drawing_with_regions() -> None:
    """Five views, each with places that can be marked."""
    views = figures()
    assert list(VIEWS) == list(views)
    assert [] == [view for view, svg in views.items() if "data-region=" not in svg]
