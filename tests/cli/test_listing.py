"""Checklists come in from the command line, after a preview, as one step."""

from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.md"


def test_a_week_that_was_ticked_elsewhere_comes_back(planned: Program, file: Path) -> None:
    assert planned.run("week", "--output", str(file)).status == 0
    file.write_text(file.read_text("utf-8").replace("- [ ]", "- [x]", 2), "utf-8")
    before = planned.lines()
    shown = planned.run("import", str(file))
    assert shown.out.splitlines() == [
        "2 ticks to take in, 0 here already",
        "  W1-01  Assess Your Level",
        "  W1-02  Understand Competencies",
        "Nothing was changed; add --yes to take it in.",
    ]
    assert planned.lines() == before
    assert planned.run("import", str(file), "--yes").out.endswith("loopready undo\n")
    assert "2 here already" in planned.run("import", str(file), "--yes").out
    planned.run("undo")
    assert planned.run("import", str(file)).out == shown.out


def test_a_list_of_somebody_elses_becomes_own_items(planned: Program, file: Path) -> None:
    file.write_text("# To do\n- [ ] Read DDIA (2 h)\n- [x] Mock with a friend\n", "utf-8")
    shown = planned.run("import", str(file))
    assert shown.out.splitlines()[:3] == [
        "2 items of your own to add",
        "  Read DDIA \u00b7 2 h",
        "  Mock with a friend \u00b7 1 h \u00b7 done",
    ]
    planned.run("import", str(file), "--yes")
    assert "Read DDIA" in planned.run("checklist").out


def test_a_list_of_another_plan_is_one_line(planned: Program, file: Path) -> None:
    file.write_text("- [x] W1-01 \u00b7 Tue 1 Dec \u00b7 Learn to juggle \u00b7 1 h\n", "utf-8")
    result = planned.run("import", str(file), "--yes")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "This list is of another plan. Nothing was changed."


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.md", b"", "no line of it is a task"),
        ("a.md", b"Just words.\n", "no line of it is a task"),
        ("a.csv", b"title\n", "it has no rows"),
        ("a.csv", b"a\0b", "it is no text"),
        ("a.md", b"\xff\xfe\x00", "it is no text"),
        ("a.md", b"- [ ] \x81\x8d", "it is neither UTF-8 nor Windows text; save it as UTF-8"),
        ("a.md", b"- [ ] x\n" * 600_000, "it has more than 4 MB"),
    ],
)
def test_what_is_no_list_is_one_line(
    planned: Program, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = planned.run("import", str(tmp_path / name), "--yes")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == f"{tmp_path / name} cannot be imported: {told}. Nothing was changed."


def test_a_table_in_the_encoding_of_windows_is_read_and_said(
    planned: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes("Task;Hours\n\u00dcben;2,5\n".encode("cp1252"))
    first, _, item, _ = planned.run("import", str(tmp_path / "a.csv")).out.splitlines()
    assert first.startswith("The file is not UTF-8")
    assert item == "  \u00dcben \u00b7 2 h 30 m"


def test_a_list_of_more_items_than_a_person_has_is_refused(planned: Program, file: Path) -> None:
    file.write_text("".join(f"- [ ] item {n}\n" for n in range(501)), "utf-8")
    assert planned.run("import", str(file), "--yes").complaint.startswith("The list has more than")
