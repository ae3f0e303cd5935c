"""Each score of each dimension has words at each level."""

from pathlib import Path

import pytest

from planner.core.values import Level
from planner.resources import resource
from planner.storage.rubric import FILE, load_rubric
from tests.core.strategies import usual


def test_every_dimension_and_principle_has_four_different_sentences() -> None:
    rubric = load_rubric(resource("practice"))
    curriculum = usual().curriculum
    assert rubric.dimensions.keys() == {row.id for row in curriculum.guide.matrix}
    seen: list[str] = []
    for level in Level:
        for row in curriculum.guide.matrix:
            seen += rubric.words(row.id, level)
        assert rubric.words("ownership", level) == rubric.principle[level]
        seen += rubric.principle[level]
    assert len(seen) == len(set(seen)) == 2 * 6 * 4


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"dimensions": {}, "principle": {"L6": ["a"]}}', b"\xff"],
)
def test_what_is_no_rubric_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ValueError, match=r"validation error|JSON"):
        load_rubric(tmp_path)
