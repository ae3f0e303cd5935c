"""When the plan will be done at the candidate's pace, the same on screen and in files."""

from functools import partial

from planner.core.forecast import FALLACY, Forecast
from planner.core.language import counting, number, spoken, translate, two_days

MUCH = 2
"""So many weeks late are told with what they rest on."""
_tr = partial(translate, "Finish")


def finish_text(found: Forecast) -> str:
    """Return "Likely finish 14 Jan, between 8 and 22 Jan.", or the day on which it was."""
    if found.likely is None:
        return _tr("At the pace so far the end of the plan is not in sight.")
    likely = spoken().day(found.likely, "d MMM")
    if not found.left_minutes:
        return _tr("The plan was done on {day}.").format(day=likely)
    if found.earliest is None or found.latest is None:
        earliest = spoken().day(found.earliest or found.likely, "d MMM")
        words = _tr("Likely finish {day}, {earliest} at the earliest, the latest is not in sight.")
        return words.format(day=likely, earliest=earliest)
    first, last = two_days(found.earliest, found.latest, "d MMM")
    words = _tr("Likely finish {day}, between {first} and {last}.")
    return words.format(day=likely, first=first, last=last)


def slack_text(found: Forecast) -> str:
    """Return "1.5 weeks of slack"; while there is no own pace, what that is if work slips.

    A plan in which nothing has slipped yet is in time, so that goes first.
    """
    if found.slack is None:
        return _tr("end not in sight")
    weeks = round(abs(found.slack), 1)
    n, said = counting(weeks), number(weeks)
    if rests_on_usual(found):
        if found.slack >= 0:
            words = _tr("{weeks} week(s) of slack, even if work slips as usual", n=n, weeks=said)
        else:
            words = _tr(
                "in time as planned; {weeks} week(s) late if work slips as usual", n=n, weeks=said
            )
        return words
    if found.slack >= 0:
        return _tr("{weeks} week(s) of slack", n=n, weeks=said)
    return _tr("{weeks} week(s) late if the weeks to come go like those so far", n=n, weeks=said)


def rests_on_usual(found: Forecast) -> bool:
    """Say whether a forecast rests on how plans usually go, with nothing of one's own yet."""
    return bool(found.left_minutes) and not found.own


def usual_text(found: Forecast) -> str:
    """Say why a plan that fits may be late, while nothing or little is known of one's own pace."""
    if found.own and found.usual and found.slack is not None and found.slack <= -MUCH:
        return _tr(
            "That rests on %n full week(s) of your own: each one that goes as planned counts as "
            "much, and “Catch up…” shows what would fit.",
            n=found.own,
        )
    if not rests_on_usual(found):
        return ""
    return _tr(
        "The plan fits the hours you give it. But plans usually take {factor} times as long as "
        "expected; once a full week is over, your own pace counts instead.",
        factor=number(FALLACY, 1),
    )


def outlook_text(found: Forecast) -> str:
    """Return the finish and the slack as sentences, where both are still to come."""
    if found.likely is None or not found.left_minutes:
        return finish_text(found)
    return f"{finish_text(found)} {slack_sentence(found)}"


def slack_sentence(found: Forecast) -> str:
    """Return the slack as a sentence of its own."""
    slack = slack_text(found)
    return _tr("{slack}.", slack=slack[:1].upper() + slack[1:])
