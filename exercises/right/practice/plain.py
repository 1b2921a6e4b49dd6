"""One thing after the other, with the names of the library spelled out."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import csv
import tempfile

import numpy as np

import dlcore


# %% modern
def modern(name, places, named):
    """Return name, list and dictionary of the call as it is written today."""
    today = dict(named)
    for old, new in (
        ("nb_epoch", "epochs"),
        ("output_dim", "units"),
        ("lr", "learning_rate"),
    ):
        if old in today:
            today[new] = today.pop(old)
    losses = {
        "logcosh": "log_cosh",
        "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
        "categorial_crossentropy": "categorical_crossentropy",
    }
    if today.get("loss") in losses:
        today["loss"] = losses[today["loss"]]
    if "metrics" in today:
        today["metrics"] = ["accuracy" if m == "acc" else m for m in today["metrics"]]
    if name == "Convolution2D":
        count, high, wide, *rest = places
        return "Conv2D", [count, (high, wide), *rest], today
    if name == "dropout":
        return "Dropout", [round(1 - places[0], 6), *places[1:]], today
    return name, places, today


# %% program
def program(x, weights=None):
    """Return the counts of parameters, the rate of dropout, and the predictions."""
    model = dlcore.Sequential()
    model.add(dlcore.Input((24, 20, 3)))
    model.add(dlcore.layers.Conv2D(6, 3))
    model.add(dlcore.layers.Activation("relu"))
    model.add(dlcore.layers.MaxPooling2D(2))
    model.add(dlcore.layers.Conv2D(8, 2))
    model.add(dlcore.layers.Activation("relu"))
    model.add(dlcore.layers.Flatten())
    model.add(dlcore.layers.Dense(20))
    model.add(dlcore.layers.Activation("sigmoid"))
    model.add(dlcore.layers.Dropout(0.4))
    model.add(dlcore.layers.Dense(4))
    model.add(dlcore.layers.Activation("softmax"))
    if weights is not None:
        model.set_weights(weights)
    counts = [6 * (27 + 1), 8 * (24 + 1), 20 * (640 + 1), 4 * (20 + 1)]
    return counts, 0.4, model.predict(np.transpose(x, (0, 2, 3, 1)), verbose=0)


# %% session
def session(x, y, seed):
    """Return the history, the rows of the table, and the loaded model's predictions."""
    import os

    from dlcore.callbacks import CSVLogger, EarlyStopping
    from dlcore.models import load_model
    from dlcore.optimizers import Adam

    dlcore.utils.set_random_seed(seed)
    model = dlcore.Sequential()
    model.add(dlcore.layers.Dense(8, activation="tanh", input_shape=(2,)))
    model.add(dlcore.layers.Dense(1))
    model.compile(Adam(learning_rate=0.05), "mean_squared_error")
    folder = tempfile.mkdtemp()
    log = os.path.join(folder, "log.csv")
    history = model.fit(
        x[:24],
        y[:24],
        batch_size=8,
        epochs=40,
        validation_data=(x[24:], y[24:]),
        callbacks=[
            CSVLogger(log),
            EarlyStopping("val_loss", patience=3, restore_best_weights=True),
        ],
        verbose=0,
    )
    model.save(os.path.join(folder, "model.keras"))
    with open(log, newline="") as file:
        table = [dict(row) for row in csv.DictReader(file)]
    loaded = load_model(os.path.join(folder, "model.keras"))
    return history.history, table, loaded.predict(x, verbose=0)


# %% metrics
def auc(labels, scores):
    """Return the share of pairs that are ranked rightly."""
    above, pairs = 0.0, 0
    for label, score in zip(labels, scores, strict=True):
        for other, rival in zip(labels, scores, strict=True):
            if label == 1 and other == 0:
                pairs += 1
                above += 1 if score > rival else 0.5 if score == rival else 0
    return above / pairs


def r_squared(targets, predictions):
    """Return 1 for perfect predictions, 0 for the mean of the targets."""
    mean = sum(targets) / len(targets)
    errors = sum((t - p) ** 2 for t, p in zip(targets, predictions, strict=True))
    return 1 - errors / sum((t - mean) ** 2 for t in targets)


def top_k(labels, shares, k):
    """Return the share of rows with their label among the k likeliest classes."""
    hits = 0
    for label, row in zip(labels, shares, strict=True):
        hits += label in sorted(range(len(row)), key=lambda c: row[c])[-k:]
    return hits / len(labels)


# %% loop
def loop(forget, backward, step, batches, rate):
    """Take one step for each batch; return the losses."""
    losses = []
    for parts in batches:
        rows = 0
        for _, y in parts:
            rows += len(y)
        forget()
        losses.append(0.0)
        for x, y in parts:
            losses[-1] += backward(x, y, len(y) / rows)
        step(rate)
    return losses


# %% own-layers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
w, strengths, sizes, (n, channels), side = own_layers(student)
penalty = 0.0
for number in w:
    penalty += strengths[0] * abs(number) + strengths[1] * number**2
dense = (sizes[0] + 1) * sizes[1]
filters = (3 * 3 * channels + 1) * n
sides = [len(range(side - 2)), len(range(0, side - 2, 3))]

# %% own-machine
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
processor, card, rows, batch = own_machine(student)
row_costs = [round((t[1] - t[0]) / 1000, 3) for t in (processor, card)]
starts = [processor[0] - 100 * row_costs[0], card[0] - 100 * row_costs[1]]
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
full, left = divmod(rows, batch)
epoch = []
for start, cost in zip(starts, row_costs, strict=True):
    time = full * (start + cost * batch)
    epoch.append(time + start + cost * left if left else time)
