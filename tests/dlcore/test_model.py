"""Training: cycle, fit and train_on_batch agree; seeds, batches, weights, logs."""

import numpy as np
import pytest

from dlcore import (
    Input,
    Model,
    Sequential,
    Tensor,
    backend,
    layers,
    losses,
    optimizers,
    utils,
)
from dlcore.callbacks import Callback, History
from dlcore.datasets import hotels

rng = np.random.default_rng(3)
X = rng.normal(size=(24, 2))
Y = X @ np.array([[3.0], [-2.0]]) + 1 + 0.1 * rng.normal(size=(24, 1))


def network(seed=4, dtype="float64", optimizer=None, metrics=None):
    utils.set_random_seed(seed)
    model = Sequential(
        [layers.Input((2,)), layers.Dense(3, "relu"), layers.Dense(1)], dtype=dtype
    )
    model.compile(optimizer or optimizers.SGD(learning_rate=0.05), "mse", metrics)
    return model


def test_a_model_in_a_row_is_built_by_hand():
    utils.set_random_seed(4)
    model = Sequential([layers.Dense(3, "relu"), layers.Dense(1)], dtype="float64")
    model.build((None, 2))
    for ours, wanted in zip(model.weights, network().weights, strict=True):
        np.testing.assert_array_equal(ours.data, wanted.data)


def test_weights_are_drawn_as_promised():
    generator = np.random.default_rng(4)
    drawn = []
    for n_in, n_out in [(2, 3), (3, 1)]:
        limit = np.sqrt(6 / (n_in + n_out))
        drawn += [generator.uniform(-limit, limit, (n_in, n_out)), np.zeros(n_out)]
    for dtype in ("float64", "float32"):
        for W, expected in zip(network(dtype=dtype).get_weights(), drawn, strict=True):
            np.testing.assert_array_equal(W, expected.astype(dtype))


def test_weights_are_the_same_without_an_input():
    model = network()
    utils.set_random_seed(4)
    late = Sequential([layers.Dense(3, "relu"), layers.Dense(1)], dtype="float64")
    late.predict(X)
    for W, other in zip(model.get_weights(), late.get_weights(), strict=True):
        np.testing.assert_array_equal(W, other)


def by_hand(model, epochs, learning_rate):
    """Train a 2-3-1 ReLU network by the formulas; return its weights and losses."""
    W1, b1, W2, b2 = model.get_weights()
    history = []
    for _ in range(epochs):
        z = X @ W1 + b1
        a = np.maximum(z, 0)
        error = a @ W2 + b2 - Y
        history.append((error**2).mean())
        delta = 2 / len(X) * error
        hidden = delta @ W2.T * (z > 0)
        W2 = W2 - learning_rate * a.T @ delta
        b2 = b2 - learning_rate * delta.sum(axis=0)
        W1 = W1 - learning_rate * X.T @ hidden
        b1 = b1 - learning_rate * hidden.sum(axis=0)
    return [W1, b1, W2, b2], history


def test_fit_is_the_formulas():
    model = network()
    weights, history = by_hand(model, 50, 0.05)
    fitted = model.fit(X, Y, batch_size=24, epochs=50, verbose=0)
    np.testing.assert_allclose(fitted.history["loss"], history, rtol=1e-9)
    for W, expected in zip(model.get_weights(), weights, strict=True):
        np.testing.assert_allclose(W, expected, rtol=1e-9)


def test_cycle_equals_train_on_batch_equals_fit():
    ways = [network(), network(), network()]
    fitted = ways[0].fit(X, Y, batch_size=24, epochs=5, verbose=0).history["loss"]
    steps = [ways[1].train_on_batch(X, Y) for _ in range(5)]
    rounds = [list(ways[2].cycle(X, Y)) for _ in range(5)]
    np.testing.assert_allclose(fitted, steps, rtol=1e-15)
    assert [phases[-1].loss for phases in rounds] == steps
    for weights in zip(*[model.get_weights() for model in ways], strict=True):
        np.testing.assert_array_equal(weights[0], weights[1])
        np.testing.assert_array_equal(weights[0], weights[2])


