from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count, permutations
from typing import TYPE_CHECKING

import pytest

from limitedtimes.rules.stories import Evidence, Join, apart, reason, untranslated
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.semantics.grouping import Assigned, Grouper, Merged, Split, central, learned
from limitedtimes.semantics.profile import make_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.semantics.grouping import Change
    from limitedtimes.semantics.profile import Profile

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EMBEDDER = StaticEmbedder()

TRUCE = [
    "Putin says almost 5,000 died in Nagorno-Karabakh. Russian President Vladimir Putin told the Valdai forum on Thursday that almost 5,000 "
    "people had been killed in the fighting over Nagorno-Karabakh between Armenia and Azerbaijan.",
    "Nearly 5,000 dead in Karabakh war, according to Putin. The number of people killed in Nagorno-Karabakh is near 5,000, Vladimir Putin said "
    "at the Valdai club. He speaks to the leaders of Armenia and Azerbaijan, Pashinyan and Aliyev, several times a day.",
    "Armenia and Azerbaijan have each lost more than 2,000 soldiers in Nagorno-Karabakh, says Putin. At the Valdai meeting Vladimir Putin put the "
    "dead at almost 5,000, far more than the authorities in Stepanakert admit.",
]
STRIKE = [
    "Dock workers in Rotterdam walked out on Monday over pay. The union FNV said 900 dockers at the Maasvlakte terminal had stopped work, and "
    "container ships were waiting off Hoek van Holland.",
    "Strike paralyses port of Rotterdam. Some 900 dockers followed the call of the union FNV, and the Maasvlakte terminal stood still. Ships are "
    "waiting off Hoek van Holland, the port authority said.",
]
QUAKE = (
    "An earthquake of magnitude 6.1 shook the island of Lombok in Indonesia, killing at least 14 people. The agency BNPB said more than 160 were "
    "hurt in Mataram and Sembalun."
)


def profile(
    article_id: int, text: str, hours: float = 0, *, language: str = "en", copy_of: int | None = None
) -> Profile:
    return make_profile(
        EMBEDDER,
        article_id=article_id,
        title="",
        lead=None,
        text=text,
        language=language,
        at=NOON + timedelta(hours=hours),
        source_id=article_id,
        copy_of=copy_of,
    )


def grouper(join: Join | None = None) -> Grouper:
    return Grouper(count(1).__next__, join)


def apply(changes: Iterable[Change], story_of: dict[int, int]) -> None:
    for change in changes:
        if isinstance(change, Assigned):
            story_of[change.article_id] = change.story_id
        elif isinstance(change, Merged):
            story_of |= dict.fromkeys(change.articles, change.into)
        else:
            story_of |= dict.fromkeys(change.articles, change.new)


def grouped(profiles: Sequence[Profile], by: Grouper | None = None) -> dict[int, int]:
    story_of: dict[int, int] = {}
    here = by or grouper()
    for one in profiles:
        apply(here.assign(one), story_of)
    return story_of


def sets(story_of: dict[int, int]) -> set[frozenset[int]]:
    return {frozenset(one for one, story in story_of.items() if story == wanted) for wanted in story_of.values()}


ALL = [*TRUCE, *STRIKE, QUAKE]


def test_reports_of_one_event_are_a_story_and_others_are_not() -> None:
    story_of = grouped([profile(number, text, number) for number, text in enumerate(ALL, 1)])
    assert sets(story_of) == {frozenset({1, 2, 3}), frozenset({4, 5}), frozenset({6})}


def test_the_order_of_arrival_does_not_matter() -> None:
    profiles = [profile(number, text, number) for number, text in enumerate(ALL, 1)]
    orders = list(permutations(profiles))[::97]
    assert {frozenset(sets(grouped(order))) for order in orders} == {
        frozenset({frozenset({1, 2, 3}), frozenset({4, 5}), frozenset({6})})
    }


def test_the_reason_names_what_is_shared_and_how_far_apart() -> None:
    here = grouper()
    here.assign(profile(1, TRUCE[0]))
    (change,) = here.assign(profile(2, TRUCE[1], 3))
    assert isinstance(change, Assigned)
    assert change.reason is not None
    assert change.reason.startswith("shares: ")
    assert change.reason.endswith("; 3 hours apart")
    assert "Karabakh" in change.reason


