"""What models say about the salaries of baseball players: measured once, kept.

The data are not shipped, so page 9.7 quotes `chapter09_hitters.json`, which

    python -m dlcore.teach.chapter09_hitters [PATH]

writes anew; PATH is that of `Hitters.csv`, see `dlcore.datasets.hitters`. A test trains
some of it again, where the file is at hand, and compares.
"""

import json
import sys
from pathlib import Path

import numpy as np

from dlcore.datasets import hitters
from dlcore.preprocessing import k_fold
from dlcore.teach.chapter09_players import (
    lasso,
    least_squares,
    say_together,
    scale_by,
    train_together,
)

PLACE = Path(__file__).with_suffix(".json")
FOLDS, STARTS, SEEDS = 4, 5, 20
STRENGTHS = np.geomspace(0.3, 200, 24).round(3)
"""Prices of the lasso, in thousands of dollars."""

MARKS = {
    "dollars": (5, 10, 20, 50, 100, 200, 400, 800, 1500),
    "standardized": (5, 10, 20, 50, 100, 200, 400, 800),
    "logarithm": (5, 10, 20, 50, 100, 200, 400, 800),
}
"""Ways to give salaries to a network, and the epochs at which it is judged."""

SPLITS, FEW = 1000, 40
"""Random splits for least squares, and for all models."""


# -- small tools -----------------------------------------------------------------------


def off(said, y):
    """Return the mean absolute error over the last axis."""
    return np.abs(said - y).mean(axis=-1)


def brief(values):
    """Return numbers rounded for the record."""
    return np.round(np.asarray(values, dtype=float), 2).tolist()


def load(path=None):
    """Return x_train (176, 20), y_train (176,), x_test (87, 20), y_test (87,)."""
    (x, y), (x_test, y_test) = hitters.load_data(path)
    return x, y[:, 0], x_test, y_test[:, 0]


def line(x, y, x_new, log=False):
    """Return what least squares says about new rows; with log, of log salaries."""
    w, b = least_squares(x, np.log(y) if log else y)
    said = x_new @ w + b
    return np.exp(said) if log else said


def forest(x, y, x_new, seed=0):
    """Return what 300 trees of scikit-learn say about new rows."""
    from sklearn.ensemble import RandomForestRegressor

    return RandomForestRegressor(300, random_state=seed).fit(x, y).predict(x_new)


def lasso_path(x, y):
    """Return weights (strengths, features) and biases (strengths,), rising price."""
    w, found = None, []
    for strength in STRENGTHS[::-1]:  # from few weights to many
        w, b = lasso(x, y, strength, w)
        found.append((w, b))
    weights, biases = zip(*found[::-1], strict=True)
    return np.array(weights), np.array(biases)


def lasso_folds(x, y, folds=10, seed=0):
    """Return the mean absolute error of each fold and price, (folds, strengths)."""
    scores = []
    for train, valid in k_fold(len(x), k=folds, seed=seed):
        seen, judged = scale_by(x[train], x[valid])
        w, b = lasso_path(seen, y[train])
        scores.append(off((judged @ w.T + b).T, y[valid]))
    return np.array(scores)


def networks(x, y, x_new, seeds, target, marks=None, **settings):
    """Train networks on salaries in one of the ways; return what they say.

    Args:
        x, y: rows (networks, rows, features), salaries (networks, rows).
        x_new: rows to judge, (networks, rows, features).
        seeds: one for each network.
        target: one of `MARKS`.
        marks, settings: see `train_together`.

    Returns:
        dict of epoch to salaries (networks, rows) for x, and for x_new.
    """
    y = np.log(y) if target == "logarithm" else y
    mean, std = y.mean(axis=1, keepdims=True), y.std(axis=1, keepdims=True)
    if target == "dollars":
        mean, std = np.zeros_like(mean), np.ones_like(std)
    kept = train_together(
        x, ((y - mean) / std)[..., None], seeds, marks or MARKS[target], **settings
    )

    def salaries(rows, weights):
        said = say_together(rows, weights).astype(float) * std + mean
        return np.exp(said) if target == "logarithm" else said

    return {e: (salaries(x, w), salaries(x_new, w)) for e, w in kept.items()}


