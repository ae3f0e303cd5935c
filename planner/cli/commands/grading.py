"""`loopready prompts` and `loopready grade`: what a review asks, and how it went."""

from argparse import Namespace

from planner.cli.commands.explaining import the_one
from planner.cli.commands.store import ensure_writable, is_there, kept, opened_with_plan, warn
from planner.cli.commands.told import target_title
from planner.cli.entered import entered
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.closed_book import asked
from planner.core.commands import GradeReview
from planner.core.exchange.text.layout import page, row
from planner.core.exchange.words import weekday
from planner.core.regrading import next_review
from planner.core.screens.grading import held
from planner.core.state import State
from planner.core.values import Grade, SessionKind
from planner.core.wording import item_title


def prompts(options: Namespace, parts: Parts) -> None:
    """Print what reviews ask of an item; for the code of a review what that one asks.

    Raises:
        WrongUsage: when nothing, or more than one thing, goes by that name.
        StoreError, CurriculumError, Failure: when it cannot be read or printed.
    """
    state, book = _state(parts), parts.closed_book()
    found = the_one(state, " ".join(options.name))
    session = state.plan.by_code.get(found.code or "") if state.plan else None
    questions = book.of(found.item)
    title = item_title(state, found.item)
    if session is not None and session.kind is SessionKind.REVIEW:
        questions, title = asked(book, state, session), target_title(state, session.code)
    if not questions:
        raise WrongUsage(f"Nothing is asked about “{title}”; only items of the guide have prompts.")
    numbered = enumerate(questions, start=1)
    lines = [part for number, text in numbered for part in row([(f"{number:>2}.", 3)], text)]
    tell(page([title], lines))


def grade(options: Namespace, parts: Parts) -> None:
    """Tick a review off with its grade as one step, and say when the item comes back.

    Raises:
        Refused, WrongUsage, Failure: when there is no such review, or it was not saved.
    """
    workspace = opened_with_plan(parts)
    state, code, today = workspace.state, options.code, parts.today
    answer = _answer(code, options, parts)
    back = GradeReview(code=code, grade=None, on=today)
    commands = held(state, code, options.grade, today, answer) if options.grade else (back,)
    ensure_writable(workspace)
    changed = kept(workspace, *commands)
    session = workspace.state.plan.by_code[code] if workspace.state.plan else None
    coming = next_review(workspace.state, session.item, today) if session else None
    said = f"graded {options.grade.value}" if options.grade else "grade taken back"
    when = f"comes back on {weekday(coming.date)}" if coming else "no further review"
    words = [f"{code}  {target_title(workspace.state, code)}", said, when]
    if not changed:
        words.append("it was so already")
    tell("\n".join([" · ".join(words), "To take this back: loopready undo"]) + "\n")


def _state(parts: Parts) -> State:
    if not is_there(parts.folder):
        return State(parts.curriculum)
    workspace = parts.open_workspace()
    warn(workspace)
    return workspace.state


def _answer(code: str, options: Namespace, parts: Parts) -> str | None:
    """Return the answer as it will be kept.

    Raises:
        WrongUsage: when it is too long, or cannot be written.
    """
    if options.answer is None:
        return None
    values = {"code": code, "grade": Grade.HARD, "answer": options.answer, "on": parts.today}
    return entered(GradeReview, values, "The answer was not kept: {why}.").answer
