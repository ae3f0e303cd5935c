"""What other programs and computers wrote, counted in a sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping

from planner.core import commands as c

_MOST_KINDS = 4

_WORDS: Mapping[type, tuple[str, str]] = {
    c.Tick: ("tick", "ticks"),
    c.LogTime: ("log of time", "logs of time"),
    c.AddEvidence: ("evidence line", "evidence lines"),
    c.ScoreMock: ("score", "scores"),
    c.NoteMock: ("mock", "mocks"),
    c.DropMock: ("dropped mock", "dropped mocks"),
    c.RateSkill: ("rating", "ratings"),
    c.RateItem: ("rating", "ratings"),
    c.EstimateItem: ("estimate", "estimates"),
    c.MoveSession: ("move", "moves"),
    c.SkipItem: ("skipped item", "skipped items"),
    c.AddItem: ("new item", "new items"),
    c.ChangeItem: ("changed item", "changed items"),
    c.RenameItem: ("changed item", "changed items"),
    c.ChangeProfile: ("change of level, dates or hours", "changes of level, dates or hours"),
    c.KeepBusy: ("calendar", "calendars"),
    c.AcceptPlan: ("plan", "plans"),
    c.AssessLevel: ("level assessment", "level assessments"),
    c.WriteStory: ("story", "stories"),
    c.DropStory: ("dropped story", "dropped stories"),
    c.PlaceStory: ("placed story", "placed stories"),
    c.TimeStory: ("told story", "told stories"),
    c.AssessLevel: ("assessment of the level", "assessments of the level"),
    c.GradeReview: ("grade of a review", "grades of reviews"),
    c.WriteReview: ("review of a week", "reviews of weeks"),
    c.Retract: ("step taken back", "steps taken back"),
}
_TAKEN_BACK = {
    c.Tick: ("untick", "unticks"),
    c.SkipItem: ("item taken in again", "items taken in again"),
    c.DropStory: ("story brought back", "stories brought back"),
}


def news(commands: Iterable[c.Change | c.Retract], *, from_here: bool) -> str:
    """Return what came in, as in "From another computer: 3 ticks, 1 story"; most frequent first.

    `from_here` says that another program of this computer wrote it.
    """
    counts = Counter(map(_words, commands))
    told = [f"{n} {words[n > 1]}" for words, n in counts.most_common(_MOST_KINDS)]
    rest = sum(counts.values()) - sum(n for _, n in counts.most_common(_MOST_KINDS))
    if rest:
        told.append(f"{rest} more")
    source = "another program" if from_here else "another computer"
    return f"From {source}: {', '.join(told)}."


def _words(command: c.Change | c.Retract) -> tuple[str, str]:
    if isinstance(command, c.Retract) and command.purpose == "restore":
        return "return to a backup", "returns to a backup"
    is_back = (
        (isinstance(command, c.Tick) and not command.done)
        or (isinstance(command, c.SkipItem) and not command.skipped)
        or (isinstance(command, c.DropStory) and not command.dropped)
    )
    return (_TAKEN_BACK if is_back else _WORDS)[type(command)]
