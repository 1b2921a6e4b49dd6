"""Numbers and drawings of chapter 2: one neuron and eight hotels.

Every number comes from `dlcore.Neuron`, trained on the hotels; each drawing makes one
figure and returns its caption, as `teach.explore` wants it.
"""

import math

import numpy as np

from dlcore.datasets import hotels
from dlcore.neuron import Neuron
from dlcore.preprocessing import Standardizer
from dlcore.teach._labels import powered
from dlcore.teach.figures import color, figure
from dlcore.teach.networks import draw_network

RATE = 0.08
"""The learning rate of the hotel tasks."""

(MILES, PRICE), (MILES_TEST, PRICE_TEST) = (
    (x[:, 0], y[:, 0]) for x, y in hotels.load_data("linear")
)
"""Distances in miles and prices in dollars: training rows (8,), test rows (4,)."""

SCALE = Standardizer().fit(MILES)
X = SCALE.transform(MILES)
X_TEST = SCALE.transform(MILES_TEST)


# -- numbers ---------------------------------------------------------------------------


def trained(rounds, learning_rate=RATE, x=X):
    """Return a neuron after so many training rounds from w = 0, b = 0."""
    neuron = Neuron()
    with np.errstate(all="ignore"):
        neuron.fit(x, PRICE, learning_rate=learning_rate, epochs=rounds)
    return neuron


def losses(rounds, learning_rate=RATE, x=X):
    """Return the MSE before training and after each round: rounds + 1 numbers."""
    with np.errstate(all="ignore"):
        return Neuron().fit(x, PRICE, learning_rate, epochs=rounds + 1)


def path(rounds, learning_rate=RATE, x=X):
    """Return (w, b) before training and after each round, (rounds + 1, 2)."""
    neuron = Neuron()
    points = [(neuron.w, neuron.b)]
    with np.errstate(all="ignore"):
        for _ in range(rounds):
            *_, last = neuron.cycle(x, PRICE, learning_rate)
            points.append((last.weights["w"], last.weights["b"]))
    return np.array(points)


def mse(w, b, x=X, y=PRICE):
    """Return the MSE of a neuron with these parameters."""
    neuron = Neuron(w, b)
    neuron.predict(x)
    return neuron.measure(y)


def mse_in_miles(w, b):
    """Return the MSE where the weight is in dollars per mile."""
    return mse(w, b, x=MILES)


def phases(round_number, learning_rate=RATE):
    """Return the four phases of one training round, counted from 1."""
    neuron = trained(round_number - 1, learning_rate)
    return list(neuron.cycle(X, PRICE, learning_rate))


def price_at(miles, neuron):
    """Return what a neuron that was trained on standardized distances predicts."""
    return float(neuron.predict(SCALE.transform([miles]))[0])


def mean_miss(neuron):
    """Return the mean size of the errors on the training rows, in dollars."""
    return float(np.mean(np.abs(neuron.predict(X) - PRICE)))


def best():
    """Return the w and b with the least MSE, by the formula of least squares."""
    return float(np.mean(X * PRICE)), float(np.mean(PRICE))


def line_in_miles(neuron):
    """Return (dollars per mile, dollars at the center) of a trained neuron."""
    slope = neuron.w / SCALE.std
    return float(slope), float(neuron.b - slope * SCALE.mean)


def curvatures(x):
    """Return the Hessian of the MSE in (w, b), and its eigenvalues from small up."""
    hessian = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return hessian, np.linalg.eigvalsh(hessian)


def money(value, digits=1):
    """Return a number as text: short where it is huge, with a minus sign that shows."""
    if not math.isfinite(value):
        return "beyond what the computer can hold"
    if abs(value) >= 1e6:
        return powered(value)
    text = f"{value:.{digits}f}"
    return (text if float(text) else text.lstrip("-")).replace("-", "−")


# -- parts of drawings -----------------------------------------------------------------


