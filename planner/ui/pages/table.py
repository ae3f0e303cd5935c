"""The pages by name, in the order of the sidebar; each is loaded when it is first shown."""

from collections.abc import Mapping

from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.stack import Maker


def _week(look: Look) -> Page:
    from planner.ui.pages.week import WeekPage

    return WeekPage(look)


def _plan(look: Look) -> Page:
    from planner.ui.pages.plan import PlanPage

    return PlanPage(look)


def _checklist(look: Look) -> Page:
    from planner.ui.pages.checklist import ChecklistPage

    return ChecklistPage(look)


def _readiness(look: Look) -> Page:
    from planner.ui.pages.readiness import ReadinessPage

    return ReadinessPage(look)


def _stories(look: Look) -> Page:
    from planner.ui.pages.stories import StoriesPage

    return StoriesPage(look)


def _practice(look: Look) -> Page:
    from planner.ui.pages.practice import PracticePage

    return PracticePage(look)


def _guide(look: Look) -> Page:
    from planner.ui.pages.guide import GuidePage

    return GuidePage(look)


PAGES: Mapping[str, Maker] = {
    "week": _week,
    "plan": _plan,
    "checklist": _checklist,
    "readiness": _readiness,
    "stories": _stories,
    "practice": _practice,
    "guide": _guide,
}