def test_cycle_shows_four_phases_one_after_the_other():
    model = network()
    before = model.get_weights()
    rounds = model.cycle(X, Y)

    predict = next(rounds)
    assert predict.name == "predict"
    np.testing.assert_array_equal(predict.prediction, model.predict(X))
    assert predict.loss is predict.gradients is predict.weights is None

    measure = next(rounds)
    assert measure.name == "measure"
    assert measure.loss == pytest.approx(((measure.prediction - Y) ** 2).mean())

    feedback = next(rounds)
    assert feedback.name == "feedback"
    assert list(feedback.gradients) == [W.name for W in model.weights]
    assert feedback.weights is None
    for W, old in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(W, old)

    adjust = next(rounds)
    assert adjust.name == "adjust"
    assert adjust.prediction is predict.prediction
    for old, dW, new in zip(
        before, adjust.gradients.values(), adjust.weights.values(), strict=True
    ):
        np.testing.assert_allclose(new, old - 0.05 * dW)
    assert next(rounds, None) is None

    list(model.cycle(X, Y))  # what an earlier phase holds stays as it was
    assert (adjust.weights["dense/kernel"] != model.weights[0].data).any()


def test_one_batch_draws_no_permutation():
    model = network()
    state = backend.generator().bit_generator.state
    model.fit(X, Y, batch_size=24, epochs=2, verbose=0)
    assert backend.generator().bit_generator.state == state
    model.fit(X, Y, batch_size=10, epochs=1, verbose=0)
    assert backend.generator().bit_generator.state != state


class Batches(Callback):
    """Notes how many batches there were, and the logs."""

    def __init__(self):
        self.logs = []

    def on_train_batch_end(self, batch, logs=None):
        self.logs.append((batch, logs["loss"]))


def test_the_loss_of_an_epoch_is_the_mean_of_its_rows():
    model, heard = network(), Batches()
    parts = [slice(0, 10), slice(10, 20), slice(20, 24)]
    twin = network()
    steps = [twin.train_on_batch(X[part], Y[part]) for part in parts]
    history = model.fit(
        X, Y, batch_size=10, shuffle=False, callbacks=[heard], verbose=0
    )
    mean = (10 * steps[0] + 10 * steps[1] + 4 * steps[2]) / 24
    assert history.history["loss"] == [pytest.approx(mean)]
    assert [batch for batch, _ in heard.logs] == [0, 1, 2]
    assert heard.logs[-1][1] == history.history["loss"][0]


def test_shuffling_keeps_rows_and_targets_together():
    model = Sequential([layers.Dense(1)], dtype="float64")
    model.compile(optimizers.SGD(0.1), "mse")
    exact = X @ np.array([[3.0], [-2.0]]) + 1
    model.fit(X, exact, batch_size=5, epochs=60, verbose=0)
    assert model.evaluate(X, exact) < 1e-10


def test_a_seed_repeats_a_run():
    runs = [network().fit(X, Y, batch_size=7, epochs=3, verbose=0) for _ in range(2)]
    assert runs[0].history == runs[1].history
    other = network(seed=5).fit(X, Y, batch_size=7, epochs=3, verbose=0)
    assert other.history != runs[0].history


def test_numpys_own_random_state_is_left_alone():
    before = np.random.get_state()[1].copy()
    network().fit(X, Y, batch_size=7, epochs=2, verbose=0)
    np.testing.assert_array_equal(np.random.get_state()[1], before)


def test_float32_throughout():
    model = network(dtype=None)
    model.fit(X, Y, batch_size=10, epochs=2, verbose=0)
    for layer in model.layers:
        assert layer.output.dtype == layer.z.dtype == np.float32
        assert layer.z.grad.dtype == np.float32
    assert {W.grad.dtype for W in model.weights} == {np.dtype("float32")}
    assert {W.dtype for W in model.get_weights()} == {np.dtype("float32")}
    assert model.predict(X).dtype == np.float32


