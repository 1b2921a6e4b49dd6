"""Numbers and drawings of page 11.1: order, state, and one rule for every step."""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.layers import Dense, Flatten, RepeatVector, SimpleRNN
from dlcore.optimizers import Adam
from dlcore.teach._labels import powered
from dlcore.teach.chapter07 import minus
from dlcore.teach.chapter11_unrolled import draw_folded, draw_unrolled, read_model
from dlcore.teach.figures import color, figure, label_line, show

# -- the lamp: one unit that remembers -------------------------------------------------

STEPS = 12
PUSH = 3.0
"""Weight of the input of the lamp's one unit."""

STORIES = {
    "on, then off": {1: 1.0, 4: -1.0},
    "off, then on": {1: -1.0, 4: 1.0},
    "on, then nothing": {1: 1.0},
}
FEEDBACK = (0.0, 0.5, 0.9, 1.0, 1.5, 2.0)


def story(name):
    """Return the twelve inputs of a story: 1 on, −1 off, 0 nothing happens."""
    x = np.zeros(STEPS)
    for step, button in STORIES[name].items():
        x[step - 1] = button
    return x


def lamp_states(x, feedback, push=PUSH):
    """Return h_t = tanh(feedback h_(t-1) + push x_t) from h_0 = 0, one a step."""
    h, states = 0.0, []
    for value in x:
        h = float(np.tanh(feedback * h + push * value))
        states.append(h)
    return np.array(states)


def draw_lamp(story_name, feedback):
    """Draw the state of the one-unit reader, step by step."""
    x = story(story_name)
    h = lamp_states(x, feedback)
    steps = np.arange(1, STEPS + 1)
    _, ax = figure(height=2.5)
    ax.axhline(0, color=color.border, lw=0.8)
    for step in np.flatnonzero(x) + 1:
        word = "on" if x[step - 1] > 0 else "off"
        ax.axvline(step, color=color.data, lw=1.2, ls=":")
        ax.text(step, 1.16, word, color=color.data, ha="center", va="bottom")
    ax.plot(steps, h, "-o", color=color.model, ms=5)
    ax.set(xlim=(0.5, 12.5), ylim=(-1.15, 1.15), xticks=[1, 4, 8, 12])
    ax.set(yticks=[-1, 0, 1], xlabel="step t", ylabel="state h")
    return (
        f"{story_name[0].upper()}{story_name[1:]}, feedback {feedback:g}: after step "
        f"12 the state is {small(h[-1])}. The inputs add up to {minus(x.sum())}."
    )


def small(number):
    """Return a number in two decimals, or with its power of ten where that is 0."""
    if number and abs(number) < 0.005:
        return powered(number, 0)
    return minus(number)


# -- a dynamical system ----------------------------------------------------------------

SLOPES = (-1.5, -0.9, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0)
STARTS = (-0.5, 0.01, 0.9)
RUN = 20


def orbit(slope, start, steps=RUN):
    """Return s_0, s_1, ... of s_t = tanh(slope s_(t-1)), (steps + 1,)."""
    s = [start]
    for _ in range(steps):
        s.append(float(np.tanh(slope * s[-1])))
    return np.array(s)


def rest(slope, steps=4000):
    """Return the rest that positive starts lead to, for slopes from 0 up."""
    return orbit(slope, 0.5, steps)[-1]


