from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.decisions import Bound, Decision, bounds, merging, splitting

ids = st.integers(1, 9)


def together(one: int, other: int) -> Decision:
    return Decision(one, other, together=True)


def apart(one: int, other: int) -> Decision:
    return Decision(one, other, together=False)


def test_being_together_is_passed_on_and_shares_what_is_apart() -> None:
    found = bounds([together(1, 2), together(2, 3), apart(3, 7), together(7, 8)])
    assert found == {
        1: Bound(frozenset({2, 3}), frozenset({7, 8})),
        2: Bound(frozenset({1, 3}), frozenset({7, 8})),
        3: Bound(frozenset({1, 2}), frozenset({7, 8})),
        7: Bound(frozenset({8}), frozenset({1, 2, 3})),
        8: Bound(frozenset({7}), frozenset({1, 2, 3})),
    }


def test_merging_binds_all_articles_of_all_stories() -> None:
    found = bounds(merging([[5, 3], [4], [9, 1]]))
    assert all(bound.together == {1, 3, 4, 5, 9} - {number} for number, bound in found.items())
    assert found.keys() == {1, 3, 4, 5, 9}
    assert merging([[5]]) == []


def test_splitting_keeps_what_was_taken_out_together_and_from_all_of_the_rest() -> None:
    found = bounds(splitting([1, 4], [2, 3]))
    assert found[2] == Bound(frozenset({3}), frozenset({1, 4}))
    assert found[3] == Bound(frozenset({2}), frozenset({1, 4}))
    assert found[1] == Bound(frozenset(), frozenset({2, 3}))


@given(st.lists(st.tuples(ids, ids, st.booleans()).filter(lambda pair: pair[0] < pair[1])))
def test_bounds_go_both_ways_and_never_contradict_themselves(pairs: list[tuple[int, int, bool]]) -> None:
    found = bounds([Decision(*pair) for pair in pairs])
    for number, bound in found.items():
        assert number not in bound.together | bound.apart
        assert not bound.together & bound.apart
        assert all(number in found[other].together for other in bound.together)
        assert all(number in found[other].apart for other in bound.apart)
