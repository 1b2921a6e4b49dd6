"""Short: tables, and one thing computed from another."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import csv
import tempfile

import numpy as np

import dlcore

# %% modern
NEW = {
    "Convolution2D": "Conv2D",
    "dropout": "Dropout",
    "nb_epoch": "epochs",
    "output_dim": "units",
    "lr": "learning_rate",
    "logcosh": "log_cosh",
    "kullback_leibler_divergence": "kl_divergence",
    "cosine_proximity": "cosine_similarity",
    "categorial_crossentropy": "categorical_crossentropy",
    "acc": "accuracy",
}


def modern(name, places, named):
    """Return name, list and dictionary of the call as it is written today."""

    def renamed(value):
        if isinstance(value, list):
            return [renamed(one) for one in value]
        return NEW.get(value, value) if isinstance(value, str) else value

    if name == "Convolution2D":
        places = [places[0], (places[1], places[2]), *places[3:]]
    elif name == "dropout":
        places = [1 - places[0]]
    return renamed(name), places, {renamed(k): renamed(v) for k, v in named.items()}


# %% program
def program(x, weights=None):
    """Return the counts of parameters, the rate of dropout, and the predictions."""
    layers = dlcore.layers
    seen = [layers.Conv2D(n, k, activation="relu") for n, k in ((6, 3), (8, 2))]
    said = [layers.Dense(20, activation="sigmoid"), layers.Dense(4, "softmax")]
    drop = layers.Dropout(0.4)
    model = dlcore.Sequential(
        [
            layers.Input((24, 20, 3)),
            seen[0],
            layers.MaxPooling2D((2, 2)),
            seen[1],
            layers.Flatten(),
            said[0],
            drop,
            said[1],
        ]
    )
    if weights:
        model.set_weights(weights)
    own = [sum(w.size for w in layer.get_weights()) for layer in seen + said]
    colors_last = np.stack([x[:, color] for color in range(3)], axis=-1)
    return own, drop.get_config()["rate"], model.predict(colors_last, verbose=0)


# %% session
def session(x, y, seed):
    """Return the history, the rows of the table, and the loaded model's predictions."""
    dlcore.utils.set_random_seed(seed)
    Dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), Dense(8, "tanh"), Dense(1)])
    callbacks = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), dlcore.losses.MeanSquaredError())
    log = model.fit(x, y, 8, 40, 0, callbacks=callbacks, validation_split=0.25)
    model.save(folder + "/all.keras")
    again = dlcore.models.load_model(folder + "/all.keras").predict(x, verbose=0)
    return log.history, list(csv.DictReader(open(folder + "/run.csv"))), again


# %% metrics
def auc(labels, scores):
    """Return the share of pairs that are ranked rightly."""
    scores = np.array(scores)
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]  # the mean rank of equals
    yes = np.array(labels) == 1
    most = yes.sum() * (~yes).sum()
    return (ranks[yes].sum() - yes.sum() * (yes.sum() + 1) / 2) / most


def r_squared(targets, predictions):
    """Return 1 for perfect predictions, 0 for the mean of the targets."""
    return 1 - ((targets - predictions) ** 2).mean() / np.var(targets)


def top_k(labels, shares, k):
    """Return the share of rows with their label among the k likeliest classes."""
    own = np.take_along_axis(shares, np.array(labels)[:, None], axis=1)
    return ((shares > own).sum(axis=1) < k).mean()


# %% loop
def loop(forget, backward, step, batches, rate):
    """Take one step for each batch; return the losses."""

    def one(parts):
        share = 1 / sum(len(y) for _, y in parts)
        forget()
        total = sum([backward(x, y, len(y) * share) for x, y in parts])
        step(rate)
        return total

    return np.array([one(parts) for parts in batches])


# %% own-layers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
w, (one, two), (inputs, neurons), (n, channels), side = own_layers(student)
layers = dlcore.layers
penalty = one * np.linalg.norm(w, 1) + two * np.linalg.norm(w) ** 2
dense = dlcore.Sequential([dlcore.Input((inputs,)), layers.Dense(neurons)])
dense = dense.count_params()
pictures = dlcore.Input((8, 8, channels))
filters = dlcore.Sequential([pictures, layers.Conv2D(n, 3)]).count_params()
sides = [side - 3 + 1, (side - 3) // 3 + 1]

# %% own-machine
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
processor, card, rows, batch = own_machine(student)
lines = np.polyfit([100, 1100], np.transpose([processor, card]), 1)
row_costs, starts = lines
crossing = float(np.diff(starts)[0] / -np.diff(row_costs)[0])
epoch = np.round(np.ceil(rows / batch) * starts + rows * row_costs)