def hotel_axes(ax, high=185, low=0):
    """Draw the eight hotels and label the axes."""
    ax.plot(MILES, PRICE, "o", color=color.data, zorder=4)
    ax.set(xlim=(0, 10), ylim=(low, high))
    ax.set(xlabel="distance (miles)", ylabel="price ($)")


def line(ax, slope, height, **style):
    """Draw the line height + slope * miles over the whole axis."""
    ends = np.array([0.0, 10.0])
    style = {"color": color.model, "linestyle": "-"} | style
    ax.plot(ends, height + slope * ends, **style)


def residuals(ax, prediction):
    """Draw each error as a dashed stroke from the hotel to the line."""
    ax.vlines(
        MILES, prediction, PRICE, color=color.loss, linestyle=(0, (2, 1.5)), zorder=2
    )


# -- drawings for explorable figures ---------------------------------------------------


def rounds(rounds):
    """Draw the line of the neuron after some training rounds."""
    neuron = trained(rounds)
    slope, height = line_in_miles(neuron)
    four = price_at(4.0, neuron)
    _, ax = figure(height=2.8)
    hotel_axes(ax)
    line(ax, slope, height)
    ax.plot(4, four, "X", color=color.model, markersize=10, zorder=5, clip_on=False)
    ax.annotate(
        f"${four:.0f}",
        (4, four),
        (0, 9) if four < 20 else (-16, -19),
        textcoords="offset points",
        color=color.model,
        ha="center",
    )
    return (
        f"After {rounds} round{'s' * (rounds != 1)} the neuron says {money(four)} "
        f"dollars for four miles. On the eight hotels it is wrong by "
        f"{money(mean_miss(neuron))} dollars on average."
    )


def by_hand(weight, bias):
    """Draw the line of a chosen weight (dollars per mile) and bias, with its errors."""
    prediction = Neuron(weight, bias).predict(MILES)
    error = prediction - PRICE
    worst = int(np.argmax(np.abs(error)))
    _, ax = figure(height=2.8)
    hotel_axes(ax, high=205)
    residuals(ax, prediction)
    line(ax, weight, bias)
    ax.set_title(f"MSE = {money(mse_in_miles(weight, bias))}", color=color.loss)
    return (
        f"w = {money(weight, 0)}, b = {bias}: the MSE is "
        f"{money(mse_in_miles(weight, bias))} squared dollars. The largest error, "
        f"{money(error[worst])} dollars, is that of the hotel {MILES[worst]} miles out."
    )


def cycle(round, phase):
    """Draw one phase of a training round: the neuron, its line and all its numbers."""
    neuron = trained(round - 1)
    known = {known.name: known for known in neuron.cycle(X, PRICE, RATE)}[phase]
    before, after = trained(round - 1), neuron
    fig, axes = figure(rows=2, columns=2, height=2.1)
    grid = axes[0, 1].get_gridspec()
    for ax in axes[:, 1]:
        ax.remove()
    shown = after if phase == "adjust" else before
    draw_network(shown, ax=axes[0, 0], inputs=["x"], outputs=["ŷ"], phase=known)
    _line_of_phase(axes[1, 0], before, after, phase)
    _numbers_of_phase(fig.add_subplot(grid[:, 1]), before, phase)
    return _phase_in_words(round, known, before)


def _line_of_phase(ax, before, after, phase):
    """Draw the hotels and the line; the errors and the new line when known."""
    hotel_axes(ax)
    old = "-" if phase != "adjust" else ":"
    if phase in ("measure", "feedback"):
        residuals(ax, before.predict(X))
    line(ax, *line_in_miles(before), linestyle=old)
    if phase == "adjust":
        line(ax, *line_in_miles(after))


