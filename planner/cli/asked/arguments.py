"""What single commands take: the arguments of one each."""

from argparse import ArgumentParser, BooleanOptionalAction

from planner.cli.asked import answers, efforts, entries, scores, told
from planner.core.mock import Judge
from planner.core.story import PARTS, Role

_KINDS = {
    "spread": "put what slipped into the free time ahead",
    "trim": "put it in place of what matters least",
    "extend": "move the loop some weeks",
    "afresh": "make the plan anew",
}


def name(parser: ArgumentParser) -> None:
    """Add the name of a session or an item."""
    parser.add_argument("name", nargs="+", metavar="CODE|ITEM", help="code, id or part of a title")


def assess(parser: ArgumentParser) -> None:
    """Add the answers to the questions on the level, and what one can show for them."""
    parser.add_argument("answers", nargs="*", type=answers.answer, metavar="QUESTION=ANSWER")
    parser.add_argument(
        "--fact",
        type=answers.fact,
        action="append",
        default=[],
        metavar="QUESTION=WORDS",
        help="what you can show for an answer",
    )


def grade(parser: ArgumentParser) -> None:
    """Add which review it is, how it went, and what was written."""
    parser.add_argument("code", type=entries.code, metavar="CODE")
    parser.add_argument("grade", type=entries.grade, metavar="again|hard|good|none")
    parser.add_argument("--answer", metavar="TEXT", help="keep what you wrote; empty takes it away")


def ways(parser: ArgumentParser) -> None:
    """Add the ways to go on, of which one can be named and taken."""
    kinds = parser.add_mutually_exclusive_group()
    for kind, purpose in _KINDS.items():
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=purpose)
    parser.add_argument("--accept", action="store_true", help="take that way")


def own(parser: ArgumentParser, *, time_needed: bool) -> None:
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


def mock(parser: ArgumentParser) -> None:
    """Add what is noted of a mock."""
    parser.add_argument(
        "round", metavar="ROUND", help="such as COD or SD; loopready practice shows them"
    )
    parser.add_argument(
        "--score",
        type=scores.scored,
        action="append",
        default=[],
        metavar="WHAT=1..4",
        help="a dimension or a principle with its score",
    )
    parser.add_argument(
        "--minutes", type=scores.minutes, default=45, metavar="NUMBER", help="default 45"
    )
    parser.add_argument(
        "--judge", type=scores.judge, default=Judge.SELF, metavar="self|partner", help="who scored"
    )
    parser.add_argument("--on", type=entries.day, metavar="DATE", help="the day, default today")
    parser.add_argument("--code", metavar="CODE", help="the planned session it was")
    parser.add_argument("--notes", default="", metavar="TEXT", help="what to remember of it")
    parser.add_argument(
        "--fix",
        type=efforts.title,
        action="append",
        default=[],
        metavar="TEXT",
        help="plan half an hour for this within seven days",
    )
    parser.add_argument("--drop", action="store_true", help="take a mock out; ROUND is then its id")


def story(parser: ArgumentParser) -> None:
    """Add what a story is made of, what it is told for, and how long that takes."""
    parser.add_argument("story", type=told.story, metavar="ID|TITLE", help="its id, or a new title")
    parser.add_argument("--title", type=efforts.title, metavar="TITLE", help="another title")
    for part in (*PARTS, "numbers"):
        parser.add_argument(f"--{part}", metavar="TEXT", help=f"its {part}; empty takes it away")
    parser.add_argument(
        "--role", type=told.role, metavar="|".join(Role), help="what you were in it"
    )
    for what, purpose in told.REACH.items():
        parser.add_argument(f"--{what}", type=told.number, metavar="NUMBER", help=purpose)
    parser.add_argument(
        "--setback", action=BooleanOptionalAction, default=None, help="something went wrong in it"
    )
    parser.add_argument("--criteria", nargs="*", metavar="ID", help="success criteria it shows")
    parser.add_argument(
        "--for",
        dest="places",
        type=told.place,
        action="append",
        default=[],
        metavar="PRINCIPLE[=1|2|none]",
        help="tell it for a principle, first or second",
    )
    parser.add_argument(
        "--told",
        type=told.telling,
        action="append",
        default=[],
        metavar="short|long=SECONDS",
        help="how long it took to tell it, as short=130 or long=4m50",
    )
    parser.add_argument("--drop", action="store_true", default=None, help="take it off the list")
    parser.add_argument(
        "--bring-back", dest="drop", action="store_false", help="put it on the list again"
    )
