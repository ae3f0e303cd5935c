"""The commands of the command line, and the options of each."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Callable

from planner.cli.asked import efforts, entries
from planner.cli.asked.common import day, folder
from planner.cli.asked.forms import FORMS_BY_NAME
from planner.cli.asked.interview import add_interview
from planner.cli.asked.options import PROGRAM
from planner.cli.asked.parser import Parser

FORMATS = ("text", *FORMS_BY_NAME)
PAPERS = ("a4", "letter", "a5", "a3", "legal")
ENTRIES = ("all", "sessions", "gates")
_INTO_A_FILE = "write into a file; all went well where nothing is said"

_KINDS = {
    "spread": "put what slipped into the free time ahead",
    "trim": "put it in place of what matters least",
    "extend": "move the loop some weeks",
    "afresh": "make the plan anew",
}

_EXAMPLES = """\
examples:
  loopready                                          open the window
  loopready plan --level L6 --loop DATE --hours 10
  loopready init --level L6 --loop DATE --hours 10
  loopready week
  loopready why W3-04
  loopready replan --spread --accept
  loopready done W3-04 45m, W3-05
  loopready export --format pdf --output plan.pdf
"""


def with_commands(common: Parser, window: Parser) -> Parser:
    """Return a parser of everything: the commands, and what opens the window."""
    parser = Parser(
        prog=PROGRAM,
        description="Plan the study for an Amazon L6 or L7 engineering manager interview loop.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        parents=[window],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def add(name: str, purpose: str, *parents: Parser) -> Parser:
        return commands.add_parser(
            name,
            help=purpose,
            description=f"{purpose[0].upper()}{purpose[1:]}.",
            parents=[*parents, common],
            allow_abbrev=False,
        )

    add("plan", "make a plan without a store", _candidate(), _output(), _calendar())
    first = add(
        "init", "write profile and plan into the store", _candidate(), _output(), _calendar()
    )
    first.add_argument(
        "--start-new",
        action="store_true",
        help="begin an empty store where the one that was there is gone",
    )
    add("week", "show this week", _output(), _calendar())
    add("status", "show how far each success criterion is", _output())
    add("checklist", "show all reading, skills and practice", _output())
    reasons = add("why", "say why a session stands where it does or an item is left out", _output())
    reasons.add_argument("name", nargs="+", metavar="CODE|ITEM", help="code, id or part of a title")
    guide = add("guide", "show what the guide says about both levels, or what holds a word")
    guide.add_argument("words", nargs="*", metavar="WORD", help="words to look for")
    prompts = add("prompts", "show what reviews ask about an item, closed book")
    prompts.add_argument("name", nargs="+", metavar="CODE|ITEM", help="code, id or part of a title")
    _grade(add("grade", "say how a review went, which says when the item comes back"))
    tick = add("done", "tick off sessions, chapters or items")
    tick.add_argument(
        "done", nargs="+", metavar="CODE [MINUTES]", help='as noted on paper: "W3-04 45m, W3-06"'
    )
    proof = add("evidence", "write the line that says what you can show for an item")
    proof.add_argument("item", type=efforts.item, metavar="ITEM")
    proof.add_argument("text", metavar="TEXT", help="one line; an empty one withdraws it")
    again = add("replan", "show ways to go on after sessions slipped, or take one", _output())
    _ways(again)
    rate = add("rate", "say where single items or groups stand today")
    rate.add_argument("rated", nargs="+", type=efforts.rated, metavar="ID=new|working|strong|group")
    time = add("estimate", "say how long single items take")
    time.add_argument("timed", nargs="+", type=efforts.timed, metavar="ITEM=TIME|ours")
    new = add("add", "add an item of one's own")
    new.add_argument("title", type=efforts.title, metavar="TITLE")
    _own(new, time_needed=True)
    change = add("change", "change an item of one's own")
    change.add_argument("item", type=efforts.item, metavar="ITEM")
    change.add_argument("--title", type=efforts.title, metavar="TITLE", help="another title")
    _own(change, time_needed=False)
    add_interview(add, _output)
    chosen = add("pick", "show texts that were written twice, or keep one version of each")
    chosen.add_argument("picked", nargs="*", type=entries.picked, metavar="TEXT=NUMBER")
    add("undo", "take the last step back")
    _whole_store(add)
    return parser


def _whole_store(add: Callable[..., Parser]) -> None:
    """Add the commands that are about a store as a whole."""
    out = add("export", "write the accepted plan, or everything", _output(), _calendar())
    out.add_argument("--stories", action="store_true", help="put your stories on a web page too")
    out.add_argument("--everything", action="store_true", help="all there is, for import")
    taken = add("import", "show what a file would change, or take it in")
    taken.add_argument(
        "file",
        type=folder,
        metavar="FILE",
        help="everything of another store, or a checklist as Markdown or CSV",
    )
    taken.add_argument("--yes", action="store_true", help="take it in")
    _pack(add("pack", "check, use, export or drop a curriculum for another company or role"))
    look = add("check", "read every journal and say what is wrong")
    look.add_argument(
        "--accept-edits",
        action="store_true",
        help="take lines that were changed by hand as they are",
    )
    report = add("diagnose", "write what helps to mend the program into a zip, to be read and sent")
    report.add_argument("--output", type=folder, metavar="FILE", help="write into a file")
    copy = add("backup", "copy the whole store into a zip")
    copy.add_argument("--output", type=folder, metavar="FILE", help=_INTO_A_FILE)
    back = add("restore", "list the backups, or go back to one of them")
    back.add_argument("name", nargs="?", metavar="NAME|FILE", help="beginning of a name, or a file")
    back.add_argument("--list", action="store_true", help="only list them")


def _pack(parser: Parser) -> None:
    """Add what is done with a pack."""
    parser.add_argument("deed", choices=("check", "use", "export", "drop"))
    parser.add_argument("file", nargs="?", type=folder, metavar="FILE")
    parser.add_argument("--name", metavar="NAME", help="what an exported pack is called")
    parser.add_argument("--output", type=folder, metavar="FILE", help=_INTO_A_FILE)


def _grade(parser: Parser) -> None:
    """Add which review it is, how it went, and what was written."""
    parser.add_argument("code", type=entries.code, metavar="CODE")
    parser.add_argument("grade", type=entries.grade, metavar="again|hard|good|none")
    parser.add_argument("--answer", metavar="TEXT", help="keep what you wrote; empty takes it away")


def _ways(parser: Parser) -> None:
    """Add the ways to go on, of which one can be named and taken."""
    kinds = parser.add_mutually_exclusive_group()
    for kind, purpose in _KINDS.items():
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=purpose)
    parser.add_argument("--accept", action="store_true", help="take that way")


def _own(parser: Parser, *, time_needed: bool) -> None:
    """Add what an item of one's own is made of."""
    parser.add_argument(
        "--minutes",
        type=efforts.minutes,
        required=time_needed,
        metavar="TIME",
        help="what it takes in all, as 90 or 1.5h",
    )
    parser.add_argument(
        "--about", type=efforts.subject, metavar="reading|technical|leadership", help="its subject"
    )
    parser.add_argument(
        "--priority",
        type=efforts.priority,
        metavar="core|important|optional",
        help="how much it matters",
    )
    parser.add_argument(
        "--after",
        type=efforts.item,
        nargs="*",
        metavar="ITEM",
        help="items that have to be finished first; none for nothing",
    )