def _numbers_of_phase(ax, neuron, phase):
    """Write the numbers of all eight hotels, as far as the phase knows them."""
    known = ("predict", "measure", "feedback", "adjust").index(phase)
    error = neuron.predict(X) - PRICE
    columns = [("x", X, "{:+.2f}"), ("price", PRICE, "{:.0f}")]
    columns += [("ŷ", neuron.prediction, "{:.1f}"), ("error", error, "{:.1f}")]
    columns += [("error·x", error * X, "{:.1f}")]
    ax.set(xlim=(0, 4.85), ylim=(8.6, -0.6))
    ax.axis("off")
    ends = [0.75, 1.5, 2.5, 3.65, 4.8]  # where each column ends
    ink = [color.ink, color.data, color.model, color.loss, color.gradient]
    for end, role, (name, values, form) in zip(ends, ink, columns, strict=False):
        if end > ends[2 + min(known, 2)]:
            continue
        ax.text(end, 0, name, ha="right", va="center", color=role)
        for row, value in enumerate(values, start=1):
            text = form.format(value).replace("-", "−")
            ax.text(end, row, text, ha="right", va="center")


def _phase_in_words(round, known, before):
    """Return the caption of one phase."""
    w, b = money(before.w, 2), money(before.b, 2)
    head = f"Round {round}, {known.name}: "
    if known.name == "predict":
        return head + f"with w = {w} and b = {b} each hotel gets its prediction ŷ."
    if known.name == "measure":
        return head + f"the errors give an MSE of {money(known.loss)}."
    dw, db = (money(known.gradients[name], 2) for name in "wb")
    if known.name == "feedback":
        return head + (
            f"{dw} for w, twice the mean of the last column, and {db} for b, twice "
            "the mean error."
        )
    new = [money(known.weights[name], 2) for name in "wb"]
    return head + (
        f"w goes from {w} to {new[0]} and b from {b} to {new[1]}, each by {RATE} "
        "times its feedback, the opposite way. Dotted: the old line."
    )


def _dot(ax, x, y, ink):
    """Draw a dot; above or below the picture, at its edge, a triangle that says so.

    Returns what the caption has to add.
    """
    low, high = ax.get_ylim()
    shape = "^" if y > high else "v" if y < low else "o"
    ax.plot(x, min(max(y, low), high), shape, color=ink, ms=9, zorder=5, clip_on=False)
    return "" if shape == "o" else " Triangle: beyond the edge of the picture."


def parabola(rows, weight):
    """Draw the loss as a function of the weight, with its slope at one weight."""
    chosen = {"all eight hotels": slice(None), "hotel 5": [4], "hotel 8": [7]}[rows]
    x, y, b = X[chosen], PRICE[chosen], best()[1]
    grid = np.linspace(-85, 45, 131)
    curve = [mse(w, b, x, y) for w in grid]
    neuron = Neuron(weight, b)
    neuron.predict(x)
    loss, slope = neuron.measure(y), neuron.feedback()[0]
    _, ax = figure(height=2.8)
    ax.plot(grid, curve, color=color.loss, ls="-")
    span = np.array([weight - 14.0, weight + 14.0])
    ax.plot(span, loss + slope * (span - weight), "--", color=color.gradient)
    ax.set(xlim=(-85, 45), ylim=(-250, 4500), xlabel="weight w", ylabel="loss ($²)")
    outside = _dot(ax, weight, loss, color.model)
    ax.set_title(f"slope = {money(slope)}", color=color.gradient)
    return (
        f"Loss of {rows} at w = {money(weight, 0)}: {money(loss)}. The slope there is "
        f"{money(slope)}.{outside}"
    )