def test_the_first_of_a_story_needs_no_reason() -> None:
    assert grouper().assign(profile(1, QUAKE)) == [Assigned(1, 1, None)]


def test_nothing_joins_over_more_days_than_the_window() -> None:
    assert len(sets(grouped([profile(1, TRUCE[0]), profile(2, TRUCE[1], 24 * 4.5)]))) == 2


def test_an_article_that_is_older_than_its_story_joins_it() -> None:
    assert len(sets(grouped([profile(1, TRUCE[0], 10), profile(2, TRUCE[1], 0)]))) == 1


def test_expired_stories_are_no_longer_joined_and_live_ones_are() -> None:
    here = grouper()
    here.assign(profile(1, TRUCE[0]))
    here.assign(profile(2, STRIKE[0], 30))
    here.expire(NOON + timedelta(hours=1))
    story_of = grouped([profile(3, TRUCE[1], 31), profile(4, STRIKE[1], 31)], here)
    assert story_of == {3: 3, 4: 2}


def test_a_process_that_takes_over_goes_on_as_the_first_would_have() -> None:
    profiles = [profile(number, text, number) for number, text in enumerate(ALL, 1)]
    first, second = grouper(), Grouper(count(100).__next__)
    story_of = grouped(profiles[:4], first)
    for story in set(story_of.values()):
        second.restore(story, [one for one in reversed(profiles[:4]) if story_of[one.article_id] == story])
    for one in profiles[4:]:
        ours, theirs = first.assign(one), second.assign(one)
        if ours[0].reason is not None:
            assert ours == theirs


def test_a_copy_joins_the_story_of_the_text_that_it_prints_in_either_order() -> None:
    copy, original = profile(2, "Something quite short.", 1, copy_of=1), profile(1, TRUCE[0])
    assert len(sets(grouped([original, copy]))) == len(sets(grouped([copy, original]))) == 1


def test_copies_meet_when_their_original_is_not_here() -> None:
    assert len(sets(grouped([profile(2, TRUCE[0], copy_of=1), profile(3, QUAKE, 1, copy_of=1)]))) == 1


def test_the_owner_puts_together_what_nothing_else_would() -> None:
    here = grouper()
    here.assign(profile(1, QUAKE))
    here.assign(profile(2, STRIKE[0]))
    changes = here.assign(profile(3, TRUCE[0]), together=[1])
    assert changes == [Assigned(3, 1, "put together by the owner")]


def test_stories_that_the_owner_joins_through_an_article_are_merged() -> None:
    here = grouper()
    story_of = grouped([profile(1, QUAKE), profile(2, STRIKE[0])], here)
    apply(here.assign(profile(3, TRUCE[0]), together=[1, 2]), story_of)
    assert len(sets(story_of)) == 1


def test_the_owner_keeps_apart_what_would_join_also_by_copies_and_merges() -> None:
    here = grouper()
    story_of = grouped([profile(1, TRUCE[0])], here)
    apply(here.assign(profile(2, TRUCE[1], 1), apart=[1]), story_of)
    apply(here.assign(profile(3, TRUCE[2], 2)), story_of)
    apply(here.assign(profile(4, TRUCE[0], 3, copy_of=1), apart=[1]), story_of)
    assert story_of[1] != story_of[2]
    assert story_of[4] != story_of[1]


def test_a_constraint_that_is_noted_before_holds_for_an_article_that_comes_later() -> None:
    here = grouper()
    here.constrain(1, apart=[2])
    assert len(sets(grouped([profile(1, TRUCE[0]), profile(2, TRUCE[1])], here))) == 2


def _by_names(cut: float = 0.5) -> Join:
    """Joins by shared names alone, so that a test can say what joins."""
    return Join({"words": 0, "lead": 0, "names": 40, "figures": 0, "days": 0, "span": 0}, -20, cut)


def test_stories_merge_when_an_article_shows_that_they_are_one() -> None:
    join = learned()._replace(cut=0.9)
    here = grouper(join)
    story_of = grouped(
        [profile(1, TRUCE[0]), profile(2, TRUCE[2], 1)], Grouper(count(1).__next__, join._replace(cut=1))
    )
    assert len(sets(story_of)) == 2
    for article, text in ((1, TRUCE[0]), (2, TRUCE[2])):
        here.restore(story_of[article], [profile(article, text, article)])
    changes = here.assign(profile(3, TRUCE[1], 2), together=[])
    apply(changes, story_of)
    assert any(isinstance(change, Merged) for change in changes) == (len(sets(story_of)) == 1)
    assert len(sets(story_of)) == 1


