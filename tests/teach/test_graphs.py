"""The computation graph is the tape: every tensor once, with value and gradient."""

import numpy as np
import pytest
from matplotlib.patches import FancyBboxPatch

from dlcore import Tensor, ops, teach
from dlcore.teach.figures import plt
from dlcore.teach.graphs import WIDTH, _place, _read_tape


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def neuron():
    x, y = Tensor(4.0, name="x"), Tensor(150.0, name="y")
    w = Tensor(-9.5, requires_grad=True, name="w")
    b = Tensor(205.0, requires_grad=True, name="b")
    error = w * x + b - y
    return error * error


def network(rows=4):
    generator = np.random.default_rng(4)
    x, y = Tensor(generator.normal(size=(rows, 2)), name="x"), np.ones((rows, 1))
    shapes = {"W1": (2, 3), "b1": (3,), "W2": (3, 1), "b2": (1,)}
    W1, b1, W2, b2 = (
        Tensor(generator.normal(size=s), requires_grad=True, name=n)
        for n, s in shapes.items()
    )
    a = ops.relu(ops.linear(x, W1, b1))
    error = ops.linear(a, W2, b2) - Tensor(y, name="y")
    return ops.mean(error * error)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_values_are_shown_before_backward_and_gradients_after():
    loss = neuron()
    before = texts(teach.draw_graph(loss))
    for text in ("w", "−9.5", "x", "4", "multiply", "−38", "subtract", "17", "289"):
        assert text in before
    assert not any(text.startswith("∂") for text in before)
    loss.backward()
    after = texts(teach.draw_graph(loss))
    assert "∂ 136" in after  # 2 · 17 · 4
    assert "∂ 34" in after
    assert "∂ 1" in after


def test_every_tensor_is_one_box_and_every_use_one_arrow():
    boxes, edges = _read_tape(neuron(), 3)
    assert sorted(box.title for box in boxes) == sorted(
        ["x", "y", "w", "b", "multiply", "add", "subtract", "multiply"]
    )
    assert len(edges) == 8
    twice = [turn for a, b, turn in edges if a.title == "subtract"]
    assert twice == [-0.5, 0.5]  # error * error: two arrows side by side


def test_inputs_stand_above_what_is_made_of_them():
    boxes, edges = _read_tape(network(), 3)
    _place(boxes, edges)
    assert all(a.y - a.height / 2 > b.y + b.height / 2 for a, b, _ in edges)


@pytest.mark.parametrize("graph", [neuron, network])
def test_boxes_fit_and_do_not_overlap(graph):
    loss = graph()
    loss.backward()
    boxes, edges = _read_tape(loss, 3)
    height = _place(boxes, edges)
    for n, a in enumerate(boxes):
        assert a.x - a.width / 2 >= -0.1
        assert a.x + a.width / 2 <= WIDTH + 0.1
        assert a.y + a.height / 2 <= height
        for b in boxes[:n]:
            across = abs(a.x - b.x) - (a.width + b.width) / 2
            up = abs(a.y - b.y) - (a.height + b.height) / 2
            assert max(across, up) >= 1, (a.title, b.title)


def test_arrays_show_shape_and_numbers():
    shown = texts(teach.draw_graph(network()))
    assert "(2, 3)" in shown
    assert "(4, 1)" in shown
    assert any(text.endswith("…") or " … " in text for text in shown)


def test_long_names_are_broken_before_numbers_are_left_out():
    x, shapes = Tensor([[2.0, -1.0]], name="x"), [(2, 3), (3,), (3, 1), (1,)]
    names = ["hidden/kernel", "hidden/bias", "output_1/kernel", "output_1/bias"]
    V, b, W, c = (
        Tensor(np.ones(s), requires_grad=True, name=n)
        for s, n in zip(shapes, names, strict=True)
    )
    out = ops.sum(ops.linear(ops.relu(ops.linear(x, V, b)), W, c))
    out.backward()
    boxes, edges = _read_tape(out, 3)
    _place(boxes, edges)
    named = {box.title: box for box in boxes}
    gate = [text for text, _ in named["relu"].lines]
    assert gate == ["relu", "(1, 3)", "2, 2, 2", "∂ 1, 1, 1"]
    assert named["output_1/kernel"].heads == ["output_1/", "kernel"]


def test_the_drawing_is_readable_on_a_phone():
    loss = network()
    loss.backward()
    svg = teach.to_svg(teach.draw_graph(loss).figure)  # refuses small text
    assert 'viewBox="0 0 280.8' in svg


def test_boxes_at_the_rim_keep_their_whole_stroke():
    ax = teach.draw_graph(network())
    boxes = [patch for patch in ax.patches if isinstance(patch, FancyBboxPatch)]
    assert boxes
    assert not any(box.get_clip_on() for box in boxes)


def test_a_leaf_alone_is_a_graph_of_one_box():
    ax = teach.draw_graph(Tensor(3.0, name="w"))
    assert texts(ax) == ["w", "3"]


def test_a_calculation_can_be_told_step_by_step():
    loss = neuron()
    loss.backward()
    error = loss.op.inputs[0]
    shown = texts(teach.draw_graph(loss, values=[loss, error], gradients=[loss]))
    assert "17" in shown
    assert "∂ 1" in shown
    assert "∂ 34" not in shown
    assert "−38" not in shown
    everything = teach.draw_graph(loss)
    assert len(everything.texts) == len(shown)  # blank lines keep their places
