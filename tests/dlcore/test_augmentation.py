"""Pictures changed at random: how much, when, and never behind what learns."""

import numpy as np
import pytest

from dlcore import Sequential, Tensor, layers, preprocessing, utils
from dlcore.models import load_model
from tests.dlcore.columns import COLUMNS

rng = np.random.default_rng(2)
X = rng.uniform(size=(40, 6, 8, 2)).astype("float32")
LAYERS = {
    "flip": lambda **more: layers.RandomFlip(**more),
    "translation": lambda **more: layers.RandomTranslation(0.2, (0.1, 0.3), **more),
    "rotation": lambda **more: layers.RandomRotation(0.1, **more),
    "zoom": lambda **more: layers.RandomZoom((-0.2, 0.0), **more),
    "crop": lambda **more: layers.RandomCrop(4, 5, **more),
}


def changed(layer, x=X):
    return layer(x, training=True).data


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("name", LAYERS)
def test_devices_and_seeds(name, column):
    outputs = []
    for _ in range(2):
        layer = LAYERS[name](seed=3)
        layer.settle(column.dtype, column.device)
        outputs.append(changed(layer, column.upload(X)))
        column.check_home(outputs[-1], name)
    expected = changed(LAYERS[name](seed=3))
    for output in outputs:
        column.check_equal(output, expected, name)
    utils.set_random_seed(4)
    first = changed(LAYERS[name]())
    utils.set_random_seed(4)
    np.testing.assert_array_equal(first, changed(LAYERS[name]()))