def test_one_article_that_bridges_two_stories_does_not_merge_them() -> None:
    here = grouper()
    mixed = f"{TRUCE[0]} {STRIKE[0]}"
    story_of = grouped([*(profile(n, t, n) for n, t in enumerate([*TRUCE, *STRIKE], 1)), profile(6, mixed, 6)], here)
    assert story_of[1] != story_of[4]


@pytest.mark.parametrize("mixed", [f"{QUAKE} {STRIKE[0]}", f"{STRIKE[0]} {STRIKE[1]} {QUAKE}"])
def test_one_article_that_bridges_an_article_and_a_story_does_not_merge_them(mixed: str) -> None:
    story_of = grouped([*(profile(n, t, n) for n, t in enumerate([QUAKE, *STRIKE], 1)), profile(4, mixed, 4)])
    assert story_of[1] != story_of[2] == story_of[3]


def test_a_story_of_two_events_splits_when_it_is_looked_at_again() -> None:
    here = grouper()
    here.restore(9, [profile(number, text) for number, text in enumerate([*TRUCE[:2], *STRIKE], 1)])
    changes = here.assign(profile(5, TRUCE[2]))
    (split,) = [change for change in changes if isinstance(change, Split)]
    assert split.source == 9
    assert set(split.articles) == {3, 4}


@pytest.mark.parametrize("copy_of", [None, 1])
def test_many_prints_of_one_text_are_one_story(copy_of: int | None) -> None:
    texts = [profile(number, TRUCE[0], copy_of=copy_of if number > 1 else None) for number in range(1, 8)]
    assert sets(grouped(texts)) == {frozenset(range(1, 8))}


def test_what_the_owner_put_together_does_not_split() -> None:
    here = grouper()
    here.constrain(1, together=[3])
    here.restore(9, [profile(number, text) for number, text in enumerate([*TRUCE[:2], *STRIKE], 1)])
    assert not [one for one in here.assign(profile(5, TRUCE[2])) if isinstance(one, Split)]


def test_an_article_that_is_assigned_again_stays_where_it_was() -> None:
    here = grouper()
    profiles = [profile(number, text, number) for number, text in enumerate(ALL, 1)]
    story_of = grouped(profiles, here)
    for one in profiles:
        apply(here.assign(one), again := dict(story_of))
        assert again == story_of


def test_an_article_whose_text_changed_leaves_its_story_and_the_empty_one_is_merged() -> None:
    here = grouper()
    story_of = grouped([profile(1, TRUCE[0]), profile(2, QUAKE)], here)
    changes = here.assign(profile(2, TRUCE[1], 1))
    assert changes[0] == Merged(story_of[1], story_of[2], (2,), changes[0].reason or "")
    assert isinstance(changes[1], Assigned)
    assert changes[1].story_id == story_of[1]


RUSSIAN = [
    "Президент России Владимир Путин заявил на заседании клуба «Валдай», что в Нагорном Карабахе погибли почти 5000 человек. По словам Путина, "
    "Армения и Азербайджан потеряли более двух тысяч человек каждая.",
    "Почти 5000 человек погибли в Нагорном Карабахе, заявил Владимир Путин. На заседании клуба «Валдай» президент России сказал, что Армения и "
    "Азербайджан потеряли по две тысячи человек каждая.",
    "Сборная России по хоккею победила Финляндию со счётом 5:2 в Москве, две шайбы забросил Никита Гусев.",
]


def test_untranslated_reports_join_within_their_language_only_when_it_is_sure() -> None:
    profiles = [profile(number, text, number, language="ru") for number, text in enumerate(RUSSIAN, 1)]
    assert sets(grouped([*profiles, profile(4, QUAKE, 4)])) == {frozenset({1, 2}), frozenset({3}), frozenset({4})}


@pytest.mark.parametrize("text", ["", "?", "7"])
def test_texts_that_say_nothing_stay_alone(text: str) -> None:
    assert len(sets(grouped([profile(1, text), profile(2, text, 1), profile(3, QUAKE, 2)]))) == 3


