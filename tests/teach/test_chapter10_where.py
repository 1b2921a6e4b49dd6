"""Page 10.7's numbers: pages and their truth, boxes, cells, scores, parts, drawings."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore.teach import chapter10_detection as detect
from dlcore.teach import chapter10_scenes as world
from dlcore.teach import chapter10_segmentation as segment
from dlcore.teach import chapter10_where_figures as shown
from dlcore.teach.checks import chapter10_where as checks


@pytest.fixture(scope="module")
def scenes():
    return world.scenes(60, 3)


@pytest.fixture(autouse=True)
def close_drawings():
    yield
    plt.close("all")


# -- pages -----------------------------------------------------------------------------


def test_boxes_fit_the_digits_tightly_and_do_not_overlap(scenes):
    for boxes, kinds, parts in zip(
        scenes.boxes, scenes.kinds, scenes.parts, strict=True
    ):
        covered = np.zeros((world.SIDE, world.SIDE), dtype=int)
        for (top, left, bottom, right), kind in zip(boxes, kinds, strict=True):
            inside = parts[top:bottom, left:right] == world.FIRST + kind
            for edge in (inside[0], inside[-1], inside[:, 0], inside[:, -1]):
                assert edge.any()
            covered[top:bottom, left:right] += 1
        assert covered.max() == 1
        assert (covered[parts >= world.FIRST] == 1).all()


def test_pages_hold_what_the_page_says(scenes):
    counts = [len(kinds) for kinds in scenes.kinds]
    assert set(counts) == {1, 2, 3}
    sizes = np.concatenate([boxes[:, 2:] - boxes[:, :2] for boxes in scenes.boxes])
    assert sizes.max() == world.SIZES[1]
    assert (scenes.pages[..., 0][scenes.parts == world.PAPER] <= world.INKED).all()
    assert (scenes.pages[..., 0][scenes.parts != world.PAPER] > world.INKED).all()


def test_no_shade_gives_strokes_away(scenes):
    sixteenths = 16 * scenes.pages
    np.testing.assert_array_equal(sixteenths, sixteenths.round())


def test_same_seed_same_pages_and_other_digits_for_testing():
    one, two = (world.scenes(5, 7) for _ in range(2))
    assert np.array_equal(one.pages, two.pages)
    known = {picture.tobytes() for picture in world.pictures()[0]}
    new = {picture.tobytes() for picture in world.pictures(test=True)[0]}
    assert len(new - known) > 0.9 * len(new)


# -- overlap ---------------------------------------------------------------------------


def test_overlap_agrees_with_counted_pixels():
    rng = np.random.default_rng(0)
    low = rng.integers(0, 6, (8, 2))
    boxes = np.concatenate([low, low + rng.integers(1, 6, (8, 2))], axis=1)
    grid = np.zeros((8, 12, 12), dtype=bool)
    for layer, (top, left, bottom, right) in zip(grid, boxes, strict=True):
        layer[top:bottom, left:right] = True
    both = (grid[:, None] & grid).sum((2, 3))
    either = (grid[:, None] | grid).sum((2, 3))
    np.testing.assert_allclose(detect.overlaps(boxes, boxes), both / either)


def test_crossed_and_empty_boxes_overlap_nothing():
    boxes = np.array([[4, 4, 2, 6], [3, 3, 3, 3], [0, 0, 5, 5.0]])
    assert detect.overlaps(boxes, boxes)[:2].max() == 0


@pytest.mark.parametrize(("shift", "slope"), [(1, 12 / 49), (3, 12 / 81), (4, 0.12)])
def test_slope_of_the_derivation(shift, slope):
    assert shown.slopes(shift, 6)[0] == pytest.approx(slope, rel=1e-4)
    assert 1 - shown.losses(shift, 6)[0] == pytest.approx((6 - shift) / (6 + shift))


def test_no_slope_for_boxes_apart_and_a_growing_one_for_squares():
    assert shown.slopes(7, 6)[0] == shown.slopes(17, 6)[0] == 0
    squares = [shown.slopes(shift, 6)[1] for shift in (1, 7, 17)]
    np.testing.assert_allclose(squares, 4 * np.array([1, 7, 17]) / 24**2, rtol=1e-4)


# -- cells -----------------------------------------------------------------------------


def test_cells_hold_the_paper_example():
    case = world.Scenes(
        np.zeros((1, 24, 24, 1)), [np.array([[8, 5, 20, 11]])], [np.array([1])], None
    )
    cells = detect.cell_targets(case)[0]
    assert np.argwhere(cells[..., 0]).tolist() == [[3, 2]]
    assert cells[3, 2].tolist() == [1, 0.5, 0, 0.5, 0.25, 0, 1, 0]


def test_reading_the_true_cells_gives_the_true_boxes(scenes):
    targets = detect.cell_targets(scenes)
    targets[..., 0] = np.where(targets[..., 0] == 1, 9, -9)
    verdicts, truths = detect.judge_all(targets, scenes)
    assert truths == len(verdicts) == sum(map(len, scenes.boxes))
    assert all(right for _, right in verdicts)
    assert detect.average_precision(verdicts, truths) == pytest.approx(1)


# -- suppression and scores ------------------------------------------------------------


def test_paper_example_of_suppression():
    boxes, scores = checks.ROW[:3], checks.FALLING[:3]
    shares = detect.overlaps(boxes, boxes)
    assert shares[0, 1] == pytest.approx(12 / 20)
    assert shares[0, 2] == pytest.approx(4 / 28)
    assert shares[1, 2] == pytest.approx(8 / 24)
    assert detect.keep_best(boxes, scores, 0.3).tolist() == [0, 2]
    assert detect.keep_best(boxes, scores, 0.7).tolist() == [0, 1, 2]


def test_paper_examples_of_average_precision():
    for right, truths, value in (
        ([1, 0, 1, 0], 3, 5 / 9),
        ([1, 1, 0, 1], 4, 0.6875),
        ([0, 1, 1], 2, 7 / 12),
    ):
        verdicts = [(1 - 0.1 * k, bool(hit)) for k, hit in enumerate(right)]
        found = detect.average_precision(verdicts, truths)
        assert found == pytest.approx(value)
        assert checks.average_precision(right, truths) == pytest.approx(value)


def test_a_true_box_is_found_only_once_and_only_by_its_kind():
    boxes, kinds = np.array([[0, 0, 8, 8.0]]), np.array([2])
    found = (boxes.repeat(3, axis=0), np.array([0.9, 0.8, 0.7]), np.array([1, 2, 2]))
    verdicts = detect.judged(found, boxes, kinds)
    assert verdicts == [(0.9, False), (0.8, True), (0.7, False)]


# -- parts -----------------------------------------------------------------------------


def test_scores_of_parts():
    true = np.array([[[0, 0, 1], [0, 2, 2]]])
    said = np.array([[[0, 1, 1], [0, 2, 0]]])
    found = segment.part_overlaps(said, true)
    np.testing.assert_allclose(found, [2 / 4, 1 / 2, 1 / 2, 0, 0])


def test_edges_and_wrong_shares():
    true = np.zeros((1, 4, 5), dtype=int)
    true[0, :, 3:] = 1
    assert segment.at_edges(true)[0].tolist() == [[False, False, True, True, False]] * 4
    said = true.copy()
    said[0, 0, 2], said[0, 0, 0] = 1, 1
    assert segment.wrong_shares(said, true) == (1 / 8, 1 / 12)


def test_windows_are_those_of_the_page(scenes):
    seen, parts = segment.windows(scenes, 5)
    pages, rows, columns = np.nonzero(scenes.parts != world.PAPER)
    assert len(seen) == len(parts) == len(pages)
    wide = np.pad(scenes.pages[pages[40], ..., 0], 2)
    row, column = rows[40], columns[40]
    window = wide[row : row + 5, column : column + 5]
    np.testing.assert_array_equal(seen[40], window.ravel())


def test_larger_windows_tell_more_up_to_a_size():
    shares = [segment.by_nearest(side) for side in segment.WINDOWS]
    assert 0.27 < shares[0] < 0.32
    assert (np.diff(shares[:5]) > 0.02).all()
    assert shares[-1] < shares[-2] + 0.01


# -- drawings --------------------------------------------------------------------------


def test_captions_tell_what_is_drawn():
    assert "IoU 0.20" in shown.draw_overlap(4, 6)
    assert "in truth it is a stroke" in shown.draw_window(1, "second")


def test_found_boxes_in_words(scenes):
    z = detect.cell_targets(scenes)[0]
    z[..., 0] = np.where(z[..., 0] == 1, 9, -9)
    count = len(scenes.boxes[0])
    caption = shown.draw_found(z, scenes.pages[0, ..., 0], count, 0.5, 0.3)
    assert caption.startswith(f"{count} cell")
    assert "0 boxes" in shown.draw_found(z, scenes.pages[0, ..., 0], count, 1.1, 0.3)


def test_learned_parts_in_words(scenes):
    kept = {True: {3: scenes.parts}, False: {3: np.zeros_like(scenes.parts)}}
    caption = shown.draw_learned(kept, scenes, 0, 3, "with")
    assert "edges 0 % are wrong, of the others 0 %" in caption
    assert "Mean IoU of the five classes: 1.00" in caption
    assert shown.draw_learned(kept, scenes, 0, 3, "without") != caption
