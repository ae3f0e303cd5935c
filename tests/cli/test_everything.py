"""`loopready export --everything` and `import`: all there is, out and in again."""

import errno
import json
import os
from pathlib import Path

import pytest

from planner.storage.document import form
from tests.cli.program import Program, Result, program_in
from tests.support.faults import failing, failing_to_open

HEAD = "L6, loop 2027-02-08 · 10 weeks"


@pytest.fixture
def elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Program:
    """Another computer with an empty store."""
    other = program_in(tmp_path / "other", capsys)
    state = tmp_path / "other-state"

    def run(program: Program, *words: str, **more: str) -> Result:
        with pytest.MonkeyPatch.context() as patch:
            if program.store == other.store:
                patch.setenv("XDG_STATE_HOME", str(state))
            return really(program, *words, **more)

    really = Program.run
    monkeypatch.setattr(Program, "run", run)
    return other


def written(program: Program, tmp_path: Path) -> Path:
    file = tmp_path / "all.json"
    assert program.run("export", "--everything", "--output", str(file)).status == 0
    return file


def test_everything_is_json_with_a_head_to_read(planned: Program) -> None:
    planned.run("done", "W1-01", "W1-02=40")
    result = planned.run("export", "--everything")
    assert (result.status, result.err) == (0, "")
    document = result.document
    assert (document["format"], document["version"]) == (form.FORMAT, form.VERSION)
    assert (document["written"], document["count"]) == ("2026-12-05", 5)
    assert document["holds"]["level"] == "L6"
    assert document["holds"]["minutes"] == 40
    assert [json.loads(line) for line in planned.lines()] == document["commands"]


def test_another_computer_takes_it_in_after_a_look(
    planned: Program, elsewhere: Program, tmp_path: Path
) -> None:
    planned.run("done", "W1-01")
    file = written(planned, tmp_path)
    looked = elsewhere.run("import", str(file))
    assert (looked.status, looked.err) == (0, "")
    lines = looked.out.splitlines()
    assert lines[0] == f"{file}, written on 2026-12-05 by Loopready 0.1.0"
    assert lines[1] == "3 commands are new."
    assert lines[2] == "  now    not chosen · no plan · 0 ticks · 0 m logged · 0 steps"
    assert lines[3].startswith(f"  after  {HEAD}")
    assert lines[4:] == ["Nothing was changed; add --yes to take it in."]
    assert not elsewhere.store.exists()
    taken = elsewhere.run("import", "--yes", str(file))
    assert (taken.status, taken.err) == (0, "")
    assert taken.out.splitlines()[:4] == lines[:4]
    assert taken.out.splitlines()[4:] == ["Taken in. To take this back: loopready undo"]
    for words in (("week",), ("export", "--format", "json"), ("status",)):
        assert elsewhere.run(*words).out == planned.run(*words).out
    again = elsewhere.run("import", "--yes", str(file))
    assert again.out.splitlines()[1] == "All of its 3 commands are here already."
    assert elsewhere.run("check").status == 0


def test_taking_in_is_undone_as_one_step(
    planned: Program, elsewhere: Program, tmp_path: Path
) -> None:
    file = written(planned, tmp_path)
    elsewhere.run("import", "--yes", str(file))
    assert elsewhere.run("undo").out == "Taken back:\n  import of a document\n"
    assert elsewhere.run("week").status == 2


def test_only_what_is_new_is_taken_in_and_a_backup_is_made_before(
    planned: Program, elsewhere: Program, tmp_path: Path
) -> None:
    elsewhere.run("import", "--yes", str(written(planned, tmp_path)))
    planned.run("done", "W1-01")
    taken = elsewhere.run("import", "--yes", str(written(planned, tmp_path)))
    assert taken.out.splitlines()[1] == "1 command is new, 2 are here already."
    listed = elsewhere.run("restore", "--list").out
    assert listed.count(", before an import\n") == 1
    assert elsewhere.run("week").out == planned.run("week").out


def test_a_document_in_the_folder_of_the_store_is_no_journal(planned: Program) -> None:
    before = planned.run("week").out
    file = planned.store / "all.json"
    assert planned.run("export", "--everything", "--output", str(file)).status == 0
    assert planned.run("week").out == before
    assert planned.run("check").status == 0