def _candidate() -> Parser:
    parser = Parser(add_help=False)
    parser.add_argument("--level", type=entries.level, metavar="L6|L7", help="the level")
    parser.add_argument("--start", type=day, metavar="DATE", help="first day of study")
    parser.add_argument(
        "--loop", type=day, metavar="DATE", help="day of the loop; without it one is found"
    )
    parser.add_argument(
        "--hours", type=entries.hours, metavar="HOURS", help="free hours of a week (default 10)"
    )
    parser.add_argument(
        "--rating",
        type=entries.rating,
        metavar="new|working|strong",
        help="where all skills stand today (default working)",
    )
    _add_free_time(parser)
    return parser


def _add_free_time(parser: Parser) -> None:
    """Add what says when there is no time, or other time than usual. Each may stand again."""
    parser.add_argument(
        "--day-off",
        type=entries.days_off,
        action="append",
        default=[],
        metavar="DATE[..DATE][,…]|none",
        help="days without study",
    )
    parser.add_argument(
        "--week-hours",
        type=entries.week_hours,
        action="append",
        default=[],
        metavar="MONDAY=HOURS|usual",
        help="a week with other hours",
    )
    parser.add_argument(
        "--holidays", metavar="COUNTRY[-PART]|none", help="public holidays off, as US or DE-BY"
    )
    parser.add_argument(
        "--gate",
        type=entries.gate,
        action="append",
        default=[],
        metavar="ROUND=DATE|none",
        help="day of a round before the loop: PS at L6, RC, HM and TS at L7",
    )
    parser.add_argument(
        "--busy",
        type=entries.calendar,
        action="append",
        default=[],
        metavar="FILE.ics|none",
        help="plan nothing over the appointments of a calendar",
    )
    parser.add_argument(
        "--zone", metavar="ZONE|system", help="time zone to read calendars in, as Europe/Berlin"
    )


def _output() -> Parser:
    parser = Parser(add_help=False)
    parser.add_argument("--format", choices=FORMATS, help="form of the output (default text)")
    parser.add_argument("--paper", choices=PAPERS, help="paper of a PDF")
    parser.add_argument("--landscape", action="store_true", help="a PDF on its side")
    parser.add_argument("--large", action="store_true", help="a PDF in larger letters")
    parser.add_argument(
        "--hide-done", action="store_true", help="a PDF of what is still open, where that is shown"
    )
    parser.add_argument(
        "--weeks", type=entries.weeks, metavar="FIRST-LAST", help="a PDF of some weeks of the plan"
    )
    parser.add_argument(
        "--weeks-a-page",
        type=int,
        choices=(1, 2),
        help="a PDF with one week or two on each page; of a week: with the one after it",
    )
    parser.add_argument(
        "--discreet",
        action="store_true",
        help="a PDF, web page or calendar that names no level and no loop in its head",
    )
    parser.add_argument("--output", type=folder, metavar="FILE", help=_INTO_A_FILE)
    return parser


def _calendar() -> Parser:
    """Return what is only for a calendar file."""
    parser = Parser(add_help=False)
    parser.add_argument(
        "--entries", choices=ENTRIES, help="what goes into a calendar file (default all)"
    )
    parser.add_argument(
        "--alarm",
        type=entries.alarm,
        metavar="MINUTES",
        help="remind in the calendar so long before a block of study",
    )
    return parser
