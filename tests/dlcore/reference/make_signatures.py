"""Note down how Keras 3's classes are called, in `signatures.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_signatures.py
"""

import inspect
import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras

MODULES = {
    "layers": keras.layers,
    "losses": keras.losses,
    "metrics": keras.metrics,
    "optimizers": keras.optimizers,
    "schedules": keras.optimizers.schedules,
    "initializers": keras.initializers,
    "regularizers": keras.regularizers,
    "callbacks": keras.callbacks,
    "activations": keras.activations,
}
NONE = inspect.Parameter.empty


def arguments(thing):
    """Return pairs of an argument and its default; one alone where there is none."""
    function = thing.__init__ if inspect.isclass(thing) else thing
    parameters = inspect.signature(function).parameters.values()
    plain = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    return [
        [p.name] if p.default is NONE else [p.name, p.default]
        for p in plain
        if p.name != "self"
    ]


def main():
    stored = {
        kind: {
            name: arguments(thing)
            for name, thing in vars(module).items()
            if callable(thing) and name[0] != "_" and not inspect.ismodule(thing)
        }
        for kind, module in MODULES.items()
    }
    lines = []
    for kind, things in stored.items():
        rows = [
            f"{json.dumps(name)}: {json.dumps(found, default=str)}"
            for name, found in sorted(things.items())
        ]
        lines.append(f"{json.dumps(kind)}: {{\n" + ",\n".join(rows) + "\n}")
    path = Path(__file__).with_name("signatures.json")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