# -- what is measured ------------------------------------------------------------------


def describe(x, y, x_test, y_test, path=None):
    """Return what the columns and the salaries are like."""
    x_all, y_all = np.vstack([x, x_test]), np.concatenate([y, y_test])
    counts, edges = np.histogram(y_all, np.arange(0, 2501, 125))
    names = list(hitters.columns(path))[:-1]
    corr = [np.corrcoef(column, y)[0, 1] for column in x.T]
    return {
        "rows": [len(hitters.table(path)["Salary"]), len(y_all), len(y), len(y_test)],
        "names": names,
        "low": brief(x_all.min(axis=0)),
        "high": brief(x_all.max(axis=0)),
        "correlation": brief(corr),
        "salary": brief(np.percentile(y_all, [0, 25, 50, 75, 100])),
        "train": brief([y.mean(), y.std(), np.median(y)]),
        "counts": counts.tolist(),
        "edges": edges.tolist(),
        "rank": int(np.linalg.matrix_rank(scale_by(x)[0])),
    }


def baselines(x, y, x_test, y_test):
    """Return mean absolute errors of simple models on the test players."""
    seen, new = scale_by(x, x_test)
    return {
        "mean": float(off(y.mean(), y_test)),
        "median": float(off(np.median(y), y_test)),
        "line": float(off(line(seen, y, new), y_test)),
        "line seen": float(off(line(seen, y, seen), y)),
        "log line": float(off(line(seen, y, new, log=True), y_test)),
        "forest": brief([off(forest(x, y, x_test, s), y_test) for s in range(5)]),
        "line weights": brief(least_squares(seen, y)[0]),
        **lasso_baseline(seen, y, new, y_test),
    }


def lasso_baseline(seen, y, new, y_test):
    """Return errors and weights of the lasso, its price chosen on ten folds."""
    path_w, path_b = lasso_path(seen, y)
    folds = lasso_folds(seen, y)
    best = int(folds.mean(axis=0).argmin())
    one_w, one_b = lasso(seen, y, 6.247)
    return {
        "lasso": float(off(new @ path_w[best] + path_b[best], y_test)),
        "lasso 6.247": float(off(new @ one_w + one_b, y_test)),
        "nonzero 6.247": int((one_w != 0).sum()),
        "path": brief(path_w),
        "best": best,
        "folds": brief(folds.mean(axis=0)),
        "fold error": brief(folds.std(axis=0, ddof=1) / np.sqrt(len(folds))),
    }


def random_splits(x, y, x_test, y_test):
    """Return errors on random splits: of least squares, and of all models on some."""
    x_all, y_all = np.vstack([x, x_test]), np.concatenate([y, y_test])
    generator = np.random.default_rng(0)
    orders = [generator.permutation(len(y_all)) for _ in range(SPLITS)]
    parts = [(o[len(y_test) :], o[: len(y_test)]) for o in orders]
    lines = [float(off(line(x_all[t], y_all[t], x_all[v]), y_all[v])) for t, v in parts]
    return {
        "lines": brief(np.percentile(lines, [0, 5, 25, 50, 75, 95, 100])),
        "counts": np.histogram(lines, np.arange(180, 331, 5))[0].tolist(),
        "line": brief(lines[:FEW]),
        **other_models(x_all, y_all, parts[:FEW]),
    }


def other_models(x, y, parts):
    """Return errors of lasso, network and forest on splits (training, test rows)."""
    scaled = [scale_by(x[t], x[v]) for t, v in parts]
    seen, new = (np.array(part) for part in zip(*scaled, strict=True))
    salaries = np.array([y[t] for t, _ in parts])
    truth = np.array([y[v] for _, v in parts])
    seeds = range(len(parts))
    said = networks(seen, salaries, new, seeds, "standardized", (200,))[200][1]
    strength = STRENGTHS[np.abs(STRENGTHS - 6.247).argmin()]
    lines = [lasso(a, b, strength) for a, b in zip(seen, salaries, strict=True)]
    prices = [rows @ w + b for rows, (w, b) in zip(new, lines, strict=True)]
    trees = [forest(x[t], y[t], x[v]) for t, v in parts]
    return {
        "lasso": brief(off(np.array(prices), truth)),
        "network": brief(off(said, truth)),
        "forest": brief(off(np.array(trees), truth)),
    }