def test_numpys_scalars_do_not_widen():
    half = np.float64(0.5)
    assert (Tensor(np.ones(2, "float32")) ** half * half).dtype == np.float32
    model = network(dtype=None, optimizer=optimizers.SGD(np.float64(0.1), momentum=0.5))
    model.compile(model.optimizer, losses.Huber(half))
    model.train_on_batch(X, Y)
    model.optimizer.learning_rate = np.float32(0.1)
    model.train_on_batch(X, Y)
    assert {W.grad.dtype for W in model.weights} == {np.dtype("float32")}
    assert layers.Dense(np.int64(3)).units == 3


def test_validation():
    model = network(metrics=["mae"])
    history = model.fit(X, Y, epochs=2, validation_split=0.25, verbose=0).history
    assert list(history) == ["loss", "mae", "val_loss", "val_mae"]
    loss, mae = model.evaluate(X[18:], Y[18:])
    assert history["val_loss"][-1] == pytest.approx(loss)
    assert history["val_mae"][-1] == pytest.approx(mae)
    data = (X[18:], Y[18:])
    given = network(metrics=["mae"]).fit(
        X[:18], Y[:18], epochs=2, validation_data=data, verbose=0
    )
    assert given.history == history
    both = network(metrics=["mae"]).fit(
        X[:18], Y[:18], epochs=2, validation_data=data, validation_split=0.5, verbose=0
    )
    assert both.history == history
    alone = network().fit(X, Y, validation_split=None, verbose=0)
    assert list(alone.history) == ["loss"]


def test_evaluate_does_not_train_and_returns_in_three_forms():
    model = network(metrics=["mae", "rmse"])
    before = model.get_weights()
    loss, mae, rmse = model.evaluate(X, Y)
    named = model.evaluate(X, Y, batch_size=5, return_dict=True)
    assert named == pytest.approx({"loss": loss, "mae": mae, "rmse": rmse})
    assert rmse == pytest.approx(np.sqrt(loss))
    assert model.test_on_batch(X, Y) == pytest.approx([loss, mae, rmse])
    assert network().evaluate(X, Y) == pytest.approx(loss)
    for W, old in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(W, old)


def test_predict_does_not_depend_on_the_batches():
    model = network()
    expected = model.predict_on_batch(X)
    np.testing.assert_allclose(model.predict(X, batch_size=5), expected, rtol=1e-12)
    assert model.layers[0].z.op is None
    assert model.predict(X.tolist()).shape == (24, 1)


def test_sample_weights_count_rows():
    weights = np.zeros(24)
    weights[:6] = 4.0
    model = network()
    assert model.evaluate(X, Y, sample_weight=weights) == pytest.approx(
        network().evaluate(X[:6], Y[:6])
    )
    model.train_on_batch(X, Y, sample_weight=weights)
    twin = network()
    twin.train_on_batch(X[:6], Y[:6])
    for W, other in zip(model.get_weights(), twin.get_weights(), strict=True):
        np.testing.assert_allclose(W, other)


@pytest.mark.parametrize("one_hot", [False, True])
def test_class_weights_become_sample_weights(one_hot):
    labels = np.arange(24) % 2
    y = utils.to_categorical(labels) if one_hot else labels.reshape(-1, 1)
    utils.set_random_seed(0)
    model = Sequential([layers.Dense(y.shape[1])], dtype="float64")
    model.compile("sgd", "mse")
    model.predict(X)
    start = model.get_weights()
    by_class = model.train_on_batch(X, y, class_weight={1: 3.0})
    model.set_weights(start)
    by_row = model.train_on_batch(X, y, sample_weight=1.0 + 2.0 * labels)
    assert by_class == pytest.approx(by_row)
    history = model.fit(X, y, class_weight={1: 3.0}, validation_split=0.25, verbose=0)
    loss = model.evaluate(X[18:], y[18:])
    assert history.history["val_loss"] == pytest.approx([loss])  # without weights


