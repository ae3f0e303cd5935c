"""How pages are filled, without a letter on them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from planner.paper.typesetting.slices import Bond, Page, Slice, fill_pages


def strip(height: float, bond: Bond = Bond.NONE, space: float = 0.0) -> Slice:
    return Slice(height, (), space=space, bond=bond)


def filled(run: Sequence[Slice], first: float, later: float) -> list[Page]:
    return fill_pages(run, [Page(first)], later)


def heights(pages: Sequence[Page]) -> list[list[float]]:
    return [[one.height for _, one in page.slices] for page in pages]


def test_what_fits_stands_on_one_page() -> None:
    assert heights(filled([strip(40), strip(60)], 100, 100)) == [[40, 60]]


def test_what_does_not_fit_goes_on() -> None:
    assert heights(filled([strip(40), strip(61)], 100, 100)) == [[40], [61]]


def test_the_first_page_may_hold_less() -> None:
    assert heights(filled([strip(40), strip(40), strip(40)], 50, 100)) == [[40], [40, 40]]


def test_a_section_that_fits_a_page_is_not_parted() -> None:
    section = [strip(30, Bond.HEADING), strip(30, Bond.SECTION), strip(30)]
    assert heights(filled([strip(20), *section], 100, 100)) == [[20], [30, 30, 30]]


def test_a_section_longer_than_a_page_begins_where_it_is() -> None:
    section = [strip(10, Bond.HEADING), *(strip(30, Bond.SECTION) for _ in range(3)), strip(31)]
    assert heights(filled([strip(20), *section], 100, 100)) == [[20, 10, 30, 30], [30, 31]]


def test_a_heading_goes_with_its_first_row() -> None:
    section = [strip(10, Bond.HEADING), *(strip(30, Bond.SECTION) for _ in range(3)), strip(31)]
    assert heights(filled([strip(70), *section], 100, 100)) == [[70], [10, 30, 30, 30], [31]]


def test_the_lines_of_a_row_stay_together() -> None:
    row = [strip(10, Bond.LINES), strip(10, Bond.LINES), strip(10, Bond.SECTION)]
    assert heights(filled([strip(50, Bond.SECTION), *row, *row], 100, 60)) == [
        [50, 10, 10, 10],
        [10, 10, 10],
    ]


def test_a_row_higher_than_a_page_is_parted_between_its_lines() -> None:
    row = [strip(40, Bond.LINES), strip(40, Bond.LINES), strip(40)]
    assert heights(filled(row, 100, 100)) == [[40, 40], [40]]


def test_a_strip_higher_than_a_page_has_one_of_its_own() -> None:
    assert heights(filled([strip(10), strip(130), strip(10)], 100, 100)) == [[10], [130], [10]]


def test_space_stands_between_and_not_on_top() -> None:
    pages = filled([strip(40, space=16), strip(40, space=16), strip(40, space=16)], 100, 100)
    assert [[top for top, _ in page.slices] for page in pages] == [[0, 56], [0]]


def test_a_page_that_goes_on_repeats_the_heading() -> None:
    again = strip(5)
    rows = [Slice(40, (), again=again), Slice(40, (), again=again), Slice(40, (), again=again)]
    assert heights(filled([strip(15), *rows], 100, 100)) == [[15, 40, 40], [5, 40]]


def test_the_repeated_heading_takes_room() -> None:
    again = strip(15)
    rows = [Slice(45, (), again=again, bond=Bond.SECTION), Slice(45, (), again=again)]
    assert heights(filled([strip(100), *rows], 100, 100)) == [[100], [15, 45], [15, 45]]


def test_no_slices_make_an_empty_page() -> None:
    assert heights(filled([], 100, 100)) == [[]]


slices = st.builds(
    Slice,
    height=st.integers(1, 120).map(float),
    marks=st.just(()),
    space=st.sampled_from([0.0, 16.0]),
    bond=st.sampled_from(Bond),
    again=st.none() | st.builds(Slice, height=st.just(12.0), marks=st.just(())),
)


@given(st.lists(slices, max_size=40), st.integers(20, 100), st.integers(20, 100))
def test_nothing_is_lost_doubled_or_cut(run: list[Slice], first: int, later: int) -> None:
    pages = filled(run, first, later)
    shown = [one for page in pages for _, one in page.slices]
    repeated = {id(one.again) for one in run if one.again is not None}
    assert [one for one in shown if id(one) not in repeated] == run
    for index, page in enumerate(pages):
        assert page.room == (first if index == 0 else later)
        own = [one for _, one in page.slices if id(one) not in repeated]
        assert page.used <= page.room or len(own) == 1
        ends = [top + one.height for top, one in page.slices]
        assert all(end <= top for end, (top, _) in zip(ends, page.slices[1:], strict=False))