def cross_validated(x, y):
    """Return errors on four folds of the training players, by target, rate and size."""
    pairs = list(k_fold(len(y), k=FOLDS, seed=0))
    train = np.repeat([t for t, _ in pairs], STARTS, axis=0)
    valid = np.repeat([v for _, v in pairs], STARTS, axis=0)
    scaled = [scale_by(x[t], x[v]) for t, v in zip(train, valid, strict=True)]
    seen, new = (np.array(part) for part in zip(*scaled, strict=True))
    seeds = list(range(STARTS)) * FOLDS

    def errors(y, target, marks=None, **settings):
        said = networks(seen, y[train], new, seeds, target, marks, **settings)
        return {
            str(e): [brief(off(a, y[train])), brief(off(b, y[valid]))]
            for e, (a, b) in said.items()
        }

    found = {
        f"{target}, {units}, {rate:g}": errors(y, target, units=units, rate=rate)
        for target in MARKS
        for units, rate in ((50, 0.0), (50, 0.4), (200, 0.0))
    }
    tossed = np.random.default_rng(0).permutation(y)
    found["shuffled"] = errors(tossed, "standardized", (5, 10, 20, 50, 100, 200))
    found["line"] = brief([off(line(x[t], y[t], x[v]), y[v]) for t, v in pairs])
    found["mean"] = brief([off(y[t].mean(), y[v]) for t, v in pairs])
    return found


def tested(x, y, x_test, y_test):
    """Return errors of `SEEDS` networks on the test players, by target and epoch."""
    seeds, found = range(SEEDS), {}
    seen, new, salaries = many(*scale_by(x, x_test), y)
    for target in MARKS:
        said = networks(seen, salaries, new, seeds, target)
        found[target] = {str(e): brief(off(b, y_test)) for e, (_, b) in said.items()}
        if target == "standardized":
            straight = line(seen[0], y, new[0])
            found |= by_salary(said[200][1], straight, y_test)
    leaked = scale_by(np.vstack([x, x_test]), x, x_test)[1:]
    seen, new = many(*leaked)
    said = networks(seen, salaries, new, seeds, "standardized", (200,))
    found["leaked"] = brief(off(said[200][1], y_test))
    found["leaked line"] = float(off(line(leaked[0], y, leaked[1]), y_test))
    return found


def many(*arrays):
    """Return each array once for each of `SEEDS` networks."""
    return tuple(np.repeat(part[None], SEEDS, axis=0) for part in arrays)


def by_salary(crowd, straight, y_test):
    """Return errors of networks and of a line by quarters of the salaries.

    Also the error of the networks' mean, and how many salaries are negative.
    """
    order = np.array_split(np.argsort(y_test), 4)
    return {
        "crowd": float(off(crowd.mean(axis=0), y_test)),
        "quarters": {
            "salary": brief([np.median(y_test[o]) for o in order]),
            "line": brief([off(straight[o], y_test[o]) for o in order]),
            "network": brief([off(crowd[:, o], y_test[o]).mean() for o in order]),
        },
        "negative": [
            int((straight < 0).sum()),
            float((crowd < 0).sum(axis=1).mean()),
        ],
    }


def measure(path=None):
    """Return the record, measured anew (some minutes on one core).

    Args:
        path: as for `datasets.hitters.load_data`.
    """
    data = load(path)
    return {
        "data": describe(*data, path),
        "baselines": baselines(*data),
        "splits": random_splits(*data),
        "folds": cross_validated(*data[:2]),
        "test": tested(*data),
    }


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    found = measure(*sys.argv[1:2])
    PLACE.write_text(json.dumps(found, indent=None) + "\n", encoding="utf-8")
