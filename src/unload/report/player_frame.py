"""Draw one moment of a session: step, side, a countdown to be read from the floor, what comes."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from unload.model.phrase import Phrase
from unload.model.play import Moment, Phase
from unload.report.steps import stamp, title_of
from unload.report.terminal import width_of
from unload.report.words import Words

# Seven rows of a digit, five columns wide; a terminal without blocks gets a hash.
GLYPHS = {
    "0": ("#####", "#   #", "#   #", "#   #", "#   #", "#   #", "#####"),
    "1": ("  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "),
    "2": ("#####", "    #", "    #", "#####", "#    ", "#    ", "#####"),
    "3": ("#####", "    #", "    #", " ####", "    #", "    #", "#####"),
    "4": ("#   #", "#   #", "#   #", "#####", "    #", "    #", "    #"),
    "5": ("#####", "#    ", "#    ", "#####", "    #", "    #", "#####"),
    "6": ("#####", "#    ", "#    ", "#####", "#   #", "#   #", "#####"),
    "7": ("#####", "    #", "   # ", "   # ", "  #  ", "  #  ", "  #  "),
    "8": ("#####", "#   #", "#   #", "#####", "#   #", "#   #", "#####"),
    "9": ("#####", "#   #", "#   #", "#####", "    #", "    #", "#####"),
    ":": ("   ", "   ", " # ", "   ", " # ", "   ", "   "),
}
ROWS = 7
WORDS_MOST = 5  # lines of how it is done; the rest fits 24 rows then
MARGIN = 2


class Frame:
    """One moment on the screen, in at most 24 rows of 80 columns."""

    def __init__(self, moment: Moment, words: Words, left_out: Sequence[str] = ()) -> None:
        self.moment, self.words, self.left_out = moment, words, left_out

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = width_of(options.max_width) - MARGIN
        block = "█" if options.encoding.startswith("utf") else "#"
        for line in self._lines(console, width, block):
            yield Text(" " * (MARGIN // 2)) + line

    def _lines(self, console: Console, width: int, block: str) -> Iterator[Text]:
        moment = self.moment
        yield self._ends(
            Text("Unload", style="bold"),
            Text(self._say("step", number=moment.number, steps=moment.steps), style="dim"),
            width,
        )
        yield Text()
        yield self._ends(*self._title(), width)
        yield Text()
        colour = "dim" if moment.paused or moment.phase is Phase.ASKING else "bold cyan"
        for row in big(stamp(whole(moment.left_s)), block):
            yield Text(f"{row:^{width}}".rstrip(), style=colour)
        yield Text()
        yield from self._how(console, width)
        yield Text()
        yield Text(self._following(), style="bold")
        yield self._bar(width, block)
        yield Text()
        yield Text(self._keys(), style="dim", no_wrap=True)

    def _say(self, key: str, **values: float | str) -> str:
        return self.words.say(Phrase(f"play.{key}", values))

    def _title(self) -> tuple[Text, Text]:
        """What is done, and which set of it."""
        moment = self.moment
        if moment.changing:
            tool = moment.step.technique.tool.replace("-", " ")
            return Text(self._say("change", tool=tool), style="bold yellow"), Text()
        name = title_of(moment.step, self.words)
        sets = moment.step.sets
        told = self._say("set", number=moment.set_number, sets=sets) if sets > 1 else ""
        return Text(name[:1].upper() + name[1:], style="bold yellow"), Text(told, style="bold")

    def _how(self, console: Console, width: int) -> Iterator[Text]:
        """How it is done, or the question that is open; always the same number of lines."""
        moment = self.moment
        if moment.phase is Phase.ASKING and moment.about is not None:
            asked = self._say("hurts", step=title_of(moment.about, self.words))
            said = Text(asked, style="bold red")
        else:
            technique = moment.step.technique
            said = Text(f"{technique.position} {technique.stroke} ")
            said.append(self._limit(), style="bold")
        lines = list(said.wrap(console, width))[:WORDS_MOST]
        if self.left_out and len(lines) < WORDS_MOST:
            places = ", ".join(self.words.spot(region) for region in self.left_out)
            lines.append(Text(self._say("left_out", places=places), style="dim"))
        yield from lines
        yield from (Text() for _ in range(WORDS_MOST - len(lines)))

    def _limit(self) -> str:
        limit = self.moment.limit
        if limit is None:
            return ""
        return self._say("eased" if self.moment.eased else "limit", limit=limit)

    def _following(self) -> str:
        """What comes, or what the runner is waited for."""
        moment = self.moment
        if moment.phase is Phase.ASKING:
            return self._say("answers")
        if moment.paused:
            begun = moment.rest_s < moment.whole_s
            return self._say("paused" if begun else "ready")
        if moment.changing:
            return self._say("next", step=title_of(moment.step, self.words))
        if moment.following is None:
            return self._say("last")
        return self._say("next", step=title_of(moment.following, self.words))

    def _bar(self, width: int, block: str) -> Text:
        """How far the session is, and how long it still takes."""
        told = self._say("rest", rest=whole(self.moment.rest_s))
        room = width - len(told) - MARGIN
        share = 1 - self.moment.rest_s / self.moment.whole_s if self.moment.whole_s else 1
        full = round(room * min(max(share, 0), 1))
        done, ahead = ("━", "─") if block == "█" else ("=", "-")
        return Text.assemble((done * full, "cyan"), (ahead * (room - full), "dim"), f"  {told}")

    def _keys(self) -> str:
        return "" if self.moment.phase is Phase.ASKING else self._say("keys")

    @staticmethod
    def _ends(left: Text, right: Text, width: int) -> Text:
        """One line with something at either end; the left gives way where both do not fit."""
        room = width - right.cell_len - 1
        left.truncate(room, overflow="ellipsis")
        return Text.assemble(left, " " * (width - left.cell_len - right.cell_len), right)


def whole(seconds: float) -> int:
    """Seconds as a countdown shows them: the last one is 1 until it is over."""
    return -int(-seconds // 1)


def big(text: str, block: str = "█") -> list[str]:
    """Figures and colons, seven rows high and doubled in width where that is a block."""
    rows = []
    for row in range(ROWS):
        line = "  ".join(GLYPHS[sign][row] for sign in text)
        rows.append("".join(2 * (block if sign == "#" else sign) for sign in line))
    return rows
