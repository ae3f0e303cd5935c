"""What is worked out once for each key."""

from planner.core.planning.memo import Memo


def test_each_value_is_made_once_when_it_is_first_asked_for() -> None:
    asked: list[int] = []

    def make(key: int) -> int:
        asked.append(key)
        return key * key

    squares = Memo(make)
    assert asked == []
    assert [squares[3], squares[2], squares[3]] == [9, 4, 9]
    assert asked == [3, 2]
