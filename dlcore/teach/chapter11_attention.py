"""Attention for page 11.4: the mean that chooses, and a translator of four words.

The translator is told pairs of sentences and nothing about which word belongs to
which. Arrays are rows: queries (steps, d), keys and values (words, d).
"""

from functools import cache

import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle

from dlcore import Tensor, ops
from dlcore.optimizers import Adam
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show


def softmax(e):
    """Return e, made positive and with the sum 1 along its last axis."""
    a = np.exp(e - e.max(axis=-1, keepdims=True))
    return a / a.sum(axis=-1, keepdims=True)


def attend(q, H):
    """Return the weights (steps,) of the rows of H for a query q, and the context."""
    weights = softmax(H @ q)
    return weights, weights @ H


# -- one query, three states -----------------------------------------------------------

STATES = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
ANGLES = (0, 30, 45, 60, 90, 135, 180, 225, 270, 315)
LENGTHS = (0.0, 0.5, 1.0, 2.0, 5.0, 20.0)


def draw_query(angle, length):
    """Draw a query, three states, and their mean by attention."""
    turn = np.deg2rad(angle)
    q = length * np.array([np.cos(turn), np.sin(turn)])
    weights, context = attend(q, STATES)
    _, ax = figure(height=2.9)
    ax.plot(*np.append(STATES, STATES[:1], axis=0).T, ":", color=color.muted, lw=1)
    for number, (state, weight) in enumerate(zip(STATES, weights, strict=True), 1):
        ax.plot(*state, "o", color=color.data, ms=5 + 22 * np.sqrt(weight), alpha=0.5)
        side = -1 if state[0] == 0 else 1
        ax.annotate(
            f"h{'₁₂₃'[number - 1]}: {weight:.2f}", state, (side * 16, 10),
            textcoords="offset points", ha="left" if side > 0 else "right",
        )  # fmt: skip
    ax.plot(*context, "X", color=color.model, ms=10)
    if length:
        tip = 0.5 * q / length
        style = {"arrowstyle": "-|>", "color": color.truth, "lw": 1.6}
        ax.annotate("", tip, (0, 0), arrowprops=style)
        ax.annotate("q", 1.25 * tip, ha="center", va="center")
    ax.set(xlim=(-0.9, 2.0), ylim=(-0.75, 1.45), xticks=[0, 1], yticks=[0, 1])
    numbers = ", ".join(f"{w:.2f}" for w in weights)
    return (
        f"Query of length {length:g} at {angle}°: weights {numbers}; context "
        f"({context[0]:.2f}, {context[1]:.2f})."
    )


# -- a translator ----------------------------------------------------------------------

NOUNS = {
    "house": ("la", "maison"), "car": ("la", "voiture"), "queen": ("la", "reine"),
    "bell": ("la", "cloche"), "dog": ("le", "chien"), "cat": ("le", "chat"),
    "king": ("le", "roi"), "boat": ("le", "bateau"),
}  # fmt: skip
ADJECTIVES = {
    "red": "rouge", "yellow": "jaune", "calm": "calme",
    "sad": "triste", "quick": "rapide", "famous": "célèbre",
}  # fmt: skip
VERBS = {
    "sleeps": "dort", "falls": "tombe", "leaves": "part",
    "arrives": "arrive", "sings": "chante", "smiles": "sourit",
}  # fmt: skip
ADVERBS = {"here": "ici", "often": "souvent", "well": "bien", "slowly": "lentement"}
"""All of these adjectives stand behind the noun and sound alike for le and la."""

WIDTH, UPDATES, RATE, PAIRS = 12, 300, 0.03, 120
SHOWN = (
    "the red house sleeps",
    "the sad dog sings",
    "the cat falls slowly",
    "the queen smiles often",
)
KEPT = (0, 20, 40, 80, 150, 300)


def translated(sentence):
    """Return the French of one of the sentences that the words allow."""
    _, second, third, fourth = sentence.split()
    if second in ADJECTIVES:
        article, noun = NOUNS[third]
        return f"{article} {noun} {ADJECTIVES[second]} {VERBS[fourth]}"
    article, noun = NOUNS[second]
    return f"{article} {noun} {VERBS[third]} {ADVERBS[fourth]}"


def sentences(seed=0):
    """Return all English sentences in random order, those of the figures last."""
    every = [f"the {a} {n} {v}" for a in ADJECTIVES for n in NOUNS for v in VERBS]
    every += [f"the {n} {v} {a}" for n in NOUNS for v in VERBS for a in ADVERBS]
    order = np.random.default_rng(seed).permutation(len(every))
    drawn = [every[place] for place in order if every[place] not in SHOWN]
    return [*drawn, *SHOWN]


def vocabularies():
    """Return the English and the French words, each by alphabet."""
    texts = sentences()
    english = sorted({word for text in texts for word in text.split()})
    french = sorted({word for text in texts for word in translated(text).split()})
    return english, french


def encoded(texts):
    """Return sentences and their translations as numbers of words, (rows, 4) each."""
    english, french = vocabularies()
    x = [[english.index(word) for word in text.split()] for text in texts]
    y = [[french.index(word) for word in translated(text).split()] for text in texts]
    return np.array(x), np.array(y)


