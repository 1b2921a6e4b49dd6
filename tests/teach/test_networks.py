"""Networks drawn from the model: what is written is what the model holds."""

import numpy as np
import pytest

from dlcore import Input, Sequential, layers, teach
from dlcore.neuron import Neuron
from dlcore.teach._labels import compact, free_spots, text_width, wrapped
from dlcore.teach._network_parts import columns_of, run_row
from dlcore.teach.figures import figure, plt
from dlcore.utils import set_random_seed


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def network(*sizes, seed=4):
    set_random_seed(seed)
    hidden = [layers.Dense(units, activation="relu") for units in sizes[1:-1]]
    stack = [Input(shape=(sizes[0],)), *hidden, layers.Dense(sizes[-1])]
    model = Sequential(stack, dtype="float64")
    model.compile(optimizer="sgd", loss="mse")
    return model


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_a_neuron_shows_weight_bias_input_and_prediction():
    ax = teach.draw_network(Neuron(-9.5, 205.0), x=[4.0], inputs=["distance"])
    for text in ("−9.5", "b 205", "4", "167", "distance"):
        assert text in texts(ax)


def test_every_weight_of_a_2_3_1_network_is_written():
    model = network(2, 3, 1)
    shown = texts(teach.draw_network(model))
    for W in model.get_weights()[::2]:
        for weight in W.ravel():
            assert compact(weight) in shown


def test_the_drawing_follows_the_model():
    model = network(2, 3, 1)
    before = texts(teach.draw_network(model))
    model.set_weights([w + 0.25 for w in model.get_weights()])
    after = texts(teach.draw_network(model))
    assert before != after
    assert "b 0.25" in after


def test_values_are_the_model_s_own():
    model = network(2, 3, 1)
    row = np.array([1.2, -0.5])
    columns = columns_of(model)
    run_row(columns, row)
    np.testing.assert_allclose(columns[-1].a, model.predict(row[None], verbose=0)[0])
    shown = texts(teach.draw_network(model, x=row, values="z"))
    for z in columns[1].z:
        assert f"z {compact(z)}" in shown


def test_drawing_leaves_the_last_batch_of_the_layers_alone():
    model = network(2, 3, 1)
    list(model.cycle(np.ones((5, 2)), np.ones((5, 1))))
    kept = model.layers[0].output
    teach.draw_network(model, x=[1.0, 2.0])
    assert model.layers[0].output is kept


def test_the_cycle_can_be_drawn_phase_by_phase():
    model = network(2, 3, 1)
    x, y = np.array([[1.2, -0.5]]), np.array([[0.7]])
    start = model.get_weights()
    drawn, sizes = {}, set()
    for phase in model.cycle(x, y):
        ax = teach.draw_network(model, x=x[0], target=y, phase=phase)
        drawn[phase.name] = texts(ax)
        sizes.add(ax.get_ylim())
    assert len(sizes) == 1  # so that nothing jumps from phase to phase
    assert not any(text.startswith("loss") for text in drawn["predict"])
    assert f"loss {compact(phase.loss)}" in drawn["measure"]
    for gradient in phase.gradients.values():
        for number in gradient.ravel():
            found = (compact(number), f"b {compact(number)}")
            assert set(found) & set(drawn["feedback"])
    assert compact(start[0][0, 0]) in drawn["predict"]
    assert compact(model.get_weights()[2][0, 0]) in drawn["adjust"]


def test_gradients_of_the_last_backward():
    neuron = Neuron(1.0, 0.0)
    neuron.predict([2.0])
    neuron.measure([5.0])
    dw, db = neuron.feedback()
    shown = texts(teach.draw_network(neuron, gradients=True))
    assert compact(dw) in shown
    assert f"b {compact(db)}" in shown


def test_a_tiny_number_of_the_network_is_said_to_be_about_zero():
    neuron = Neuron(np.array([0.0044, -0.004]), 0.0)
    shown = texts(teach.draw_network(neuron, x=[1.0, 1.0]))
    assert shown.count("≈0") == 3  # both weights and the prediction
    assert "b 0" in shown  # and this one is zero
    assert "loss 4.4e−3" in texts(teach.draw_network(neuron, loss=0.0044))


