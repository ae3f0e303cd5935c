"""The figures of the files, read as somebody reads them who has only the file."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

from planner.core.exchange import markdown, text
from planner.core.exchange.calendar import entries
from planner.core.exchange.exports import text_of
from planner.core.exchange.forms import Form, What
from planner.core.state import State
from tests.figures.documents import reviewed
from tests.figures.values import Figures, Key, Minutes, OfMinutes

WEEK = re.compile(
    r"(?P<done>.+) done of (?P<planned>.+) planned; "
    r"(?:(?P<buffer>.+) buffer kept free|(?P<over>.+) more than the week has free)"
)

_LENGTH = r"(?:\d+ h )?\d+ [hm]"


def week_line(number: str, line: str) -> Iterator[tuple[Key, object]]:
    """The figures of a sentence on a week."""
    found = WEEK.search(line)
    assert found, line
    yield from ((("week", name, number), told) for name, told in found.groupdict().items() if told)


def of_csv(state: State, today: date, what: What = What.PLAN, number: int = 1) -> Figures:
    """The sessions of a table."""
    told = text_of(state, what, Form.TABLE, number, today).removeprefix("\ufeff")
    found: dict[Key, object] = {}
    for row in csv.DictReader(io.StringIO(told, newline="")):
        code = row["code"]
        found["session", "minutes", code] = int(row["minutes"])
        found["session", "actual", code] = int(row["actual_minutes"] or -1)
        found["session", "done", code] = row["done"] == "yes"
        if row["skipped"] == "yes":
            found["session", "fate", code] = "skipped"
        if found["session", "actual", code] == -1:
            found["session", "actual", code] = None
    return found


def of_checklist_csv(state: State, today: date) -> Figures:
    """The items and units of a table."""
    told = text_of(state, What.CHECKLIST, Form.TABLE, 1, today).removeprefix("\ufeff")
    found: dict[Key, object] = {}
    for row in csv.DictReader(io.StringIO(told, newline="")):
        if row["unit"]:
            found["unit", row["unit"]] = Minutes(int(row["minutes"]))
            found["unit", "done", row["unit"]] = row["done"] == "yes"
        else:
            found["item", row["item"]] = OfMinutes(int(row["done_minutes"]), int(row["minutes"]))
            found["item", "state", row["item"]] = row["done"]
    return found


def of_review(state: State, today: date) -> Figures:
    """The review of the week as a terminal and as Markdown show it, and what still is open."""
    one = reviewed(state, today)
    found: dict[Key, object] = {}
    for told in (text.review_text(one), markdown.review_markdown(one).replace("\\", "")):
        words = re.search(
            rf"({_LENGTH}) done of ({_LENGTH}) planned(?:, ({_LENGTH}) logged)?", told
        )
        assert words, told
        found["review", "done"], found["review", "planned"] = words[1], words[2]
        if words[3]:
            found["review", "logged"] = words[3]
    return found


_TASK = re.compile(
    r"- \[(?P<box>[ x])\] (?P<code>[\w-]+) · .* · (?P<minutes>\d+) m"
    r"(?:, took (?P<actual>\d+) m)?(?: · (?P<fate>skipped|slipped))?"
)


def of_markdown(state: State, today: date) -> Figures:
    """The plan and its weeks as task lists."""
    found: dict[Key, object] = {}
    number = ""
    for line in text_of(state, What.PLAN, Form.MARKDOWN, 1, today).splitlines():
        if line.startswith("## Week "):
            number = line.split(":")[0].removeprefix("## Week ")
        elif " done of " in line and not line.startswith("- "):
            found.update(week_line(number, line.rstrip(".")))
        elif task := _TASK.fullmatch(line):
            found.update(_task(task))
        elif " planned; " in line and not number:
            found["plan", "planned"] = line.split(" planned; ")[0]
    return found


def _task(task: re.Match[str]) -> Iterator[tuple[Key, object]]:
    done, code = task["box"] == "x", task["code"]
    yield ("session", "minutes", code), int(task["minutes"])
    yield ("session", "actual", code), int(task["actual"]) if task["actual"] else None
    yield ("session", "done", code), done
    yield ("session", "fate", code), "done" if done else task["fate"] or "open"


_ROW = re.compile(r" {4}\[(?P<box>[ x])\] (?P<code>[\w-]+) +(?P<minutes>\d+) m  .*")
_REMARK = re.compile(r" {27}(?:took (?P<actual>\d+) m|(?P<fate>skipped|slipped))")


def of_text(state: State, today: date) -> Figures:
    """The plan as a terminal shows it."""
    found: dict[Key, object] = {}
    code = ""
    for line in text.plan_text(state, today, progress=True).splitlines():
        if week := re.match(r"Week (\d+) · .* · (\S+ of \S+ h)$", line):
            found["week", "load", week[1]] = week[2]
        elif row := _ROW.fullmatch(line):
            code = row["code"]
            found["session", "minutes", code] = int(row["minutes"])
            found["session", "done", code] = row["box"] == "x"
            found["session", "actual", code] = None
            found["session", "fate", code] = "done" if row["box"] == "x" else "open"
        elif remark := _REMARK.fullmatch(line):
            if remark["fate"]:
                found["session", "fate", code] = remark["fate"]
            else:
                found["session", "actual", code] = int(remark["actual"])
    return found


def of_week_text(state: State, today: date, number: int) -> Figures:
    """The sentence on a week, which may go over two lines."""
    head = text.week_text(state, number, today).split("\n\n")[0]
    line = re.search(r"\d+ h[^,·]* done of .*|\d+ m done of .*", " ".join(head.split()))
    assert line, head
    return dict(week_line(str(number), line[0]))


def of_html(state: State, today: date) -> Figures:
    """The tables of the page, cell by cell, and its sentences on weeks."""
    page = _Page()
    page.feed(text_of(state, What.PLAN, Form.WEB_PAGE, 1, today))
    found: dict[Key, object] = {}
    numbers = iter(range(1, 1000))
    for words in page.sentences:
        if WEEK.search(words):
            found.update(week_line(str(next(numbers)), words.rstrip(".")))
    for mark, *cells in page.rows:
        found["session", "fate", cells[0]] = mark
        found["session", "done", cells[0]] = mark == "done"
        found["session", "minutes", cells[0]] = int(cells[3].removesuffix(" m"))
        took = cells[4].removesuffix(" m") if len(cells) > 4 else ""
        found["session", "actual", cells[0]] = int(took) if took else None
    return found


class _Page(HTMLParser):
    """Rows of sessions, each with what its box says first, and paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.sentences: list[str] = []
        self._row: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "tr":
            self._row = []
        elif tag in {"td", "th"}:
            self._row.append("")
            self._in = "cell"
        elif tag == "p":
            self.sentences.append("")
            self._in = "p"
        if told.get("role") == "img":
            self._row[-1] = str(told["aria-label"])
            self._in = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "p"}:
            self._in = ""
        if tag == "tr" and self._row and self._row[0] in {"done", "open", "skipped", "slipped"}:
            self.rows.append(self._row)

    def handle_data(self, data: str) -> None:
        if self._in == "cell":
            self._row[-1] += data
        elif self._in == "p":
            self.sentences[-1] += data


