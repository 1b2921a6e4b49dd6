"""Run Keras 3's optimizers and schedules, and store their steps in `optimizers.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_optimizers.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
from make_reference import plain

generator = np.random.default_rng(12)
START = [generator.normal(size=(3, 2)).round(3), generator.normal(size=2).round(3)]
GRADIENTS = [[generator.normal(size=w.shape).round(3) for w in START] for _ in range(6)]
GRADIENTS[2][0][:] = 0  # a step without a gradient, and one that is large
GRADIENTS[3][1] *= 50

OPTIMIZERS = {
    "sgd": ("SGD", {}),
    "momentum": ("SGD", {"learning_rate": 0.1, "momentum": 0.9}),
    "nesterov": ("SGD", {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True}),
    "rmsprop": ("RMSprop", {"learning_rate": 0.01}),
    "rmsprop momentum": (
        "RMSprop",
        {"learning_rate": 0.01, "rho": 0.8, "momentum": 0.5},
    ),
    "rmsprop epsilon": ("RMSprop", {"learning_rate": 0.01, "epsilon": 0.1}),
    "adagrad": ("Adagrad", {"learning_rate": 0.1}),
    "adagrad start": (
        "Adagrad",
        {"learning_rate": 0.1, "initial_accumulator_value": 1.0, "epsilon": 0.01},
    ),
    "adadelta": ("Adadelta", {"learning_rate": 1.0}),
    "adadelta rho": ("Adadelta", {"learning_rate": 0.5, "rho": 0.5, "epsilon": 0.01}),
    "adam": ("Adam", {"learning_rate": 0.01}),
    "adam epsilon": ("Adam", {"learning_rate": 0.01, "epsilon": 0.1}),
    "amsgrad": ("Adam", {"learning_rate": 0.01, "beta_2": 0.5, "amsgrad": True}),
    "adam decay": ("Adam", {"learning_rate": 0.01, "weight_decay": 0.1}),
    "adamw": ("AdamW", {"learning_rate": 0.1}),
    "adamw decay": (
        "AdamW",
        {"learning_rate": 0.1, "weight_decay": 0.1, "amsgrad": True},
    ),
    "nadam": ("Nadam", {"learning_rate": 0.01}),
    "nadam betas": ("Nadam", {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.9}),
    "clipnorm": ("Adam", {"learning_rate": 0.1, "clipnorm": 0.5}),
    "clipvalue": ("RMSprop", {"learning_rate": 0.1, "clipvalue": 0.3}),
    "global_clipnorm": ("Adagrad", {"learning_rate": 0.1, "global_clipnorm": 0.7}),
}
SCHEDULES = {
    "exponential": ("ExponentialDecay", [0.1, 5, 0.9]),
    "exponential stairs": ("ExponentialDecay", [0.1, 5, 0.9, True]),
    "pieces": ("PiecewiseConstantDecay", [[3, 10], [0.1, 0.05, 0.01]]),
    "polynomial": ("PolynomialDecay", [0.1, 10]),
    "polynomial power": ("PolynomialDecay", [0.1, 10, 0.01, 2.0]),
    "polynomial cycle": ("PolynomialDecay", [0.1, 10, 0.01, 0.5, True]),
    "inverse": ("InverseTimeDecay", [0.1, 5, 0.5]),
    "inverse stairs": ("InverseTimeDecay", [0.1, 5, 0.5, True]),
    "cosine": ("CosineDecay", [0.1, 10]),
    "cosine alpha": ("CosineDecay", [0.1, 10, 0.2]),
    "cosine restarts": ("CosineDecayRestarts", [0.1, 7]),
}
NAMED = {
    "cosine warm": (
        "CosineDecay",
        {
            "initial_learning_rate": 0.01,
            "decay_steps": 10,
            "warmup_target": 0.1,
            "warmup_steps": 5,
        },
    ),
    "cosine restarts alpha": (
        "CosineDecayRestarts",
        {"initial_learning_rate": 0.1, "first_decay_steps": 7, "alpha": 0.1},
    ),
}
AT = [0, 1, 3, 4, 5, 7, 10, 11, 16, 21, 22, 40]


def steps(name, arguments):
    """Return two weights after each step."""
    optimizer = getattr(keras.optimizers, name)(**arguments)
    weights = [keras.Variable(w.astype("float32")) for w in START]
    path = []
    for gradients in GRADIENTS:
        gradients = [
            keras.ops.convert_to_tensor(g.astype("float32")) for g in gradients
        ]
        optimizer.apply(gradients, weights)
        path.append([plain(w.value) for w in weights])
    return {"class": name, "arguments": arguments, "path": path}


def rates(name, arguments):
    """Return a schedule's learning rates."""
    kind = getattr(keras.optimizers.schedules, name)
    named = isinstance(arguments, dict)
    schedule = kind(**arguments) if named else kind(*arguments)
    return {
        "class": name,
        "arguments": arguments,
        "rates": plain([schedule(n) for n in AT]),
    }


def main():
    stored = {
        "start": plain(START),
        "gradients": plain(GRADIENTS),
        "at": AT,
        "optimizers": {name: steps(*case) for name, case in OPTIMIZERS.items()},
        "schedules": {name: rates(*case) for name, case in (SCHEDULES | NAMED).items()},
    }
    rows = [
        f"{json.dumps(name)}: {json.dumps(found)}" for name, found in stored.items()
    ]
    path = Path(__file__).with_name("optimizers.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
