"""The benchmark's own arithmetic, on contenders whose times are known."""

import sys

import pytest

from benchmarks import harness, memory


def workload(dlcore=(3.0, 2.0), **settings):
    contenders = {"torch": lambda: [3.0, 2.0], "dlcore": lambda: list(dlcore)}
    settings = {"goal": 0.5, "products": [(2, 3, 4, 5)], **settings}
    return harness.Workload("some work", 2, contenders=contenders, **settings)


SECONDS = {"torch": [1.0, 4.0, 2.0], "dlcore": [0.4, 0.4, 1.2], "products": [0.1] * 3}


def test_contenders_that_compute_the_same_may_race():
    harness.check_agreement(workload(dlcore=(3.0, 2.0001)))


@pytest.mark.parametrize("losses", [(3.0, 2.1), (3.0, float("nan")), (3.0,)])
def test_contenders_that_compute_something_else_may_not(losses):
    with pytest.raises(SystemExit, match="dlcore"):
        harness.check_agreement(workload(dlcore=losses))


def test_the_ratio_is_the_median_of_the_rounds():
    text, met = harness.report(workload(), SECONDS, rate=120e9)  # 0.4, 0.1 and 0.6
    assert met
    assert "dlcore          200000.0    0.40   0.10 0.60" in text
    assert "goal 0.5: met" in text


def test_a_missed_goal_is_said():
    text, met = harness.report(workload(goal=0.3), SECONDS, rate=120e9)
    assert not met
    assert "goal 0.3: NOT met" in text


def test_operations_are_two_for_each_product_of_numbers():
    assert harness.operations(workload()) == 2 * 2 * 3 * 4 * 5
    text, _ = harness.report(workload(), SECONDS, rate=240e6)
    assert "25% of dlcore's time; at BLAS's best rate, 0 GFLOP/s, 1.0 µs" in text


def test_a_dense_layer_has_three_products_and_the_first_of_a_network_two():
    assert len(harness.dense_products(24, 3, 1)) == 3
    assert harness.dense_products(24, 2, 3, wants_dx=False) == [
        (24, 2, 3, 1),
        (2, 24, 3, 1),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's /proc")
def test_memory_counts_the_peak_of_the_run_alone():
    before = bytearray(30_000_000)
    megabytes = memory.peak_above_start(lambda: bytearray(50_000_000))
    del before
    assert 45 < megabytes < 60