def test_history_and_epochs():
    model = network()
    history = model.fit(X, Y, epochs=5, initial_epoch=2, verbose=0)
    assert isinstance(history, History)
    assert history.epoch == [2, 3, 4]
    assert all(type(loss) is float for loss in history.history["loss"])


class TwoTowers(Model):
    """Two hidden layers side by side, added; one more acts in training only."""

    def __init__(self):
        super().__init__(dtype="float64")
        self.towers = [layers.Dense(3, "tanh"), layers.Dense(3, "tanh")]
        self.last = layers.Dense(1)
        self.seen = []

    def call(self, x, training=False):
        self.seen.append(training)
        return self.last(self.towers[0](x) + self.towers[1](x))


def test_a_model_of_ones_own():
    utils.set_random_seed(0)
    model = TwoTowers()
    model.compile("adam", "mse")
    history = model.fit(X, Y, epochs=3, verbose=0).history["loss"]
    assert history[2] < history[0]
    assert len(model.weights) == 6
    assert [layer.name for layer in model.layers] == ["dense", "dense_1", "dense_2"]
    assert {W.dtype for W in model.get_weights()} == {np.dtype("float64")}
    assert True in model.seen
    model.seen.clear()
    model.predict(X)
    assert model.seen == [False]


def test_a_loss_and_a_metric_may_be_plain_functions():
    def cubed(y_true, y_pred):
        return losses.mean_absolute_error(y_true, y_pred) ** 3

    model = network()
    model.compile("sgd", cubed, metrics=[cubed])
    error = np.abs(model.predict(X) - Y)
    expected = (error**3).mean()
    assert model.evaluate(X, Y) == pytest.approx([expected, expected])
    assert "cubed" in model.evaluate(X, Y, return_dict=True)


SUMMARY = """\
Model: "sequential"
Layer (type)     Output shape  Parameters
-------------------------------------------
dense (Dense)    (None, 3)     9
dense_1 (Dense)  (None, 1)     4
-------------------------------------------
Total parameters: 13
Trainable: 4
Not trainable: 9
"""


def test_summary(capsys):
    model = network()
    model.layers[0].trainable = False
    model.summary()
    assert capsys.readouterr().out == SUMMARY
    lines = []
    model.summary(line_length=70, print_fn=lines.append, show_trainable=True)
    assert "Trainable" in lines[0].splitlines()[1]
    assert max(map(len, lines[0].splitlines())) == 70


def test_summary_before_building():
    lines = []
    Sequential([layers.Dense(3)]).summary(print_fn=lines.append)
    assert "not built" in lines[0]


def test_layers_may_be_taken_off():
    model = network()
    assert model.pop().name == "dense_1"
    assert model.predict(X).shape == (24, 3)


def test_a_whole_hotel_run():
    (x, y), (x_test, y_test) = hotels.load_data("nonlinear")
    mean, std = x.mean(axis=0), x.std(axis=0)
    prices = (y - y.mean()) / y.std()
    model = network()
    model.compile(optimizers.SGD(learning_rate=0.08), "mse")
    model.fit((x - mean) / std, prices, batch_size=len(x), epochs=800, verbose=0)
    predicted = model.predict((x_test - mean) / std) * y.std() + y.mean()
    assert ((predicted - y_test) ** 2).mean() < 150 < 1000 < y_test.var()


def test_sizes_that_input_leaves_open_may_be_any():
    model = Sequential([Input(shape=(None, 1)), layers.LSTM(4), layers.Dense(1)])
    assert model.count_params() == 4 * 4 * (1 + 4 + 1) + 5
    for steps in (1, 7, 100):
        assert model.predict(np.zeros((2, steps, 1))).shape == (2, 1)
    pictures = Sequential(
        [
            Input(shape=(None, None, 3)),
            layers.Conv2D(4, 3),
            layers.GlobalMaxPooling2D(),
        ]
    )
    assert pictures.predict(np.zeros((2, 9, 11, 3))).shape == (2, 4)
    assert pictures.get_config()["layers"][0]["config"]["batch_shape"] == [
        None,
        None,
        None,
        3,
    ]