def test_a_journal_that_cannot_be_read_is_not_left_out(planned: Program, tmp_path: Path) -> None:
    """Else a document that lacks it would take the place of one that holds it."""
    file = written(planned, tmp_path)
    before = file.read_bytes()
    (planned.store / "journal-bob.jsonl").write_bytes(b"?")
    with failing_to_open("journal-bob.jsonl"):
        result = planned.run("export", "--everything", "--output", str(file))
    assert result.status == 1
    assert "Nothing was written. It cannot be read at the moment: " in result.err
    assert file.read_bytes() == before


def test_everything_has_one_form(planned: Program) -> None:
    for words in (("--format", "pdf"), ("--format", "text"), ("--paper", "a4"), ("--discreet",)):
        result = planned.run("export", "--everything", *words)
        assert (result.status, result.out) == (2, "")
        assert (
            result.complaint == "Everything is written as JSON; leave options of other forms out."
        )
    assert planned.run("export", "--everything", "--format", "json").status == 0


def test_without_a_store_there_is_nothing_to_write(program: Program) -> None:
    assert program.run("export", "--everything").status == 2


def test_what_is_larger_than_can_be_imported_is_not_written(
    planned: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.storage.document.writing.MOST_BYTES", 100)
    file = tmp_path / "all.json"
    result = planned.run("export", "--everything", "--output", str(file))
    assert (result.status, result.out) == (1, "")
    assert result.complaint.startswith("The store makes a document of more than ")
    assert not file.exists()


def test_what_cannot_be_imported_changes_nothing(planned: Program, tmp_path: Path) -> None:
    pipe, circle = tmp_path / "pipe", tmp_path / "circle"
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    plan = tmp_path / "plan.json"
    planned.run("export", "--output", str(plan))
    before = planned.lines()
    for path in (tmp_path / "none", tmp_path, pipe, circle, plan, planned.journal()):
        for words in ((), ("--yes",)):
            result = planned.run("import", str(path), *words)
            assert (result.status, result.out) == (2, "")
            assert str(path) in result.complaint
            assert result.complaint.endswith(" Nothing was changed.")
    assert planned.lines() == before
    assert len(list(planned.store.iterdir())) == 1


def test_a_disk_that_refuses_is_told(planned: Program, elsewhere: Program, tmp_path: Path) -> None:
    file = written(planned, tmp_path)
    with failing("fsync", errno.ENOSPC):
        result = elsewhere.run("import", "--yes", str(file))
    assert (result.status, result.out) == (1, "")
    assert result.complaint.startswith("Nothing was imported. The disk is full: ")
    assert not elsewhere.store.exists()


def test_words_of_the_file_are_shown_plainly(planned: Program, tmp_path: Path) -> None:
    file = written(planned, tmp_path)
    text = file.read_text(encoding="utf-8").replace('"0.1.0"', r'"0.1\u001b[31m\n0"')
    file.write_text(text, encoding="utf-8")
    out = planned.run("import", str(file)).out
    assert "\x1b" not in out
    assert len(out.splitlines()) == 3


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<img src=file:///etc/passwd>", "<img src=file:///etc/passwd>"),
        ("if a<b and c>d &lt;b&gt; %s {0} ${x} &x", "if a<b and c>d &lt;b&gt; %s {0} ${x} &x"),
        ("\u202egnp.x\u202c x\x00y", "gnp.x xy"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("e" + "\u0301" * 199, "e" + "\u0301" * 199),
    ],
)
def test_a_title_of_any_kind_travels_and_is_shown_as_text(
    planned: Program, elsewhere: Program, tmp_path: Path, title: str, shown: str
) -> None:
    assert planned.run("add", title, "--minutes", "60").status == 0
    elsewhere.run("import", "--yes", str(written(planned, tmp_path)))
    listed = elsewhere.run("checklist", "--format", "markdown").out
    assert listed == planned.run("checklist", "--format", "markdown").out
    lines = elsewhere.run("undo").out + planned.run("undo").out
    assert f"own item “{shown}”" in lines