def test_no_heading_cuts_a_bias_and_no_hat_a_circle_where_the_drawing_is_small():
    fig, ax = figure(height=1.2)
    fig.set_layout_engine("none")
    fig.set_dpi(72)
    ax.set_position((0, 0, 0.8, 1))
    teach.draw_network(Neuron(1.0, -250.0), ax=ax, outputs=["ŷ"])
    fig.canvas.draw()
    boxes = {text.get_text(): text.get_window_extent() for text in ax.texts}
    papers = {t.get_text(): t.get_bbox_patch().get_window_extent() for t in ax.texts}
    assert papers["neuron"].y0 >= boxes["b −250"].y1
    circles = [patch.get_window_extent() for patch in ax.patches]
    assert min(circle.y0 for circle in circles) - boxes["ŷ"].y1 >= 1


@pytest.mark.parametrize("name", ["ŷ", "price"])
def test_the_loss_keeps_off_the_name_above_it(name):
    ax = teach.draw_network(Neuron(1.0, 0.0), outputs=[name], loss=16051.0)
    teach.to_svg(ax.figure)
    ax.figure.set_dpi(72)
    boxes = {text.get_text(): text.get_window_extent() for text in ax.texts}
    assert boxes[name].y0 - boxes["loss 16051"].y1 >= 3


def test_sign_is_a_line_style_and_size_a_width():
    neuron = Neuron(np.array([2.0, -1.0]), 0.0)
    thick, thin = teach.draw_network(neuron).lines
    assert thick.get_linestyle() == "-"
    assert thin.get_linestyle() == "--"
    assert thick.get_linewidth() > thin.get_linewidth()


@pytest.mark.parametrize("sizes", [(1, 1), (2, 3, 1), (3, 3, 3, 1), (4, 12, 3)])
def test_texts_lie_inside_and_apart(sizes):
    names = ["distance (km)", "rating", "stars", "rooms"][: sizes[0]]
    ax = teach.draw_network(network(*sizes), x=np.ones(sizes[0]), inputs=names)
    teach.to_svg(ax.figure)  # lays it out; refuses small text
    ax.figure.set_dpi(72)
    boxes = [(t.get_text(), t.get_window_extent()) for t in ax.texts]
    width, height = ax.figure.bbox.size
    for name, box in boxes:
        assert box.x0 >= -1, name
        assert box.x1 <= width + 1, name
        assert box.y1 <= height + 1, name
    for n, (one, a) in enumerate(boxes):
        for other, b in boxes[:n]:
            across = min(a.x1, b.x1) - max(a.x0, b.x0)
            up = min(a.y1, b.y1) - max(a.y0, b.y0)
            assert min(across, up) < 3.5, (one, other)


def test_large_layers_are_shortened():
    ax = teach.draw_network(network(4, 12, 3))
    assert "⋮" in texts(ax)
    assert len(ax.patches) == 4 + 4 + 3


def test_a_row_of_the_wrong_width_is_refused():
    with pytest.raises(ValueError, match="3 numbers for 2 inputs"):
        teach.draw_network(network(2, 3, 1), x=[1.0, 2.0, 3.0])


def test_missing_gradients_are_refused():
    with pytest.raises(ValueError, match="run the cycle up to feedback first"):
        teach.draw_network(network(2, 3, 1), gradients=True)


def test_an_unbuilt_model_is_refused():
    with pytest.raises(ValueError, match="not built yet"):
        teach.draw_network(Sequential([layers.Dense(3)]))


COMPACT = [
    (0.5334, "0.53"),
    (-12.345, "−12.3"),
    (144.51, "145"),
    (4.0, "4"),
    (0.0, "0"),
    (-0.0, "0"),
    (0.5, "0.5"),
    (0.4999, "0.50"),
    (0.00031, "3.1e−4"),
    (1.25e6, "1.2e6"),
    (float("nan"), "nan"),
    (float("-inf"), "−∞"),
]


@pytest.mark.parametrize(("number", "text"), COMPACT)
def test_numbers_are_short(number, text):
    assert compact(number) == text


def test_names_are_broken_at_spaces():
    assert wrapped("price in dollars", text_width("price in")) == "price in\ndollars"


def test_crossing_lines_get_labels_apart():
    lines = [((0, 0), (100, 100)), ((0, 100), (100, 0))]
    (x0, y0), (x1, y1) = free_spots(lines, [30, 30], [])
    assert abs(x0 - x1) >= 30 or abs(y0 - y1) >= 13


def test_without_room_there_are_no_numbers():
    lines = [((0, 0), (20, 0))] * 3
    assert free_spots(lines, [30, 30, 30], []) is None
