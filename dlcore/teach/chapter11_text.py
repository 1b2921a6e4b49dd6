"""A network that writes: next characters of a short text, learned by an LSTM.

Training takes some minutes, so page 11.4 quotes `chapter11_text.json`, which

    python -m dlcore.teach.chapter11_text

writes anew: the loss after each epoch, and what the network wrote at some of them.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.datasets import alice
from dlcore.layers import LSTM, Dense, Embedding
from dlcore.optimizers import Adam
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show

PLACE = Path(__file__).with_suffix(".json")
STEPS, UNITS, EPOCHS, ROWS = 40, 64, 40, 64
SEEN = 6300
"""Characters to train on; the rest of the text is for validation."""

STOPS = (0, 1, 5, 15, 40)
TEMPERATURES = (0.2, 0.6, 1.0, 1.5)
BEGINNING, LENGTH = "Alice was beginning to get very tired of", 150


def pieces():
    """Return the pieces to train on and those to validate on, and the alphabet."""
    x, y, alphabet = alice.load_data(steps=STEPS)
    cut = SEEN - STEPS
    return (x[:cut], y[:cut]), (x[SEEN:], y[SEEN:]), alphabet


def network(letters, seed=0):
    """Return the untrained network for an alphabet of so many letters, compiled."""
    utils.set_random_seed(seed)
    model = Sequential(
        [
            Input(shape=(STEPS,)),
            Embedding(letters, 16),
            LSTM(UNITS),
            Dense(letters, activation="softmax"),
        ]
    )
    model.compile(Adam(0.005), loss="sparse_categorical_crossentropy")
    return model


def with_temperature(p, temperature):
    """Return probabilities p, sharpened below temperature 1 and flattened above."""
    logs = np.log(np.maximum(p, 1e-30)) / temperature
    a = np.exp(logs - logs.max())
    return a / a.sum()


def write(model, alphabet, temperature, seed=0, length=LENGTH):
    """Return what a network writes after the beginning, character by character."""
    generator = np.random.default_rng(seed)
    numbers = [alphabet.index(character) for character in BEGINNING]
    for _ in range(length):
        p = model.predict_on_batch(np.array([numbers[-STEPS:]]))[0].astype(float)
        p = with_temperature(p, temperature)
        numbers.append(int(generator.choice(len(p), p=p / p.sum())))
    return "".join(alphabet[i] for i in numbers[len(BEGINNING) :])


def longest_copy(text, source):
    """Return the longest piece of a text that stands in the source, too."""
    best = ""
    for start in range(len(text)):
        while start + len(best) < len(text):
            longer = text[start : start + len(best) + 1]
            if longer not in source:
                break
            best = longer
    return best


def measure(tell=lambda *_: None):
    """Return the record, trained anew (some minutes on one core)."""
    seen, fresh, alphabet = pieces()
    model, losses, texts = network(len(alphabet)), [], {}
    for epoch in range(EPOCHS + 1):
        if epoch:
            model.fit(*seen, epochs=1, batch_size=ROWS, verbose=0)
        both = [model.evaluate(*rows, verbose=0) for rows in (seen, fresh)]
        losses.append([round(float(loss), 4) for loss in both])
        tell(epoch, losses[-1])
        if epoch in STOPS:
            texts[str(epoch)] = {
                f"{heat:g}": write(model, alphabet, heat) for heat in TEMPERATURES
            }
            tell(texts[str(epoch)])
    return {"losses": losses, "texts": texts, "parameters": model.count_params()}


@cache
def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def counted(order):
    """Return the validation loss of counting what follows `order` characters.

    Each character is given one count more than it has, among all of the alphabet.
    """
    text, alphabet = alice.text(), alice.load_data(steps=STEPS)[2]
    number = {character: place for place, character in enumerate(alphabet)}
    counts = {}
    for end in range(order, SEEN):
        row = counts.setdefault(text[end - order : end], np.ones(len(alphabet)))
        row[number[text[end]]] += 1
    new = np.ones(len(alphabet))
    losses = []
    for end in range(SEEN + STEPS, len(text)):
        row = counts.get(text[end - order : end], new)
        losses.append(-np.log(row[number[text[end]]] / row.sum()))
    return float(np.mean(losses))


# -- drawings --------------------------------------------------------------------------


def draw_text(epochs, temperature):
    """Draw what the network wrote, and where its losses stand."""
    text = record()["texts"][str(epochs)][f"{temperature:g}"].replace("\n", "¶")
    lines = [text[start : start + 25] for start in range(0, len(text), 25)]
    _, ax = figure(height=2.6)
    canvas(ax, 280, 187)
    word = "epoch" if epochs == 1 else "epochs"
    head = f"after {epochs} {word}, temperature {temperature:g}"
    ax.text(2, 176, head, va="center")
    style = {"family": "DejaVu Sans Mono", "va": "center", "color": color.model}
    for row, line in enumerate(lines):
        ax.text(2, 148 - 24 * row, line.replace("$", "\\$"), **style)
    train, fresh = record()["losses"][epochs]
    copied = longest_copy(text, alice.text().replace("\n", "¶"))
    return (
        f"After {epochs} {word}: loss {train:.2f} on the text that was learned, "
        f"{fresh:.2f} on the rest. At temperature {temperature:g} the longest piece "
        f"that is copied from the text has {len(copied)} characters."
    )


def show_losses():
    """Show both losses against epochs, with what counting reaches."""
    losses = np.array(record()["losses"])
    epochs, pairs = np.arange(len(losses)), counted(1)
    best = int(losses[:, 1].argmin())
    fig, ax = figure(height=2.6)
    ax.plot(epochs, losses[:, 0], "-", color=color.loss)
    ax.plot(epochs, losses[:, 1], "--", color=color.model)
    ax.plot(best, losses[best, 1], "o", color=color.model)
    ax.axhline(pairs, color=color.muted, lw=1, ls=":")
    ax.set(xlim=(0, EPOCHS), ylim=(0.8, 4.1), xlabel="epochs", ylabel="loss")
    ax.text(EPOCHS, pairs + 0.08, "counting followers", ha="right", va="bottom")
    ax.text(34, losses[34, 1] + 0.14, "the rest", color=color.model, ha="center")
    ax.text(25, 0.92, "learned", color=color.loss, ha="right")
    show(
        fig,
        caption="From some epoch on the network learns this text, not English. Line: "
        "loss on the characters it is trained on; dashed: on the rest, with its lowest "
        "point; dotted: counting which character follows which.",
        alt=f"The loss on the training text falls from 4.0 to {losses[-1, 0]:.1f} in "
        f"{EPOCHS} epochs; that on the rest falls to {losses[best, 1]:.2f} at epoch "
        f"{best} and rises to {losses[-1, 1]:.2f}. Counting gets {pairs:.2f}.",
    )


if __name__ == "__main__":
    rows = json.dumps(measure(tell=print), ensure_ascii=False)
    PLACE.write_text(rows + "\n", encoding="utf-8")
