"""The numbers of chapter 0, its drawings, and the road map."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore.teach import chapter00, road_map


def test_c0_04_the_network_learns_what_no_rule_of_two_numbers_can_say():
    rules = {
        (miles, stars): chapter00.rule_right(miles, stars)
        for miles in (1, 2, 4, 6, 8, 12, 20)
        for stars in (2, 2.5, 3, 3.5, 4, 4.5)
    }
    assert max(rules.values()) == rules[4, 3] == 21
    assert min(rules.values()) == 11
    assert [chapter00.right(rounds) for rounds in (0, 10, 1000)] == [6, 22, 24]


def test_c0_08_learning_pays_only_where_both_are_high():
    ways = {(d, r): chapter00.way(d, r) for d in range(1, 5) for r in range(1, 5)}
    learned = {place for place, way in ways.items() if way.endswith("learning")}
    assert learned == {(3, 3), (3, 4), (4, 3), (4, 4)}
    assert [p for p, way in ways.items() if way == "deep learning"] == [(4, 4)]
    assert set(ways.values()) == set(chapter00.WAYS)


def test_c0_15_stages_of_a_picture():
    stages = chapter00.stages(3)
    assert [stages[name].size for name in stages] == [64, 64, 16]
    assert all(v.min() >= 0 and v.max() <= 1 for v in stages.values())


def test_c0_18_many_win_when_jobs_are_free_of_each_other():
    few, many = chapter00.ticks(1_000_000, "all at once")
    assert few / many == pytest.approx(32, rel=0.01)
    few, many = chapter00.ticks(1_000_000, "a chain")
    assert many / few == chapter00.SPEED


def test_c0_24_the_dial_goes_half_of_the_way_each_round():
    ends = [road_map.one_dial(n)[1]["adjust"].weights["b"] for n in range(1, 5)]
    assert ends == [60.0, 90.0, 105.0, 112.5]
    assert list(road_map.one_dial(1)[1]) == list(road_map.PHASES)


def test_c0_26_every_concept_has_its_chapter():
    known = {word for words in road_map.CONCEPTS.values() for word in words}
    explained = set().union(*(road_map.lit_in(chapter) for chapter in road_map.NEW_IN))
    assert explained == known


def test_c0_26_what_the_page_says_about_the_map_is_so():
    words = sum(map(len, road_map.CONCEPTS.values()))
    first_two = road_map.lit_in(1) | road_map.lit_in(2)
    assert len(first_two) > words / 3
    assert set(road_map.PHASES) <= {w.rstrip(":") for w in first_two}
    later = set().union(*(road_map.lit_in(chapter) for chapter in range(3, 14)))
    assert 0.45 < len(later & set(road_map.CONCEPTS["network"])) / len(later) < 0.5


def test_later_pages_light_the_present_place(capsys):
    before = plt.get_fignums()  # other tests may have left figures open
    road_map.four_tasks(here=2)
    road_map.concepts(chapter=2)
    assert plt.get_fignums() == before


DRAWINGS = [
    (chapter00.learns, {"rounds": 10}, "right about 22 of the 24"),
    (chapter00.by_rule, {"miles": 4, "stars": 3}, "Right about 21 of 24"),
    (
        chapter00.on_map,
        {"problem": "work out a tax bill", "data": 2, "rules": 4},
        "where the book puts it too",
    ),
    (chapter00.representation, {"digit": 3, "stage": "regions"}, "16 numbers"),
    (chapter00.workers, {"jobs": 100, "kind": "a chain"}, "few are 16 times"),
    (road_map.turn, {"round": 2, "phase": "adjust"}, "from 60 to 90"),
    (
        road_map.concept_map,
        {"chapter": 3},
        "non-linear, architecture, ReLU, back-propagation",
    ),
    (road_map.concept_map, {"chapter": 13}, "no new word"),
]


@pytest.mark.parametrize(("draw", "values", "text"), DRAWINGS)
def test_each_drawing_tells_its_numbers(draw, values, text):
    before = len(plt.get_fignums())
    caption = draw(**values)
    assert len(plt.get_fignums()) == before + 1
    plt.close("all")
    assert text in caption


def test_the_learned_border_can_be_drawn_everywhere():
    grid = np.array([[0.2, 4.8], [20.0, 2.1]])
    high, low = chapter00.chance(1000, grid)
    assert high > 0.9
    assert low < 0.1
