"""`loopready stories` and `loopready story`: show them, write one, say what it is told for."""

from argparse import Namespace
from collections.abc import Iterator

from planner.cli.asked.forms import form_of
from planner.cli.asked.told import REACH, Place
from planner.cli.commands import documents
from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.entered import entered
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.commands import Change, DropStory, PlaceStory, TimeStory, WriteStory
from planner.core.exchange.words import line
from planner.core.refusal import Refusal, Refused
from planner.core.screens.stories import stories_screen
from planner.core.state import State
from planner.core.story import PARTS, tags_in
from planner.core.wording.stories import summary

PREFIX = "story."
_TEXTS = (*PARTS, "numbers", *REACH, "role", "setback")


def show(options: Namespace, parts: Parts) -> None:
    """Write the stories by principle.

    Raises:
        WrongUsage, Failure, StoreError: when that is not possible.
    """
    form = form_of(options)
    writer = documents.stories(opened(parts).state, parts.today)
    documents.write(writer, form, options)


def write(options: Namespace, parts: Parts) -> None:
    """Write a story or change one as one step, and say by which id it is known.

    Raises:
        Refused, WrongUsage, Failure: when something is unknown, too long, or was not saved.
    """
    workspace = opened(parts)
    is_old = options.story.startswith(PREFIX)
    story = options.story if is_old else f"{PREFIX}{parts.new_id()}"
    changes = list(_changes(workspace.state, options, parts, story, is_old=is_old))
    if not changes:
        raise WrongUsage("Say what to change, such as --result or --for PRINCIPLE.")
    ensure_writable(workspace)
    changed = kept(workspace, *changes)
    known = workspace.state.stories[story]
    words = "written" if not is_old else "changed" if changed else "is like this already"
    counted = summary(stories_screen(workspace.state))
    undo = "To take this back: loopready undo"
    tell("\n".join([f"{story}  {line(known.title)} · {words}", counted, undo]) + "\n")


def _changes(
    state: State, options: Namespace, parts: Parts, story: str, *, is_old: bool
) -> Iterator[Change]:
    values = {name: getattr(options, name) for name in _TEXTS}
    title = options.title if is_old else options.title or options.story
    criteria = None if options.criteria is None else tuple(options.criteria)
    tags = None if options.tags is None else tags_in(",".join(options.tags))
    written = _written(
        {"story": story, "title": title, "criteria": criteria, "tags": tags, **values}
    )
    if written != WriteStory(story=written.story):
        yield written
    for told in options.told:
        yield TimeStory(story=story, version=told.version, seconds=told.seconds, on=parts.today)
    for place in options.places:
        yield from _placed(state, place, story)
    if options.drop is not None:
        yield DropStory(story=story, dropped=options.drop)


def _written(values: dict[str, object]) -> WriteStory:
    return entered(WriteStory, values, "The story was not written, {place}: {why}.")


def _placed(state: State, place: Place, story: str) -> Iterator[PlaceStory]:
    if place.principle not in {one.id for one in state.curriculum.principles}:
        raise Refused(Refusal.UNKNOWN_PRINCIPLE, place.principle)
    if place.place:
        yield PlaceStory(principle=place.principle, place=place.place, story=story)
        return
    held = state.places.get(place.principle, ())
    for number in (number for number, one in enumerate(held, 1) if one == story):
        yield PlaceStory(principle=place.principle, place=number, story=None)
