"""Run Keras 3's layers for images, and store their numbers in `images.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_images.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch
from make_reference import plain

generator = np.random.default_rng(17)
ARRAYS = {
    name: generator.normal(size=shape).round(digits).tolist()
    for name, shape, digits in (
        ("rows", (4, 3), 3),
        ("series", (2, 7, 3), 3),
        ("images", (2, 6, 5, 2), 3),
        ("one", (1, 4, 4, 1), 3),
        ("ties", (1, 4, 6, 1), 0),  # most windows hold equal numbers
    )
}


def convolutions():
    """Return cases: the input, the layer's name, its arguments."""
    same, two = {"padding": "same"}, {"strides": 2}
    for settings in (
        {},
        {**same, "activation": "tanh"},
        {**two, **same},
        {"dilation_rate": 2},
        {**same, "dilation_rate": 3, "use_bias": False},
    ):
        yield "series", "Conv1D", {"filters": 2, "kernel_size": 3, **settings}
    for settings in (
        {"kernel_size": (3, 2)},
        {"kernel_size": 3, **same},
        {"kernel_size": (2, 4), **same},
        {"kernel_size": 3, "strides": (2, 3)},
        {"kernel_size": 3, **two, **same},
        {"kernel_size": (2, 3), "strides": (3, 2), **same},
        {"kernel_size": 2, "dilation_rate": (3, 2)},
        {"kernel_size": 3, "dilation_rate": 2, **same},
        {"kernel_size": 1, "use_bias": False, "activation": "relu"},
    ):
        yield "images", "Conv2D", {"filters": 3, **settings}
        yield "one", "Conv2D", {"filters": 1, **settings, **same}
    for settings in (
        {"kernel_size": 3},
        {"kernel_size": (3, 2), **same},
        {"kernel_size": 3, **two},
        {"kernel_size": 3, **two, **same},
        {"kernel_size": 4, **two, **same},
        {"kernel_size": 2, "strides": 3},
        {"kernel_size": 2, "strides": 3, **same},
        {"kernel_size": 3, **two, "output_padding": 1},
        {"kernel_size": 3, **two, **same, "output_padding": (0, 1)},
        {"kernel_size": 3, "dilation_rate": 2, **same},
        {"kernel_size": 2, "use_bias": False, "activation": "tanh"},
    ):
        yield "images", "Conv2DTranspose", {"filters": 3, **settings}


def others():
    """Return cases as `convolutions` does, for all layers with other work."""
    same = {"padding": "same"}
    for kind in ("Max", "Average"):
        for settings in ({}, {"strides": 1, **same}, {"strides": 3}):
            yield "series", f"{kind}Pooling1D", {"pool_size": 2, **settings}
        for settings in (
            {"pool_size": 2},
            {"pool_size": 2, **same},
            {"pool_size": (3, 2), "strides": (2, 1), **same},
            {"pool_size": 3, "strides": 1},
        ):
            if kind == "Max":
                yield "ties", "MaxPooling2D", settings
            # Keras with PyTorch counts margins in a mean, Keras with TensorFlow not.
            if kind == "Max" or settings["pool_size"] != (3, 2):
                yield "images", f"{kind}Pooling2D", settings
        for keepdims in (False, True):
            yield "series", f"Global{kind}Pooling1D", {"keepdims": keepdims}
            yield "images", f"Global{kind}Pooling2D", {"keepdims": keepdims}
    for x in ("rows", "series", "images"):
        yield x, "BatchNormalization", {"momentum": 0.9}
        yield x, "LayerNormalization", {"epsilon": 0.01}
    yield "images", "BatchNormalization", {"axis": 1, "scale": False}
    yield "rows", "BatchNormalization", {"center": False}
    yield "images", "LayerNormalization", {"axis": [1, 3]}
    yield "images", "ZeroPadding2D", {"padding": [[1, 0], [2, 1]]}
    yield "images", "ZeroPadding2D", {"padding": [1, 2]}
    yield "images", "Cropping2D", {"cropping": [[1, 0], [2, 1]]}
    yield "images", "UpSampling2D", {"size": [2, 3]}
    yield "images", "UpSampling2D", {"interpolation": "bilinear"}
    yield "images", "UpSampling2D", {"size": [3, 1], "interpolation": "bilinear"}
    yield "images", "Reshape", {"target_shape": [5, -1]}
    yield "images", "Permute", {"dims": [3, 1, 2]}
    yield "rows", "RepeatVector", {"n": 3}


def measured(x_name, kind, arguments):
    """Return what a layer makes of x in training, its gradients, and what follows."""
    layer = getattr(keras.layers, kind)(**arguments)
    x = torch.tensor(ARRAYS[x_name], dtype=torch.float32, requires_grad=True)
    layer(x)
    weights = [generator.uniform(0.2, 1.0, w.shape).round(3) for w in layer.weights]
    layer.set_weights(weights)
    y = layer(x, training=True)
    (y * y).sum().backward()
    found = {
        "x": x_name,
        "layer": kind,
        "arguments": arguments,
        "weights": plain(weights),
        "output": plain(y),
        "gradient": plain(x.grad),
        "slopes": plain([w.value.grad for w in layer.trainable_weights]),
    }
    if kind == "BatchNormalization":  # for all others, training makes no difference
        found["after"] = plain(layer.get_weights())
        found["in_use"] = plain(layer(x, training=False))
    return found


NETWORK = [
    ("Conv2D", {"filters": 4, "kernel_size": 3, "padding": "same"}),
    ("BatchNormalization", {"momentum": 0.5}),
    ("Activation", {"activation": "relu"}),
    ("MaxPooling2D", {}),
    ("Conv2DTranspose", {"filters": 3, "kernel_size": 2, "activation": "tanh"}),
    ("LayerNormalization", {}),
    ("GlobalAveragePooling2D", {}),
    ("Dense", {"units": 2}),
]


def training():
    """Return steps of a small network with batch normalization."""
    x = generator.normal(size=(10, 5, 6, 1)).round(3)
    y = generator.normal(size=(10, 2)).round(3)
    made = [getattr(keras.layers, kind)(**given) for kind, given in NETWORK]
    model = keras.Sequential([keras.Input((5, 6, 1)), *made])
    start = [generator.uniform(-0.5, 0.5, w.shape).round(3) for w in model.weights]
    start = [np.abs(w) if w.ndim == 1 else w for w in start]  # variances are positive
    model.set_weights(start)
    model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
    fitted = model.fit(x, y, batch_size=4, epochs=3, shuffle=False, verbose=0)
    return {
        "layers": NETWORK,
        "x": x.tolist(),
        "y": y.tolist(),
        "start": plain(start),
        "history": plain(fitted.history),
        "end": plain(model.get_weights()),
        "predict": plain(model.predict(x, verbose=0)),
    }


def main():
    cases = [*convolutions(), *others()]
    reference = {
        "made_with": {"keras": keras.__version__, "backend": "torch"},
        "arrays": ARRAYS,
        "training": training(),
        "cases": {f"{number} {case[1]}": measured(*case)
                  for number, case in enumerate(cases)},
    }  # fmt: skip
    rows = [
        f"{json.dumps(key)}: {json.dumps(value)}" for key, value in reference.items()
    ]
    path = Path(__file__).with_name("images.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
