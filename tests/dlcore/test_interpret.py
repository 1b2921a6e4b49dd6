"""What a network looks at: each method against a slow twin or a case that is known."""

import numpy as np
import pytest

from dlcore import Sequential, interpret, layers, utils

rng = np.random.default_rng(8)
VECTORS, PICTURES = rng.normal(size=(4, 5)), rng.uniform(size=(3, 8, 8, 2))


def dense(use_bias=True):
    utils.set_random_seed(3)
    model = Sequential(
        [
            layers.Dense(6, "relu", use_bias=use_bias),
            layers.Dropout(0.5),
            layers.Dense(3, "softmax", use_bias=use_bias),
        ],
        dtype="float64",
    )
    model.predict(VECTORS)
    return model


def convolutional(pool=layers.MaxPooling2D, use_bias=False):
    utils.set_random_seed(4)
    model = Sequential(
        [
            layers.ZeroPadding2D(),
            layers.Conv2D(4, 3, activation="relu", use_bias=use_bias),
            pool(2),
            layers.Conv2D(3, 2, use_bias=use_bias, name="second"),
            layers.Activation("relu"),
            layers.Flatten(),
            layers.Dense(3, "softmax", use_bias=use_bias),
        ],
        dtype="float64",
    )
    model.predict(PICTURES)
    return model


def test_feature_maps_are_the_outputs():
    model = convolutional()
    maps = interpret.feature_maps(model, PICTURES)
    assert list(maps) == [layer.name for layer in model.layers]
    np.testing.assert_array_equal(maps["dense"], model.predict(PICTURES))
    assert maps["second"].shape == (3, 3, 3, 3)


def test_filters_are_pictures():
    layer = convolutional().layers[1]
    pictures = interpret.filters(layer)
    assert pictures.shape == (4, 3, 3, 2)
    np.testing.assert_allclose(pictures.min(axis=(1, 2, 3)), 0)
    np.testing.assert_allclose(pictures.max(axis=(1, 2, 3)), 1)
    kernel = layer.get_weights()[0]
    assert pictures[2].argmax() == kernel[..., 2].argmax()


def test_occlusion_finds_the_only_pixel_that_counts():
    model = Sequential(
        [layers.Input((5, 6, 1)), layers.Flatten(), layers.Dense(1, use_bias=False)]
    )
    kernel = np.zeros((30, 1))
    kernel[2 * 6 + 4] = 3.0
    model.set_weights([kernel])
    x = np.ones((2, 5, 6, 1))
    heat = interpret.occlusion(model, x, size=1)
    expected = np.zeros((5, 6))
    expected[2, 4] = 3.0
    np.testing.assert_allclose(heat, [expected, expected])
    wide = interpret.occlusion(model, x, size=3, step=2)
    assert wide[0, 2, 4] == wide.max() > wide[0, 2, 0] == 0.0


def test_class_activation_is_the_weighted_sum_of_maps():
    utils.set_random_seed(5)
    model = Sequential(
        [
            layers.Conv2D(4, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, "softmax"),
        ]
    )
    maps = interpret.feature_maps(model, PICTURES)["conv2d"]
    W = model.get_weights()[-2]
    for label in range(3):
        heat = interpret.class_activation(model, PICTURES, label)
        assert heat.shape == (3, 8, 8)
        # Behind global pooling, each map counts by its weight (Zhou et al. 2016).
        expected = np.maximum((maps * W[:, label]).sum(axis=-1), 0) / 36
        small = interpret.resized(expected, 8, 8)
        np.testing.assert_allclose(heat, small, atol=1e-6)


def test_class_activation_of_a_named_layer_and_of_frozen_weights():
    model = convolutional()
    for layer in model.layers:
        layer.trainable = False
    first = interpret.class_activation(model, PICTURES, layer="second")
    np.testing.assert_allclose(
        first, interpret.class_activation(model, PICTURES, layer=model.layers[3])
    )
    assert interpret.class_activation(model, PICTURES, layer="conv2d").max() > 0


def slow_dense_relevance(model, x, label, epsilon):
    """The epsilon rule with loops, for two dense layers."""
    W1, b1, W2, b2 = model.get_weights()
    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    R2 = np.zeros(3)
    R2[label] = z2[label]
    R1, R0 = np.zeros(6), np.zeros(5)
    for z, a, W, R, before in ((z2, a1, W2, R2, R1), (z1, x, W1, R1, R0)):
        for j in range(len(z)):
            share = R[j] / (z[j] + epsilon * (1 if z[j] >= 0 else -1))
            for i in range(len(a)):
                before[i] += a[i] * W[i, j] * share
    return R0


@pytest.mark.parametrize("epsilon", [1e-6, 0.5])
def test_relevance_of_dense_layers_equals_its_slow_twin(epsilon):
    model = dense()
    R = interpret.relevance(model, VECTORS, label=[0, 1, 2, 1], epsilon=epsilon)
    for row, label in enumerate([0, 1, 2, 1]):
        slow = slow_dense_relevance(model, VECTORS[row], label, epsilon)
        np.testing.assert_allclose(R[row], slow, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("pool", [layers.MaxPooling2D, layers.AveragePooling2D])
def test_relevance_is_kept_where_there_are_no_biases(pool):
    model = convolutional(pool)
    R = interpret.relevance(model, PICTURES, label=1, epsilon=1e-12)
    assert R.shape == PICTURES.shape
    z = model.layers[-1].z.data[:, 1]
    np.testing.assert_allclose(R.sum(axis=(1, 2, 3)), z, rtol=1e-6)


def test_relevance_of_a_linear_model_is_weight_times_input():
    model = Sequential([layers.Dense(2, use_bias=False)], dtype="float64")
    R = interpret.relevance(model, VECTORS, label=1, epsilon=0.0)
    np.testing.assert_allclose(R, VECTORS * model.get_weights()[0][:, 1])


def test_relevance_of_a_winner_goes_to_the_winner():
    model = Sequential([layers.GlobalMaxPooling2D()], dtype="float64")
    R = interpret.relevance(model, PICTURES, label=0)
    assert (np.count_nonzero(R, axis=(1, 2, 3)) == 1).all()
    largest = PICTURES[..., 0].max(axis=(1, 2))
    np.testing.assert_allclose(R.max(axis=(1, 2, 3)), largest, rtol=1e-5)


def test_models_in_models_are_opened():
    inner = Sequential([layers.Dense(4, "tanh", name="inside")])
    model = Sequential([inner, layers.Dense(2)])
    assert list(interpret.feature_maps(model, VECTORS)) == ["inside", "dense"]
    assert interpret.relevance(model, VECTORS).shape == VECTORS.shape


def test_training_is_not_disturbed():
    model = dense()
    before = model.get_weights()
    interpret.relevance(model, VECTORS)
    assert all(map(np.array_equal, before, model.get_weights()))


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda: interpret.filters(dense().layers[0]), "a Dense.*layer of convolution"),
        (lambda: interpret.relevance(dense(), VECTORS, label=3), "0 to 2.*got: +3"),
        (
            lambda: interpret.class_activation(
                convolutional(), PICTURES, layer="dense"
            ),
            "layer='dense' of zero_padding2d",
        ),
        (lambda: interpret.occlusion(dense(), VECTORS), r"\(4, 5\).*adds channels"),
        (
            lambda: interpret.relevance(
                Sequential([layers.SimpleRNN(2)]), rng.normal(size=(1, 3, 2))
            ),
            "no rule for its relevance.*a SimpleRNN.*use occlusion",
        ),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
