"""Forecasts for page 11.4: what comes next in a noisy wave, and next month's visitors.

Every forecaster sees the last values of a series and says the next one.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.datasets import seasonal, synthetic
from dlcore.layers import LSTM, Conv1D, Dense, GlobalAveragePooling1D, SimpleRNN
from dlcore.optimizers import Adam
from dlcore.preprocessing import windows
from dlcore.teach.figures import color, figure

SPAN, TRAIN, SERIES, NOISE = 20, 400, 600, 0.2
"""Values seen, pieces to train on, length of the series, size of its noise."""

SEEDS = (0, 1, 2)
AHEAD = 60
EPOCHS, RATE = 40, 0.01


def wave():
    """Return pieces of the noisy wave for training and for testing, x and y of each."""
    series = synthetic.noisy_sine(SERIES, noise=NOISE, seed=0)
    x, y = windows(series, SPAN)
    return (x[:TRAIN], y[:TRAIN]), (x[TRAIN:], y[TRAIN:])


def layers(kind):
    """Return the layers below the output of a kind of network."""
    return {
        "plain": lambda: [SimpleRNN(8)],
        "LSTM": lambda: [LSTM(8)],
        "convolution": lambda: [
            Conv1D(8, 5, activation="relu"),
            GlobalAveragePooling1D(),
        ],
        "convolution, then LSTM": lambda: [Conv1D(8, 5, activation="relu"), LSTM(8)],
    }[kind]()


NETWORKS = ("plain", "LSTM", "convolution", "convolution, then LSTM")
KINDS = ("same as the last", "linear", *NETWORKS)


def network(kind, seed, span=SPAN):
    """Return the untrained network of a kind, compiled."""
    utils.set_random_seed(seed)
    model = Sequential([Input(shape=(span, 1)), *layers(kind), Dense(1)])
    model.compile(Adam(RATE), loss="mse")
    return model


def fit_linear(x, y):
    """Return the weights of the best linear forecast, the last one its bias."""
    rows = np.column_stack([x[:, :, 0], np.ones(len(x))])
    return np.linalg.lstsq(rows, y[:, 0], rcond=None)[0]


@cache
def forecaster(kind, seed=0):
    """Return a function from pieces (rows, span, 1) to forecasts (rows, 1)."""
    (x, y), _ = wave()
    if kind == "same as the last":
        return lambda x: x[:, -1]
    if kind == "linear":
        w = fit_linear(x, y)
        return lambda x: x[:, :, 0] @ w[:-1, None] + w[-1]
    model = network(kind, seed)
    model.fit(x, y, epochs=EPOCHS, batch_size=32, verbose=0)
    return model.predict_on_batch


@cache
def error(kind, seed=0):
    """Return the mean squared error on the test pieces."""
    x, y = wave()[1]
    return float(np.mean((np.asarray(forecaster(kind, seed)(x)) - y) ** 2))


def median_error(kind):
    """Return the median over starts, where there are any."""
    return float(
        np.median([error(kind, s) for s in SEEDS if kind in NETWORKS or not s])
    )


def run_on(kind, steps=AHEAD):
    """Return forecasts from the first test piece that are fed back as if true."""
    piece = wave()[1][0][:1].copy()
    found = []
    for _ in range(steps):
        said = float(np.asarray(forecaster(kind)(piece))[0, 0])
        found.append(said)
        piece = np.concatenate([piece[:, 1:], [[[said]]]], axis=1)
    return np.array(found)


MODES = ("one step ahead", "on its own")


def draw_forecast(kind, mode):
    """Draw forecasts of 60 values, each from true ones or from earlier forecasts."""
    x, y = wave()[1]
    truth = np.sin(2 * np.pi * np.arange(SERIES) / 25.0)[SPAN + TRAIN :][:AHEAD]
    if mode == MODES[0]:
        said = np.asarray(forecaster(kind)(x[:AHEAD]))[:, 0]
    else:
        said = run_on(kind)
    steps = np.arange(1, AHEAD + 1)
    _, ax = figure(height=2.6)
    ax.plot(np.arange(-SPAN + 1, 1), x[0, :, 0], "o", color=color.data, ms=3.5)
    ax.plot(steps, y[:AHEAD, 0], "o", color="none", mec=color.data, ms=4)
    ax.plot(steps, truth, ":", color=color.truth, lw=1.4)
    ax.plot(steps, said, "-", color=color.model, lw=1.8)
    ax.axvline(0.5, color=color.muted, lw=0.8)
    ax.set(xlim=(-20, 61), ylim=(-1.9, 1.9), xlabel="steps from now")
    ax.set(yticks=[-1, 0, 1], xticks=[-20, 0, 20, 40, 60], title=f"{kind}, {mode}")
    off = float(np.mean((said - y[:AHEAD, 0]) ** 2))
    return (
        f"{kind[0].upper()}{kind[1:]}, {mode}: mean squared error {off:.3f} on these "
        f"60 values; the noise alone costs about {NOISE**2:.2f}."
    )


# -- visitors of a lake ----------------------------------------------------------------

YEAR, TEST_MONTHS = 12, 24


@cache
def months():
    """Return mean absolute errors in thousands on the last two years, by forecast.

    The network and the linear forecast see the logarithms of thirteen months.
    """
    visitors = seasonal.load_data()
    true = visitors[-TEST_MONTHS:]
    logs = np.log(visitors)
    x, y = windows(logs, YEAR + 1)
    cut = len(x) - TEST_MONTHS
    w = fit_linear(x[:cut], y[:cut])
    found = {
        "same as last month": visitors[-TEST_MONTHS - 1 : -1],
        "same as a year ago": visitors[-TEST_MONTHS - YEAR : -YEAR],
        "linear, 13 months": np.exp(x[cut:, :, 0] @ w[:-1] + w[-1]),
        "LSTM, 13 months": np.exp(_growth(x, y, cut)),
    }
    return {name: float(np.abs(said - true).mean()) for name, said in found.items()}


def _growth(x, y, cut):
    """Return forecasts of logarithms by an LSTM that is told growth over a year.

    It sees each month relative to the oldest, and says the growth since a year ago.
    """
    near, growth = 5 * (x - x[:, :1]), 5 * (y - x[:, 1])
    said = []
    for seed in SEEDS:
        model = network("LSTM", seed, YEAR + 1)
        model.fit(near[:cut], growth[:cut], epochs=EPOCHS, batch_size=16, verbose=0)
        said.append(np.asarray(model.predict_on_batch(near[cut:]))[:, 0] / 5)
    return np.median(said, axis=0) + x[cut:, 1, 0]