def of_calendar(state: State) -> Figures:
    """The sessions that the entries name, and how long each day's blocks are together."""
    found: dict[Key, object] = {}
    for entry in entries(state):
        for line in entry.text.splitlines():
            code, minutes = line.split(" ")[0], line.rsplit(", ", 1)[1]
            found["session", "minutes", code] = int(minutes.removesuffix(" m"))
    return found


_OUTLOOK = re.compile(
    r"((?:Likely finish|The plan was done on|At the pace so far)[^.]*\.)"
    r"(?: ((?:In time as planned; )?\S+ weeks? "
    r"(?:of slack|late if the weeks to come go like those so far|more)"
    r"(?:,? (?:even )?if work slips as usual)?)\.)?"
)
_DISTANCE = re.compile(r"(\d+) days? (to the loop|after it) on|the loop is today on")


def _outlook(words: str) -> Iterator[tuple[Key, object]]:
    """The days to the loop, the finish and the slack, as they stand in a text."""
    days, found = _DISTANCE.search(words), _OUTLOOK.search(words)
    assert days, words
    assert found, words
    number = int(days[1] or 0)
    yield ("loop", "days"), -number if days[2] == "after it" else number
    yield ("finish",), found[1]
    if found[2]:
        yield ("slack",), found[2][:1].lower() + found[2][1:]


def _so_far(words: str) -> Iterator[tuple[Key, object]]:
    """What is done of the plan, and what was to be."""
    told = rf"({_LENGTH}) done of ({_LENGTH}) planned, ({_LENGTH}) of it until today"
    found = re.search(told, words)
    assert found, words
    yield from zip(
        (("status", one) for one in ("done", "planned", "due")), found.groups(), strict=True
    )


def of_status(state: State, today: date) -> Figures:
    """Readiness as a terminal shows it: the figures stand in columns behind the labels."""
    found: dict[Key, object] = {}
    told = text.status_text(state, today)
    joined = " ".join(told.split())
    found.update(_so_far(joined))
    found.update(_outlook(joined))
    for label, studied, evidenced, tested in _rows(told.splitlines()):
        kind = "criterion" if evidenced else "round"
        found[kind, "studied" if evidenced else "prepared", label] = studied
        found[kind, "tested", label] = tested
        if evidenced:
            found[kind, "evidenced", label] = evidenced
    for line in told.splitlines():
        if guard := re.fullmatch(r"  \[.\]  (.{56})  (\d+ of \d+|–)", line):
            found["guarded", guard[1].strip()] = guard[2]
    return found


def _rows(lines: list[str]) -> list[list[str]]:
    """Return the cells of lines in four columns; a label may go on below."""
    rows: list[list[str]] = []
    goes_on = False
    for line in lines:
        row = re.fullmatch(r"  (\S.{37})  (.{14})  (.{10})  (\S+(?: of \S+)?)", line)
        if row:
            rows.append([cell.strip() for cell in row.groups()])
        elif goes_on and re.fullmatch(r"  \S.{0,37}", line):
            rows[-1][0] += f" {line.strip()}"
        goes_on = bool(row)
    return rows


def of_status_markdown(state: State, today: date) -> Figures:
    """Readiness as tables."""
    found: dict[Key, object] = {}
    told = markdown.status_markdown(state, today)
    found.update(_so_far(told))
    found.update(_outlook(told.replace("\\", "")))
    for line in told.splitlines():
        cells = [cell.strip().replace("\\", "") for cell in line.strip("| ").split(" | ")]
        if len(cells) == 4 and cells[1] not in {"Studied", "---"}:
            names = ("studied", "evidenced", "tested")
            found.update(
                {("criterion", n, cells[0]): c for n, c in zip(names, cells[1:], strict=True)}
            )
        elif len(cells) == 3 and cells[1] not in {"Prepared", "---"}:
            found["round", "prepared", cells[0]], found["round", "tested", cells[0]] = cells[1:]
        elif guard := re.fullmatch(r"- \[.\] (.*) · (\d+ of \d+|–)", line):
            found["guarded", guard[1].replace("\\", "")] = guard[2]
    return found