@pytest.mark.parametrize("name", LAYERS)
def test_layers_are_saved_with_their_generators(name, tmp_path):
    model = Sequential([LAYERS[name](seed=5), layers.Flatten(), layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(X, X[:, 0, 0, :1], epochs=1, verbose=0)
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    for one in (model, again):
        one.fit(X, X[:, 0, 0, :1], epochs=1, shuffle=False, verbose=0)
    weights = zip(model.get_weights(), again.get_weights(), strict=True)
    assert all(np.array_equal(a, b) for a, b in weights)


@pytest.mark.parametrize("name", ["flip", "translation", "rotation", "zoom"])
def test_outside_training_nothing_changes(name):
    layer = LAYERS[name]()
    np.testing.assert_array_equal(layer(X).data, X)
    assert (changed(layer) != X).any()
    model = Sequential([layer, layers.Flatten()])
    np.testing.assert_array_equal(model.predict(X), X.reshape(40, -1))


def test_half_of_the_pictures_are_flipped():
    output = changed(layers.RandomFlip("horizontal", seed=0))
    flipped = [np.array_equal(a, b[:, ::-1]) for a, b in zip(output, X, strict=True)]
    kept = [np.array_equal(a, b) for a, b in zip(output, X, strict=True)]
    assert sum(flipped) + sum(kept) == 40
    assert 10 < sum(flipped) < 30
    both = changed(layers.RandomFlip(seed=0))
    ways = [x[::a, ::b] for x in X[:1] for a in (1, -1) for b in (1, -1)]
    assert any(np.array_equal(both[0], way) for way in ways)


def test_a_change_that_is_certain_equals_the_function():
    half = layers.RandomTranslation((0.5, 0.5), (-0.25, -0.25))
    expected = preprocessing.shift(X, down=3, right=-2, fill="reflect")
    np.testing.assert_allclose(changed(half), expected, atol=1e-6)
    quarter = layers.RandomRotation((0.25, 0.25), fill_mode="constant")
    np.testing.assert_allclose(changed(quarter), preprocessing.rotate(X, 90), atol=1e-6)
    smaller = layers.RandomZoom((1.0, 1.0), fill_mode="nearest")
    expected = preprocessing.zoom(X, 0.5, fill="nearest")
    np.testing.assert_allclose(changed(smaller), expected, atol=1e-6)
    wider = layers.RandomZoom((0.0, 0.0), (-0.5, -0.5))
    expected = preprocessing.warp(X, wider=2.0, fill="reflect")
    np.testing.assert_allclose(changed(wider), expected, atol=1e-6)


def test_numbers_are_those_of_keras():
    x = np.arange(16.0).reshape(1, 4, 4, 1)
    turned = changed(layers.RandomRotation((0.125, 0.125)), x)[0, :, :, 0]
    expected = [  # keras.layers.RandomRotation((0.125, 0.125), fill_mode="reflect")
        [1.5, 2.55, 6.086, 9.0],
        [1.136, 4.672, 8.207, 11.743],
        [3.257, 6.793, 10.328, 13.864],
        [6.0, 8.914, 12.45, 13.5],
    ]
    np.testing.assert_allclose(turned, expected, atol=6e-4)
    zoomed = layers.RandomZoom((-0.3, -0.3), (0.2, 0.2), fill_mode="nearest")
    expected = [  # keras.layers.RandomZoom, likewise
        [1.8, 2.7, 3.9, 4.8],
        [4.6, 5.5, 6.7, 7.6],
        [7.4, 8.3, 9.5, 10.4],
        [10.2, 11.1, 12.3, 13.2],
    ]
    np.testing.assert_allclose(changed(zoomed, x)[0, :, :, 0], expected, atol=1e-4)


def test_crops_are_parts():
    output = changed(layers.RandomCrop(4, 5, seed=1))
    places = set()
    for part, whole in zip(output, X, strict=True):
        found = [
            (i, j)
            for i in range(3)
            for j in range(4)
            if np.array_equal(part, whole[i : i + 4, j : j + 5])
        ]
        assert len(found) == 1
        places |= set(found)
    assert len(places) > 6
    np.testing.assert_array_equal(layers.RandomCrop(4, 5)(X).data, X[:, 1:5, 1:6])


def test_training_behind_a_change():
    utils.set_random_seed(0)
    model = Sequential(
        [
            *(layers.RandomFlip(), layers.RandomCrop(4, 4)),
            *(layers.Flatten(), layers.Dense(1)),
        ]
    )
    model.compile("sgd", "mse")
    history = model.fit(X, X.mean(axis=(1, 2, 3)).reshape(-1, 1), epochs=5, verbose=0)
    losses = history.history["loss"]
    assert losses[-1] < losses[0]


def test_normalization_adapts_to_the_data():
    x = rng.normal(3.0, 2.0, size=(50, 4, 3))
    layer = layers.Normalization(dtype="float64")
    layer.adapt(x)
    z = layer(x).data
    np.testing.assert_allclose(z.mean(axis=(0, 1)), 0, atol=1e-12)
    np.testing.assert_allclose(z.std(axis=(0, 1)), 1)
    assert [W.name for W in layer.weights] == [
        f"normalization/{name}" for name in ("mean", "variance", "count")
    ]
    assert layer.trainable_weights == []
    single = layers.Normalization(axis=None, dtype="float64")
    single.adapt(x)
    assert single(x).data.mean() == pytest.approx(0)
    flat = layers.Normalization(dtype="float64")
    flat.adapt(np.ones((5, 2)))  # without spread, nothing is divided by zero
    assert np.isfinite(flat(np.ones((5, 2))).data).all()


def after_a_layer():
    learned = Tensor(X[:2], requires_grad=True)
    layers.RandomFlip()(learned, training=True)


MISTAKES = [
    (after_a_layer, "random_flip: no gradient.*put the RandomFlip before"),
    (lambda: layers.RandomFlip("left"), "random_flip: unknown mode 'left'"),
    (lambda: layers.RandomRotation(45), "random_rotation: factor.*got: +.-45, 45"),
    (lambda: layers.RandomZoom((0.2, 0.1)), r"height_factor.*\(0.2, 0.1\)"),
    (lambda: layers.RandomTranslation(0.1, "all"), "width_factor.*'all'"),
    (
        lambda: layers.RandomTranslation(0.1, 0.1, fill_mode="mirror"),
        "unknown fill_mode 'mirror'.*reflect",
    ),
    (lambda: layers.RandomCrop(7, 3)(X), "7 rows and 3 columns or more.*6 rows and 8"),
    (lambda: layers.RandomCrop(2, -1), "width says how many"),
    (lambda: layers.RandomFlip()(X[0]), r"\(batch, height, width, channels\)"),
    (lambda: layers.Normalization(mean=1.0), "mean=1.0 and variance=None"),
]


@pytest.mark.parametrize(("act", "says"), MISTAKES)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