def forward(weights, x):
    """Return the scores of French words (rows, 4, words), and where it looked.

    Args:
        weights: tensors E (words, d), Q (4, d), V (d, French words), b.
        x: numbers of English words (rows, 4).
    """
    E, Q, V, b = weights
    words = ops.embedding(E, x)  # keys and values in one (rows, 4, d)
    scores = ops.matmul(Q, ops.transpose(words, (0, 2, 1)))
    looks = ops.softmax(scores)  # (rows, 4 to write, 4 to read)
    return ops.matmul(ops.matmul(looks, words), V) + b, looks.data


@cache
def trained(seed=0):
    """Train the translator; return its weights after each number of `KEPT` updates."""
    english, french = vocabularies()
    generator = np.random.default_rng(seed)
    shapes = (len(english), WIDTH), (4, WIDTH), (WIDTH, len(french))
    weights = [
        Tensor(generator.normal(0, 0.3, shape), requires_grad=True) for shape in shapes
    ]
    weights.append(Tensor(np.zeros(len(french)), requires_grad=True))
    x, y = encoded(sentences()[:PAIRS])
    one_hot, optimizer, kept = np.eye(len(french))[y], Adam(RATE), {}
    for update in range(UPDATES + 1):
        if update in KEPT:
            kept[update] = [weight.data.copy() for weight in weights]
        scores, _ = forward(weights, x)
        chosen = ops.sum(ops.softmax(scores) * one_hot, axis=-1)
        loss = -ops.mean(ops.log(chosen))
        for weight in weights:
            weight.grad = None
        loss.backward()
        optimizer.apply([weight.grad for weight in weights], weights)
    return kept


def translate(text, updates=UPDATES):
    """Return the translator's words, and where it looked for each: (4, 4)."""
    weights = [Tensor(array) for array in trained()[updates]]
    english, french = vocabularies()
    x = np.array([[english.index(word) for word in text.split()]])
    scores, looks = forward(weights, x)
    return [french[place] for place in scores.data[0].argmax(axis=-1)], looks[0]


def accuracy(texts, updates=UPDATES):
    """Return the share of words that are right."""
    x, y = encoded(texts)
    scores, _ = forward([Tensor(array) for array in trained()[updates]], x)
    return float((scores.data.argmax(axis=-1) == y).mean())


def draw_alignment(sentence, updates):
    """Draw where the translator looks for each word that it writes."""
    said, looks = translate(sentence, updates)
    words, right = sentence.split(), translated(sentence).split()
    _, ax = figure(height=2.9)
    for row, column in np.ndindex(4, 4):
        size = 0.92 * np.sqrt(looks[row, column])
        corner = column - size / 2, row - size / 2
        ax.add_patch(Rectangle(corner, size, size, fc=color.data))
    ax.set(xlim=(-0.6, 3.6), ylim=(3.6, -0.6), xticks=range(4), yticks=range(4))
    ax.set_xticklabels(words)
    marks = [w if w == r else f"{w} ✗" for w, r in zip(said, right, strict=True)]
    ax.set_yticklabels(marks)
    ax.xaxis.tick_top()
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    count = sum(w == r for w, r in zip(said, right, strict=True))
    most = [words[place] for place in looks.argmax(axis=1)]
    where = ", ".join(
        f"{w} ← {m} {share:.2f}"
        for w, m, share in zip(said, most, looks.max(axis=1), strict=True)
    )
    return f"After {updates} updates {count} of 4 words are right. {where}."


# -- encoder and decoder ---------------------------------------------------------------


def show_encoder_decoder():
    """Show a chain that reads a sentence and a chain that writes one."""
    fig, ax = figure(height=2.5)
    canvas(ax, 280, 180)
    arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.3}
    lefts = (2, 52, 122, 172, 222)
    reads = ("je", "m'appelle", "<start>", "my", "name")
    writes = (None, None, "my", "name", "<end>")
    for place, (left, read, wrote) in enumerate(zip(lefts, reads, writes, strict=True)):
        ink = color.data if place < 2 else color.model
        box = FancyBboxPatch(
            (left, 72), 44, 36, boxstyle="round,pad=0,rounding_size=4",
            fc=color.surface, ec=ink, lw=1.4,
        )  # fmt: skip
        ax.add_patch(box)
        ax.text(left + 22, 90, "h" if place < 2 else "s", ha="center", va="center")
        low = 32 if place % 2 == 0 else 14
        ax.annotate("", (left + 22, 72), (left + 22, low + 9), arrowprops=arrow)
        ax.text(left + 22, low, read, ha="center", va="center")
        if place:
            start = lefts[place - 1] + 44
            ax.annotate("", (left, 90), (start, 90), arrowprops=arrow)
        if wrote:
            ax.annotate("", (left + 22, 136), (left + 22, 108), arrowprops=arrow)
            ax.text(left + 22, 146, wrote, ha="center", va="center", color=color.model)
    ax.text(48, 124, "encoder", ha="center", color=color.data)
    ax.text(204, 168, "decoder", ha="center", color=color.model)
    show(
        fig,
        caption="All that the decoder knows of the sentence came through one arrow. "
        "Left, the encoder reads and hands on its last state; right, the decoder "
        "writes, and reads what it wrote at the step before. The drawing is the plan "
        "of the network; none is trained here.",
        alt="Two boxes read je and m'appelle, one after the other. An arrow leads from "
        "the second to three more boxes, which write my, name and an end mark, and "
        "read a start mark, my and name.",
    )