def draw_orbit(slope, start):
    """Draw an orbit twice: on the curve of its rule, and along time."""
    s = orbit(slope, start)
    _, (left, right) = figure(width=3.1, height=2.6, columns=2)
    grid = np.linspace(-1.1, 1.1, 111)
    left.plot(grid, grid, ":", color=color.muted, lw=1.2)
    left.plot(grid, np.tanh(slope * grid), "-", color=color.model)
    path = np.repeat(s, 2)
    left.plot(path[:-1], [0, *path[2:]], "-", color=color.data, lw=1)
    left.plot(s[0], 0, "o", mfc=color.paper, mec=color.data, zorder=5)
    left.set(xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    left.set(xlabel="state now", ylabel="state next")
    right.axhline(0, color=color.border, lw=0.8)
    right.plot(s, "-o", color=color.data, ms=4, lw=1.2)
    right.set(ylim=(-1.1, 1.1), xticks=[0, 10, 20], yticks=[-1, 0, 1], xlabel="step t")
    return (
        f"s = tanh({minus(slope)} s) from {minus(start)}: after 20 steps the state "
        f"is {small(s[-1])}."
    )


# -- the paper network: a line of delay ------------------------------------------------

PAPER = np.array([[3.0], [5.0], [4.0], [4.0]])
"""Four inputs of the paper example."""


def delay_network(steps=None, link=1.0):
    """Return the model that keeps the last input and says by how much it changed.

    `link` is the weight from the first unit to the second, one step later.
    """
    model = Sequential(
        [
            Input(shape=(steps or len(PAPER), 1)),
            SimpleRNN(2, "linear", use_bias=False, return_sequences=True),
            Dense(1, use_bias=False),
        ],
        dtype="float64",
    )
    W_xh = np.array([[1.0], [0.0]])
    W_hh = np.array([[0.0, 0.0], [link, 0.0]])
    W_hy = np.array([[1.0, -1.0]])
    model.set_weights([W_xh.T, W_hh.T, W_hy.T])
    return model


UNFOLDED = ("folded", "1 step", "2 steps", "3 steps", "4 steps")
LINKS = (1.0, 0.5, 0.0)


def draw_unfolded(drawn, link):
    """Draw the paper network with a loop, or for the first steps of its inputs."""
    steps = UNFOLDED.index(drawn)
    model = delay_network(max(1, steps), link)
    if not steps:
        draw_folded(model, PAPER[:1])
        return f"With a loop: {model.count_params()} weights, for any number of steps."
    x = PAPER[:steps]
    draw_unrolled(model, x, columns=4)
    nodes = read_model(model, x).nodes
    said = [minus(node.values[0]) for node in nodes if node.letter == "o"]
    return (
        f"{drawn[0].upper()}{drawn[1:]}: {model.count_params()} weights, each used "
        f"{counted(steps)}. The outputs are {', '.join(said)}."
    )


def counted(times):
    """Return a number of times in words."""
    return ("once", "twice", "three times", "four times")[times - 1]


# -- one to many, many to one ----------------------------------------------------------

SENTENCE = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.5]])
"""A made-up sequence of three vectors for the drawings."""


def kind_model(kind):
    """Return a model of this kind, with random weights, and an input for it."""
    utils.set_random_seed(11)
    settings = {"return_sequences": True}
    if kind == "one to many":
        layers = [
            Input(shape=(2,)),
            RepeatVector(3),
            SimpleRNN(2, **settings),
            Dense(1),
        ]
    elif kind == "many to one":
        layers = [Input(shape=(3, 2)), SimpleRNN(2), Dense(1)]
    elif kind == "many to many, in step":
        layers = [Input(shape=(3, 2)), SimpleRNN(2, **settings), Dense(1)]
    else:
        layers = [Input(shape=(3, 2)), SimpleRNN(2), RepeatVector(2)]
        layers += [SimpleRNN(2, **settings), Dense(1)]
    return Sequential(layers, dtype="float64"), SENTENCE[0 if "one to" in kind else ...]


KINDS = {
    "one to many": "a caption for a picture, a melody from a mood",
    "many to one": "is this review praise, what comes next",
    "many to many, in step": "the kind of each word, a mark at every moment",
    "many to many, read first": "translation",
}


def draw_kind(kind):
    """Draw a model of this kind, with its values."""
    model, x = kind_model(kind)
    draw_unrolled(model, x)
    shape = model.predict(x[None], verbose=0).shape[1:]
    return (
        f"{kind[0].upper()}{kind[1:]}: {KINDS[kind]}. Input of shape {x.shape}, output "
        f"of shape {tuple(shape)}, {model.count_params()} weights and biases."
    )


# -- learned at one time, used at any --------------------------------------------------

LEARNED = 10
"""Steps of the sequences that the networks are trained with."""


