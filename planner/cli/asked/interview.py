"""The commands about the interview itself: level, reviews, mocks and stories."""

from argparse import ArgumentParser, BooleanOptionalAction
from collections.abc import Callable

from planner.cli.asked import answers, efforts, entries, scores, told
from planner.cli.asked.common import day
from planner.core.mock import Judge
from planner.core.story import PARTS, Role


def add_interview(add: Callable[..., ArgumentParser], output: Callable[[], ArgumentParser]) -> None:
    """Add the commands; `output` gives the options of what is written down."""
    assess = add("assess", "say which level your own work speaks for")
    assess.add_argument("answers", nargs="*", type=answers.answer, metavar="QUESTION=ANSWER")
    assess.add_argument(
        "--fact",
        type=answers.fact,
        action="append",
        default=[],
        metavar="QUESTION=WORDS",
        help="what you can show for an answer",
    )
    review = add("review", "show the review of a week, or write into it", output())
    review.add_argument("--week", type=entries.week, metavar="NUMBER", help="default: this week")
    review.add_argument("--decision", metavar="TEXT", help="the one decision; empty takes it away")
    review.add_argument("--notes", metavar="TEXT", help="what else to remember")
    add("practice", "show each round with its mocks, and the loop as a day", output())
    _mock(add("mock", "note how a mock interview of a round went"))
    add("stories", "show the stories by leadership principle", output())
    _story(add("story", "write a story, or change one"))


def _mock(parser: ArgumentParser) -> None:
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
        "--minutes", type=scores.minutes, metavar="NUMBER", help="default: those of the round"
    )
    parser.add_argument(
        "--judge", type=scores.judge, default=Judge.SELF, metavar="self|partner", help="who scored"
    )
    parser.add_argument("--on", type=day, metavar="DATE", help="the day, default today")
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


def _story(parser: ArgumentParser) -> None:
    """Add what a story is made of, what it is told for, and how long that takes."""
    parser.add_argument(
        "story", type=efforts.title, metavar="ID|TITLE", help="its id, or a new title"
    )
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
    parser.add_argument("--tags", nargs="*", metavar="WORD", help="words of your own to find it by")
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