def test_the_most_central_article_is_the_one_nearest_to_all() -> None:
    members = [profile(1, TRUCE[0]), profile(2, TRUCE[1]), profile(3, QUAKE)]
    assert central(members) in {1, 2}
    assert central(list(reversed(members))) == central(members)
    assert central([profile(4, RUSSIAN[1], 1, language="ru"), profile(3, RUSSIAN[0], language="ru")]) == 3


def test_what_ships_lets_time_speak_against_joining_only() -> None:
    join = learned()
    assert set(join.weights) == set(Evidence._fields) - {"tags"}
    assert max(join.weights["days"], join.weights["span"]) <= 0
    assert min(join.weights[name] for name in ("words", "lead", "names", "figures")) > 0
    assert 0 < join.probability(Evidence(0, 0, 0, 0, 4, 4)) < join.cut < join.probability(Evidence(1, 1, 1, 1, 0, 0))


def test_keywords_are_named_where_they_spoke_for_it() -> None:
    said = reason(["Sines"], [], 1.0, ["greve", "portos", "aveiro", "leixões"])
    assert said == "shares: Sines; keywords: greve, portos, aveiro; 24 hours apart"
    assert reason([], [], 1.0, ["greve"]) == "keywords: greve; 24 hours apart"


@pytest.mark.parametrize(
    ("names", "figures", "days", "expected"),
    [
        (
            ["Nagorno-Karabakh", "Putin", "Valdai", "Baku"],
            ["5000"],
            0.125,
            "shares: Nagorno-Karabakh, Putin, Valdai; 3 hours apart",
        ),
        (["Vladimir Putin", "Putin"], ["5000"], 0, "shares: Vladimir Putin, 5000; within the hour"),
        ([], [], 3, "tells of the same; 3 days apart"),
    ],
)
def test_reasons_are_put_into_words(names: list[str], figures: list[str], days: float, expected: str) -> None:
    assert reason(names, figures, days) == expected


def test_an_hour_is_one_and_a_day_and_a_half_is_hours() -> None:
    assert (apart(1 / 24), apart(1.5), apart(2)) == ("1 hour apart", "36 hours apart", "2 days apart")


def test_untranslated_evidence_needs_words_names_and_nearness() -> None:
    sure = Evidence(words=0.6, lead=0, names=0.7, figures=0, days=0.2, span=0.2)
    assert untranslated(sure, same_language=True) == 1
    assert untranslated(sure._replace(names=0.2), same_language=True) == 0
    assert untranslated(sure._replace(words=0.1), same_language=True) == 0
    assert untranslated(sure._replace(days=3), same_language=True) == 0
    assert untranslated(sure._replace(words=0), same_language=False) == 1


def _tagged(article_id: int, text: str, keywords: tuple[str, ...], source_id: int) -> Profile:
    return make_profile(
        EMBEDDER,
        article_id=article_id,
        title="",
        lead=None,
        text=text,
        language="en",
        at=NOON + timedelta(hours=article_id),
        source_id=source_id,
        keywords=keywords,
    )


PORTS = [
    "Exporters in the north count their losses. The strike in the ports has sent 312 ships elsewhere, and shirts go by lorry to Vigo.",
    "Olive oil waits on the quay. Because of the dockers' strike, cooperatives in the Alentejo cannot ship their harvest from the ports.",
]


@pytest.mark.parametrize(
    ("keywords", "source_id", "stories"),
    [
        (("greve", "portos", "azeite"), 2, 1),
        (("Greve", "Pôrtos"), 2, 1),  # whatever their accents
        (("greve", "azeite"), 2, 2),  # one is a subject
        (("greve", "portos"), 1, 2),  # an outlet's column
        ((), 2, 2),
    ],
)
def test_keywords_that_outlets_share_bring_different_views_of_one_event_together(
    keywords: tuple[str, ...], source_id: int, stories: int
) -> None:
    here = grouper()
    first = _tagged(1, PORTS[0], ("portos", "greve", "exportações"), 1)
    assert len(sets(grouped([first, _tagged(2, PORTS[1], keywords, source_id)], here))) == stories


def test_shared_keywords_do_not_join_texts_about_other_things() -> None:
    keywords = ("portos", "greve")
    assert len(sets(grouped([_tagged(1, PORTS[0], keywords, 1), _tagged(2, QUAKE, keywords, 2)]))) == 2
