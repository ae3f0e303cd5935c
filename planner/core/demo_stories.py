"""The stories of the made-up candidate of `demo`."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planner.core.commands import Change, PlaceStory, TimeStory, WriteStory
from planner.core.story import Role, Version

_STORIES: Mapping[str, dict[str, Any]] = {
    "pager": {
        "title": "Pager rotation",
        "situation": "Four people carried the pager for nine services and two wanted to leave.",
        "task": "Make the rotation bearable within a quarter without hiring.",
        "action": "I counted every page for a month, deleted the alerts nobody acted on, gave "
        "each service one owner and took the first shift myself.",
        "result": "Pages a week fell from 61 to 14; both stayed.",
        "role": Role.SEVERAL_TEAMS,
        "engineers": 11,
        "teams": 2,
        "criteria": ("DT2", "DT3"),
    },
    "billing": {
        "title": "Billing outage",
        "situation": "Invoices failed for 11 % of accounts on quarter end.",
        "task": "Restore billing before the 48-hour filing limit; I owned both teams.",
        "action": "Split the group, froze deploys, moved reconciliation off the hot path, wrote "
        "the director update every 2 h.",
        "result": "Recovered in 9 h, no filing missed; correction cut repeat incidents from 5 a "
        "quarter to 0.",
        "role": Role.SEVERAL_TEAMS,
        "engineers": 14,
        "millions": 30,
        "criteria": ("DT2", "TE2"),
    },
    "config": {
        "title": "Config service",
        "situation": "Each of six teams had its own way to switch features on.",
        "task": "Replace them by one that a new engineer understands in an hour.",
        "action": "I built the first version alone over two sprints and moved three teams.",
        "result": "All six use it; a rollback takes 40 seconds instead of a deploy.",
        "role": Role.CONTRIBUTOR,
        "teams": 6,
    },
    "kafka": {
        "title": "Kafka or not",
        "situation": "The architects wanted one event bus for everything by summer.",
        "task": "Decide for my two teams, against the majority if need be.",
        "action": "I measured our real rates, wrote four pages against it, and committed to the "
        "pilot that was agreed on instead.",
        "result": "The pilot showed 3 % of the expected load; the bus was bought for one team.",
        "role": Role.SEVERAL_TEAMS,
        "engineers": 14,
        "criteria": ("LE3",),
    },
    "senior": {
        "title": "Growing a senior",
        "situation": "My best engineer solved everything alone and nobody learned from it.",
        "task": "Make a lead out of a soloist.",
        "action": "We set one goal a month, from pairing to running the design review.",
        "result": "Promoted after 10 months; two of the team were a year later.",
        "role": Role.MANAGER,
        "engineers": 11,
        "criteria": ("LE1", "LE2"),
    },
    "performer": {
        "title": "Low performer",
        "situation": "Two sprints in a row the same tickets came back from review.",
        "task": "Find out why, and be fair to the person and to the team.",
        "action": "I said what I saw in the first week, agreed on three things to show, and met "
        "twice a week.",
        "result": "It did not work out; the team said afterwards that it had been fair.",
        "role": Role.MANAGER,
        "engineers": 11,
        "setback": True,
        "criteria": ("LE1",),
    },
    "bill": {
        "title": "EC2 bill",
        "situation": "Our bill grew twice as fast as our traffic.",
        "task": "Stop that without a freeze on features.",
        "action": "I put the cost of each service on its dashboard and let the teams compete.",
        "result": "34 % less in two quarters, $1.9M a year.",
        "role": Role.SEVERAL_TEAMS,
        "engineers": 22,
        "criteria": ("DT3",),
    },
    "latency": {
        "title": "Tail latency",
        "situation": "One request in a thousand took 8 seconds and nobody could say why.",
        "task": "Find it before the holiday season.",
        "action": "I read the traces myself for two days and found the retry that woke a cache.",
        "result": "p99.9 from 8 s to 400 ms.",
        "role": Role.MANAGER,
        "engineers": 11,
        "criteria": ("TE3",),
    },
    "migration": {
        "title": "Migration in 2 quarters",
        "situation": "The data centre's lease ended in seven months.",
        "task": "Move 40 services of four teams with a freeze of no more than a week.",
        "action": "I cut it into waves, gave each a date and a way back, and dropped what nobody "
        "used.",
        "result": "Done 12 days early; 6 services were switched off for good.",
        "role": Role.SEVERAL_TEAMS,
        "engineers": 24,
        "teams": 4,
        "millions": 12,
        "criteria": ("DT1", "LE3"),
    },
}
_PLACES = {
    "ownership": ("pager", "billing"),
    "invent-and-simplify": ("config", ""),
    "are-right-a-lot": ("kafka", ""),
    "hire-and-develop-the-best": ("senior", "performer"),
    "insist-on-the-highest-standards": ("billing", ""),
    "bias-for-action": ("pager", ""),
    "frugality": ("bill", ""),
    "earn-trust": ("performer", ""),
    "dive-deep": ("billing", "latency"),
    "have-backbone-disagree-and-commit": ("kafka", ""),
    "deliver-results": ("migration", "billing"),
}
_TOLD = (("billing", Version.LONG, 250), ("pager", Version.SHORT, 118))


def demo_stories(today: date) -> Iterator[Change]:
    """Return the commands that write, place and time them."""
    for name, story in _STORIES.items():
        yield WriteStory(story=f"story.{name}", **story)
    for principle, names in _PLACES.items():
        for place, name in enumerate(names, 1):
            if name:
                yield PlaceStory(principle=principle, place=place, story=f"story.{name}")
    for name, version, seconds in _TOLD:
        yield TimeStory(story=f"story.{name}", version=version, seconds=seconds, on=today)