def steps(learning_rate, epochs):
    """Draw the loss curve on a log scale, and the weight round by round."""
    loss, w = losses(epochs, learning_rate), path(epochs, learning_rate)[:, 0]
    _, (upper, lower) = figure(height=2.0, rows=2, sharex=True)
    upper.plot(np.clip(loss, 1, 1e12), color=color.loss, ls="-")
    upper.set(yscale="log", ylim=(4, 1e7), xlim=(0, 102), ylabel="MSE (log)")
    upper.axhline(best_mse(), color=color.muted, linewidth=1, linestyle=":")
    upper.set_yticks([10, 1e3, 1e5, 1e7])
    lower.axhline(best()[0], color=color.muted, linewidth=1, linestyle=":")
    lower.plot(np.clip(w, -200, 200), color=color.model, linewidth=1.2, ls="-")
    lower.set(ylim=(-100, 60), xlabel="epoch", ylabel="weight w")
    outside = _dot(upper, epochs, loss[-1], color.loss)
    outside = _dot(lower, epochs, w[-1], color.model) or outside
    return (
        f"Learning rate {learning_rate:g}, after {epochs} epochs: MSE "
        f"{money(loss[-1], 2)}, w = {money(w[-1], 2)}.{outside}"
    )


def best_mse():
    """Return the least MSE any line can have on the training rows."""
    return mse(*best())


def rulers(unit, learning_rate, epochs):
    """Draw the loss in the plane of both dials, and the path of training in it."""
    x = MILES if unit == "miles" else X
    center = np.linalg.lstsq(np.stack([x, np.ones(8)], 1), PRICE, rcond=None)[0]
    points = path(epochs, learning_rate, x)
    _, ax = figure(height=3.3)
    for ring in contours(x):
        ax.plot(*(center[:, None] + ring), color=color.loss, linewidth=0.9, ls="-")
    shown = np.clip(points, -1e4, 1e4)
    ax.plot(*shown.T, "-o", color=color.model, linewidth=1.2, markersize=3.5)
    ax.plot(*center, "X", color=color.truth, markersize=9, zorder=5)
    if unit == "miles":
        ax.set(xlim=(-75, 60), ylim=(-10, 315), xlabel="w ($ per mile)")
    else:
        ax.set(xlim=(-156, 114), ylim=(-10, 260), xlabel="w ($ per std)")
        ax.set_aspect("equal")
    ax.set_ylabel("bias b ($)")
    loss = mse(*points[-1], x=x) if np.isfinite(points[-1]).all() else math.inf
    return (
        f"Distances in {unit}, learning rate {learning_rate:g}: after {epochs} epochs "
        f"the MSE is {money(loss)}, at w = {money(points[-1][0])}, "
        f"b = {money(points[-1][1])}."
    )


def contours(x, levels=(400, 2000, 6000, 16050.875)):
    """Return rings of equal loss around the best (w, b): arrays (2, 73)."""
    values, axes = np.linalg.eigh(curvatures(x)[0])
    turn = np.linspace(0, 2 * np.pi, 73)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    radius = np.sqrt(2 / values)[:, None]
    return [axes @ (radius * circle) * np.sqrt(level) for level in levels]


def odd_hotel(price):
    """Draw the squared errors of the test hotels if the one at 0.7 miles cost this."""
    neuron = trained(100)
    y = np.where(MILES_TEST == 0.7, float(price), PRICE_TEST)
    squares = (neuron.predict(X_TEST) - y) ** 2
    _, ax = figure(height=2.4)
    names = [f"{miles:g} mi" for miles in MILES_TEST]
    ax.barh(names, squares, color=color.loss, height=0.6)
    for row, square in enumerate(squares):
        ax.text(1400, row, money(square), va="center", ha="right")
    ax.axvline(squares.mean(), color=color.truth, linestyle="--", linewidth=1.2)
    ax.invert_yaxis()
    ax.set(
        xlim=(0, 1400),
        xticks=[0, 500, 1000],
        xlabel="squared error ($²); dashed: the mean",
    )
    share = 100 * squares[1] / squares.sum()
    return (
        f"At {price} dollars the hotel 0.7 miles out has the squared error "
        f"{money(squares[1])}, {share:.0f} % of the total. Test MSE: "
        f"{money(squares.mean())}."
    )
