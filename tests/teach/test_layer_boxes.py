"""Models as boxes: what stands in them, in which order, and in which file."""

import itertools

import matplotlib.pyplot as plt
import pytest

from dlcore import Sequential, layers, utils
from dlcore.teach.layer_boxes import draw_layers


@pytest.fixture
def model():
    made = Sequential(
        [
            layers.Input((8, 8, 1)),
            layers.Conv2D(4, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, "softmax", name="answer"),
        ]
    )
    made.layers[0].trainable = False
    yield made
    plt.close("all")


def texts(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_boxes_stand_in_the_order_of_the_layers(model):
    ax = draw_layers(model, shapes=False, names=False)
    assert texts(ax) == ["Conv2D", "Flatten", "Dense"]
    boxes = [patch.get_bbox() for patch in ax.patches if hasattr(patch, "get_bbox")]
    assert all(above.y0 > below.y1 for above, below in itertools.pairwise(boxes))
    left, right = ax.get_xlim()
    assert all(left <= box.x0 < box.x1 <= right for box in boxes)


def test_boxes_tell_what_is_asked(model):
    ax = draw_layers(model, activations=True, trainable=True)
    assert texts(ax) == [
        *("conv2d (Conv2D)", "activation relu", "(None, 6, 6, 4)", "frozen"),
        *("flatten (Flatten)", "(None, 144)", "trained"),
        *("answer (Dense)", "activation softmax", "(None, 10)", "trained"),
    ]


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_plot_model_writes_a_file(model, ending, tmp_path):
    path = tmp_path / f"model.{ending}"
    figure = utils.plot_model(model, path, show_shapes=True, dpi=72)
    assert path.stat().st_size > 1000
    assert "(None, 10)" in texts(figure.axes[0])


def test_mistakes_are_explained(model):
    with pytest.raises(TypeError, match="did you mean 'show_shapes'"):
        utils.plot_model(model, show_shape=True)
    with pytest.raises(ValueError, match=r"(?s)no layers to draw.*model\.add"):
        draw_layers(Sequential([]))
