"""What other programs and computers wrote, counted in a sentence."""

from collections import Counter
from collections.abc import Iterable

from planner.core import commands as c
from planner.core.language import QT_TRANSLATE_NOOP, Table, translate

_MOST_KINDS = 4

_WORDS = Table(
    "News",
    {
        c.Tick: "%n tick(s)",
        c.LogTime: "%n log(s) of time",
        c.AddEvidence: "%n evidence line(s)",
        c.ScoreMock: "%n score(s)",
        c.NoteMock: "%n mock(s)",
        c.DropMock: "%n dropped mock(s)",
        c.RateSkill: "%n rating(s)",
        c.RateItem: "%n rating(s)",
        c.EstimateItem: "%n estimate(s)",
        c.MoveSession: "%n move(s)",
        c.SkipItem: "%n skipped item(s)",
        c.AddItem: "%n new item(s)",
        c.ChangeItem: "%n changed item(s)",
        c.RenameItem: "%n changed item(s)",
        c.ChangeProfile: "%n change(s) of level, dates or hours",
        c.KeepBusy: "%n calendar(s)",
        c.AcceptPlan: "%n plan(s)",
        c.WriteStory: "%n stor(y|ies)",
        c.DropStory: "%n dropped stor(y|ies)",
        c.PlaceStory: "%n placed stor(y|ies)",
        c.TimeStory: "%n told stor(y|ies)",
        c.AssessLevel: "%n assessment(s) of the level",
        c.GradeReview: "%n (grade of a review|grades of reviews)",
        c.WriteReview: "%n (review of a week|reviews of weeks)",
        c.Retract: "%n step(s) taken back",
    },
)
_TAKEN_BACK = Table(
    "News",
    {
        c.Tick: "%n untick(s)",
        c.SkipItem: "%n item(s) taken in again",
        c.DropStory: "%n stor(y|ies) brought back",
    },
)


def news(commands: Iterable[c.Change | c.Retract], *, from_here: bool) -> str:
    """Return what came in, as in "From another computer: 3 ticks, 1 story"; most frequent first.

    `from_here` says that another program of this computer wrote it.
    """
    counts = Counter(map(_words, commands))
    told = [translate("News", words, n=n) for words, n in counts.most_common(_MOST_KINDS)]
    rest = sum(counts.values()) - sum(n for _, n in counts.most_common(_MOST_KINDS))
    if rest:
        told.append(translate("News", "%n more", n=rest))
    if from_here:
        return translate("News", "From another program: {news}.", news=", ".join(told))
    return translate("News", "From another computer: {news}.", news=", ".join(told))


def _words(command: c.Change | c.Retract) -> str:
    if isinstance(command, c.Retract) and command.purpose == "restore":
        return QT_TRANSLATE_NOOP("News", "%n return(s) to a backup")
    is_back = (
        (isinstance(command, c.Tick) and not command.done)
        or (isinstance(command, c.SkipItem) and not command.skipped)
        or (isinstance(command, c.DropStory) and not command.dropped)
    )
    return (_TAKEN_BACK if is_back else _WORDS).rows[type(command)]
