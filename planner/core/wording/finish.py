"""When the plan will be done at the candidate's pace, the same on screen and in files."""

from functools import partial

from planner.core.forecast import Forecast
from planner.core.language import counting, number, spoken, translate, two_days

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
    """Return "1.5 weeks of slack", and that it rests on the usual pace while there is no other."""
    if found.slack is None:
        return _tr("end not in sight")
    weeks = round(abs(found.slack), 1)
    n, said = counting(weeks), number(weeks)
    if found.slack >= 0:
        slack = _tr("{weeks} week(s) of slack", n=n, weeks=said)
    else:
        slack = _tr("{weeks} week(s) short", n=n, weeks=said)
    if found.own or not found.left_minutes:
        return slack
    return _tr("{slack} at the usual pace", slack=slack)


def outlook_text(found: Forecast) -> str:
    """Return the finish and the slack as sentences, where both are still to come."""
    if found.likely is None or not found.left_minutes:
        return finish_text(found)
    return _tr("{finish} {slack}.", finish=finish_text(found), slack=slack_text(found))
