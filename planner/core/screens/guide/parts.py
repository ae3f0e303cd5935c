"""The parts of the guide in its own order, made from the curriculum."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import zip_longest

from planner.core.curriculum import Item
from planner.core.guide import Guide, Row
from planner.core.language import translate
from planner.core.screens.guide.cells import EMPTY, Cells, beside
from planner.core.screens.guide.values import (
    Cell,
    Column,
    GuideScreen,
    Line,
    Part,
    Place,
    Way,
)
from planner.core.state import State
from planner.core.values import Level

_tr = partial(translate, "Guide")


def guide_screen(state: State) -> GuideScreen:
    """Return the whole guide, with what the candidate can do about each thing."""
    guide = state.curriculum.guide
    level = state.profile.level if state.profile else None
    parts = _Parts(state).parts() if guide.levels else ()
    return GuideScreen(guide.title, level, tuple(parts))


class _Parts:
    """Puts the parts together for one state."""

    def __init__(self, state: State) -> None:
        self._curriculum = state.curriculum
        self._guide: Guide = state.curriculum.guide
        self._heads = self._guide.headings
        self._cells = Cells(state)
        self._doing = self._cells.doing

    def parts(self) -> Iterator[Part]:
        yield self._covers()
        yield self._ladder()
        yield self._table("scope", self._guide.scope, corner="level")
        yield self._differentiators()
        yield self._skills()
        yield self._table(
            "leadership", self._guide.leadership, "leadership", "competencies", "competency"
        )
        yield self._process()
        yield self._loop()
        yield self._table("matrix", self._guide.matrix, "matrix", "evaluation", "dimension")
        yield self._principles()
        yield self._success()
        yield self._failures()
        yield self._reading()
        yield self._key_skills()
        yield self._next_steps()
        yield Part("tip", self._heads["tip"], text=self._guide.tip, lines=(self._tip(),))
        yield self._about()

    def _covers(self) -> Part:
        lines = (
            Line((Cell(one.label, one.text, one.note, ways=self._doing.seen(one.see, None)),))
            for one in self._guide.covers
        )
        return self._part(
            "covers", lines, chapter=self._heads["foundation"], text=self._guide.foundation
        )

    def _ladder(self) -> Part:
        known = {level.value: level for level in Level}
        lines = []
        for rung in self._guide.ladder:
            level = known.get(rung.id)
            ways = self._doing.level_ways(level) if level else ()
            lines.append(Line((Cell(text=rung.title, level=level, ways=ways),), label=rung.id))
        return self._part("ladder", lines, note=self._guide.ladder_note)

    def _table(
        self,
        part_id: str,
        rows: Iterable[Row],
        heads: str = "",
        chapter: str = "",
        corner: str = "",
    ) -> Part:
        lines = (
            Line(
                tuple(
                    Cell(
                        text=row.at[level],
                        level=level,
                        ways=self._doing.seen(row.see.get(level, ()), level),
                    )
                    for level in Level
                ),
                label=row.label,
                note=row.note,
            )
            for row in rows
        )
        columns = self._columns(heads) if heads else tuple(Column(one.value, one) for one in Level)
        above = self._heads[chapter] if chapter else ""
        return self._part(
            part_id, lines, columns=columns, chapter=above, corner=self._heads[corner]
        )

    def _differentiators(self) -> Part:
        guide = self._guide
        focus = tuple(Cell(text=guide.levels[one].focus, level=one) for one in Level)
        points = beside(
            {
                level: [
                    self._cells.point(one, level) for one in guide.levels[level].differentiators
                ]
                for level in Level
            }
        )
        lines = (Line(focus, label=self._heads["focus"]), *points)
        return self._part("differentiators", lines, columns=self._columns("level"))

    def _skills(self) -> Part:
        lists: dict[Level, list[list[Cell]]] = {}
        names = {}
        for level in Level:
            groups = self._guide.levels[level].skills
            names[level] = groups[0].id.partition(".")[0] if groups else ""
            items = {(one.group, one.label): one for one in self._curriculum.items}
            lists[level] = [
                [
                    Cell(group.label, level=level, is_head=True),
                    *(
                        self._cells.skill(items.get((group.id, one)), one, level)
                        for one in group.skills
                    ),
                ]
                for group in groups
            ]
        blocks = zip_longest(lists[Level.L6], lists[Level.L7], fillvalue=())
        lines = [
            line for left, right in blocks for line in beside({Level.L6: left, Level.L7: right})
        ]
        columns = (
            Column(f"{one.title} · {names[one.level]}" if one.level else one.title, one.level)
            for one in self._columns("requirements")
        )
        return self._part(
            "technical",
            lines,
            columns=tuple(columns),
            chapter=self._heads["competencies"],
        )

    def _process(self) -> Part:
        guide = self._guide
        steps = beside({one: self._cells.boxes(guide.levels[one].steps, one) for one in Level})
        boxes = beside({one: self._cells.boxes(guide.levels[one].loop_day, one) for one in Level})
        inside = Line(
            tuple(Cell(_tr("Loop day, box by box"), level=one, is_head=True) for one in Level)
        )
        return self._part("process", (*steps, inside, *boxes), columns=self._columns("process"))

    def _loop(self) -> Part:
        rounds = beside(
            {
                level: [
                    self._cells.round(one)
                    for one in self._curriculum.rounds_at(level)
                    if one.in_loop
                ]
                for level in Level
            }
        )
        before = beside(
            {
                level: [
                    self._cells.round(one)
                    for one in self._curriculum.rounds_at(level)
                    if not one.in_loop
                ]
                for level in Level
            }
        )
        notes = Line(
            tuple(Cell(note=self._guide.levels[one].loop_note, level=one) for one in Level)
        )
        outside = Line(
            tuple(Cell(_tr("Before the loop day"), level=one, is_head=True) for one in Level)
        )
        columns = (self._loop_column(one) for one in Level)
        return Part(
            id="loop",
            title=_tr("The loop, round by round"),
            chapter=self._heads["process"],
            columns=tuple(columns),
            lines=(notes, *rounds, outside, *before),
        )

    def _loop_column(self, level: Level) -> Column:
        guide = self._guide.levels[level]
        first, last = guide.stated_loop_hours
        return Column(f"{guide.headings['loop']} ({first}-{last} hours)", level)

    def _principles(self) -> Part:
        five: dict[Level, list[Cell]] = {level: [] for level in Level}
        for one in sorted(self._curriculum.principles, key=lambda each: each.place or 0):
            if one.critical_for is not None:
                five[one.critical_for].append(
                    self._cells.principle(one, len(five[one.critical_for]) + 1)
                )
        others = [one for one in self._curriculum.principles if one.critical_for is None]
        lines = [
            *beside(five),
            Line((Cell(_tr("In neither list of the guide"), is_head=True),)),
            *(Line((self._cells.principle(one),)) for one in others),
        ]
        columns = self._columns("critical")
        return self._part("principles", lines, columns=columns, chapter=self._heads["evaluation"])

    def _success(self) -> Part:
        cells = {level: list(self._cells.criteria(self._curriculum, level)) for level in Level}
        return self._part("success", beside(cells), columns=self._columns("success"))

    def _failures(self) -> Part:
        cells = {level: list(self._cells.failures(self._curriculum, level)) for level in Level}
        return self._part("failures", beside(cells), columns=self._columns("failures"))

    def _reading(self) -> Part:
        lines = (Line((self._cells.item(one),)) for one in self._of_group("reading"))
        note = self._note_of("reading")
        chapter = self._heads["resources"]
        return self._part("reading", lines, chapter=chapter, note=note)

    def _key_skills(self) -> Part:
        heads = (self._heads["key-technical"], self._heads["key-leadership"])
        both = ("key_technical", "key_leadership")
        cells = zip_longest(
            *([self._cells.item(one) for one in self._of_group(name)] for name in both)
        )
        lines = (Line(tuple(cell or EMPTY for cell in pair)) for pair in cells)
        return self._part(
            "key-skills",
            lines,
            chapter=self._heads["resources"],
            note=self._note_of("key_technical"),
            columns=tuple(map(Column, heads)),
        )

    def _next_steps(self) -> Part:
        lines = (
            Line(
                (
                    Cell(
                        one.label,
                        one.text,
                        self._curriculum.by_id[one.id].note,
                        ways=self._doing.item(one.id),
                    ),
                )
            )
            for one in self._guide.next_steps
        )
        return self._part("next-steps", lines, note=self._note_of("orientation"))

    def _tip(self) -> Line:
        level = self._doing.level
        others = (self._doing.level_ways(one) for one in Level if one is not level)
        chosen = _tr("No level is chosen yet.")
        if level:
            chosen = _tr("You prepare for {level}.", level=level.value)
        return Line(
            (Cell(text=chosen, ways=(*self._doing.item("next.assess"), _assess(), *next(others))),)
        )

    def _about(self) -> Part:
        lines = tuple(Line((Cell(one.label, one.text, one.note),)) for one in self._guide.about)
        return Part("about", _tr("About this guide"), lines=lines)

    def _of_group(self, group: str) -> list[Item]:
        return [one for one in self._curriculum.items if one.group == group]

    def _note_of(self, group: str) -> str:
        return next((one.note for one in self._curriculum.groups if one.id == group), "")

    def _columns(self, heading: str) -> tuple[Column, ...]:
        return tuple(Column(self._guide.levels[one].headings[heading], one) for one in Level)

    def _part(
        self,
        part_id: str,
        lines: Iterable[Line],
        *,
        columns: tuple[Column, ...] = (),
        chapter: str = "",
        text: str = "",
        note: str = "",
        corner: str = "",
    ) -> Part:
        title = self._heads[part_id]
        return Part(part_id, title, chapter, text, note, corner, columns, tuple(lines))


def _assess() -> Way:
    return Way(Place.ACTION, "assess-level", _tr("Assess your level"))