def buttons(rows, steps, busy, seed):
    """Return sequences of 1, −1 and 0, and whether the lamp is on in the end.

    Arguments: `rows` sequences of so many `steps`; `busy`, the first and the last step
    (from 0, the last one not included) at which buttons may be pressed; `seed`.
    """
    generator = np.random.default_rng(seed)
    x = np.zeros((rows, steps))
    pressed = generator.choice([-1.0, 0.0, 1.0], p=[0.25, 0.5, 0.25],
                               size=(rows, busy[1] - busy[0]))  # fmt: skip
    x[:, busy[0] : busy[1]] = pressed
    last = np.zeros(rows)
    for step in range(steps):
        last = np.where(x[:, step] != 0, x[:, step], last)
    return x[..., None], (last[:, None] > 0).astype(float)


def reader(kind, seed):
    """Return an untrained model for the lamp: "recurrent" or "dense"."""
    utils.set_random_seed(seed)
    first = [SimpleRNN(4)]
    if kind == "dense":
        first = [Input(shape=(LEARNED, 1)), Flatten(), Dense(16, activation="tanh")]
    model = Sequential([*first, Dense(1, activation="sigmoid")])
    model.compile(Adam(0.01), loss="binary_crossentropy")
    return model


def share_right(model, x, y):
    """Return the share of sequences that a model reads rightly."""
    return float(((model.predict(x, verbose=0) > 0.5) == (y > 0.5)).mean())


@cache
def trained(kind, seed, busy=(0, LEARNED)):
    """Return a model trained on 64 sequences of ten steps, pressed in these steps."""
    x, y = buttons(64, LEARNED, busy, seed=100 + seed)
    model = reader(kind, seed)
    model.fit(x, y, epochs=300, batch_size=32, verbose=0)
    return model


def shares(kind, steps, seeds=range(3), busy=(0, LEARNED)):
    """Return the share of 1000 fresh sequences read rightly, one for each seed.

    Arguments: `kind`, "recurrent", "dense" or "counting"; `steps`, the length of the
    sequences, whose buttons may be pressed at any time; `seeds`; `busy`, the steps in
    which buttons were pressed in training.
    """
    found = []
    for seed in seeds:
        x, y = buttons(1000, steps, (0, steps), seed=200 + seed)
        if kind == "counting":
            found.append(float(((x.sum(axis=1) > 0) == (y > 0.5)).mean()))
        else:
            found.append(share_right(trained(kind, seed, tuple(busy)), x, y))
    return np.array(found)


def one_unit(learning_rate, seed):
    """Return a network of one recurrent unit, trained on the lamp."""
    utils.set_random_seed(seed)
    model = Sequential([SimpleRNN(1), Dense(1, activation="sigmoid")])
    model.compile(Adam(learning_rate), loss="binary_crossentropy")
    x, y = buttons(64, LEARNED, (0, LEARNED), seed=100)
    model.fit(x, y, epochs=300, batch_size=32, verbose=0)
    return model


# -- how long an input is heard --------------------------------------------------------

FORGETTING = (0.5, 0.9, 0.97)


def show_forgetting():
    """Show the weight of an input in the state, by how many steps ago it came."""
    fig, ax = figure(height=2.6)
    ago = np.arange(0, 31)
    for u, style, at in zip(FORGETTING, ("-", "--", ":"), (2, 6, 12), strict=True):
        (line,) = ax.plot(ago, u**ago, style, color=color.model, lw=1.8)
        label_line(line, f"u = {u:g}", at=at, dx=6, dy=3)
    ax.set(xlim=(0, 30), ylim=(0, 1.05), yticks=[0, 0.5, 1])
    ax.set(xlabel="steps ago", ylabel="weight in the state")
    show(
        fig,
        caption="A linear state forgets by the same share in every step. Lines: the "
        "weight \\(u^k\\) of an input that came \\(k\\) steps ago.",
        alt="Three falling curves that start at 1. With u = 0.5 the weight is halved "
        f"in 1 step, with 0.9 in {half_life(0.9):.1f}, with 0.97 in "
        f"{half_life(0.97):.0f} steps.",
    )


def half_life(u):
    """Return after how many steps half of an input is left in a linear state."""
    return float(np.log(0.5) / np.log(u))
