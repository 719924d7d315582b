"""The body as it is drawn: one SVG for each view, with an id for every region and side."""

from importlib.resources import files

VIEWS = ("front", "back", "soles", "inner", "outer")


def figures() -> dict[str, str]:
    """Every view by its name."""
    folder = files("unload.knowledge") / "body" / "figure"
    return {view: (folder / f"{view}.svg").read_text(encoding="utf-8") for view in VIEWS}
