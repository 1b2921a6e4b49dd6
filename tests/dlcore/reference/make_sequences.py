"""Run Keras 3's layers for sequences, and store their numbers in `sequences.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_sequences.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch
from make_reference import plain

generator = np.random.default_rng(13)


def normal(*shape):
    return generator.normal(size=shape).round(3).tolist()


ARRAYS = {
    "x": normal(3, 4, 2),
    "query": normal(2, 3, 4),
    "value": normal(2, 5, 4),
    "key": normal(2, 5, 4),
    "states": [normal(3, 3), normal(3, 3)],
}
MASKS = {  # some at the end, some at the start and between; no query without a key
    "x": [[1, 1, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]],
    "query": [[1, 1, 0], [1, 1, 1]],
    "value": [[1, 1, 1, 0, 0], [1, 0, 1, 1, 1]],
}


def spec(name, *args, **kwargs):
    """Describe a layer so that either library can make it."""
    return {"layer": name, "args": args, "kwargs": kwargs}


def recurrent_cases():
    """Return the cases of one sequence: name, layer, mask and start states or not."""
    every = {"return_sequences": True}
    settings = [
        {},
        every,
        {**every, "return_state": True, "go_backwards": True},
        {"use_bias": False},
        {**every, "activation": "relu"},
    ]
    layers = {}
    for kind in ("SimpleRNN", "LSTM", "GRU"):
        for given in settings:
            layers[f"{kind} {' '.join(given)}"] = spec(kind, 3, **given)
        layers[f"RNN {kind}"] = spec("RNN", spec(f"{kind}Cell", 3), return_state=True)
    layers["GRU reset before"] = spec("GRU", 3, reset_after=False, **every)
    layers["LSTM hard"] = spec("LSTM", 3, recurrent_activation="hard_sigmoid")
    cells = [spec("LSTMCell", 3), spec("GRUCell", 2)]
    layers["stack"] = spec("RNN", spec("StackedRNNCells", cells), return_state=True)
    for mode in ("concat", "sum", "mul", "ave", None):
        inner = spec("LSTM", 3, **every)
        layers[f"both ways {mode}"] = spec("Bidirectional", inner, merge_mode=mode)
    inner = spec("GRU", 2, return_state=True)
    layers["both ways, last"] = spec("Bidirectional", inner)
    layers["each step"] = spec("TimeDistributed", spec("Dense", 3, "tanh"))
    for name, layer in layers.items():
        for masked in (False, True):
            for started in (False, True):
                if not started or name.endswith(" return_sequences"):
                    yield name, layer, masked, started


def attention_cases():
    """Return name, layer, names of inputs, masks or not, and what the call takes."""
    both = spec("Attention", use_scale=True, score_mode="concat")
    narrow = {"value_dim": 5, "output_shape": 6}
    layers = {
        "dot": (spec("Attention"), 2),
        "dot scaled": (spec("Attention", use_scale=True), 3),
        "concat": (both, 3),
        "additive": (spec("AdditiveAttention"), 3),
        "additive plain": (spec("AdditiveAttention", use_scale=False), 2),
        "heads": (spec("MultiHeadAttention", 2, 3), 2),
        "heads narrow": (spec("MultiHeadAttention", 2, 3, **narrow), 3),
        "heads plain": (spec("MultiHeadAttention", 3, 2, use_bias=False), 2),
    }
    for name, (layer, n) in layers.items():
        for masked in (False, True):
            for causal in (False, True):
                inputs = ["query", "value", "key"][:n]
                yield name, layer, inputs, masked, {"use_causal_mask": causal}
    scores = {"return_attention_scores": True}
    yield "heads scores", spec("MultiHeadAttention", 2, 3), ["query"] * 2, False, scores


def made(described, module=keras.layers):
    """Return the layer that `spec` described."""
    if isinstance(described, list):
        return [made(part) for part in described]
    if not isinstance(described, dict):
        return described
    args = [made(part) for part in described["args"]]
    return getattr(module, described["layer"])(*args, **described["kwargs"])


def tensor(values):
    return torch.tensor(values, dtype=torch.float32, requires_grad=True)


def flat(outputs):
    """Return outputs, nested in lists and tuples, as one list."""
    if not isinstance(outputs, list | tuple):
        return [outputs]
    return [tensor for part in outputs for tensor in flat(part)]


def measured(layer, inputs, call):
    """Return weights, outputs, and gradients of the sum of (1 + number) y²."""
    call()
    weights = [generator.normal(0, 0.5, w.shape).round(3) for w in layer.weights]
    layer.set_weights(weights)
    outputs = flat(call())
    sum((1 + n) * (y * y).sum() for n, y in enumerate(outputs)).backward()
    return {
        "weights": plain(weights),
        "outputs": plain(outputs),
        "gradients": plain([x.grad for x in inputs]),
        "slopes": plain([w.value.grad for w in layer.weights]),
    }


def recurrent(described, masked, started):
    """Return what a recurrent layer makes of x."""
    layer, x, options = made(described), tensor(ARRAYS["x"]), {}
    if masked:
        options["mask"] = torch.tensor(MASKS["x"], dtype=torch.bool)
    if started:
        states = ARRAYS["states"][: 2 if described["layer"] == "LSTM" else 1]
        options["initial_state"] = [torch.tensor(state) for state in states]
    found = measured(layer, [x], lambda: layer(x, **options))
    return {"spec": described, "masked": masked, "started": started, **found}


def attention(described, names, masked, options):
    """Return what an attention layer makes of its inputs; for heads, value masks."""
    layer, several = made(described), described["layer"] == "MultiHeadAttention"
    inputs = [tensor(ARRAYS[name]) for name in names]
    masks = {n: torch.tensor(m, dtype=torch.bool) for n, m in MASKS.items()}

    def call():
        if several:
            if masked:
                inputs[1]._keras_mask = masks["value"]
            return layer(*inputs, **options)
        both = [masks["query"], masks["value"]] if masked else None
        return layer(inputs, mask=both, **options)

    found = measured(layer, inputs, call)
    case = {"spec": described, "inputs": names, "masked": masked, "call": options}
    return {**case, **found}


def training():
    """Return steps of a model whose mask reaches the loss, on ids padded with 0."""
    layers = [
        spec("Embedding", 7, 3, mask_zero=True),
        spec("LSTM", 4, return_sequences=True),
        spec("Bidirectional", spec("GRU", 2, return_sequences=True)),
        spec("Dense", 2),
    ]
    ids = [[1, 2, 0, 0], [3, 0, 0, 0], [4, 5, 6, 1]]
    y = normal(3, 4, 2)
    model = keras.Sequential([keras.Input((4,)), *made(layers)])
    start = [generator.normal(0, 0.5, w.shape).round(3) for w in model.weights]
    model.set_weights(start)
    model.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae"])
    fitted = model.fit(np.array(ids), np.array(y), epochs=3, verbose=0, shuffle=False)
    return {
        "layers": layers,
        "ids": ids,
        "y": y,
        "start": plain(start),
        "history": plain(fitted.history),
        "end": plain(model.get_weights()),
        "predict": plain(model.predict(np.array(ids), verbose=0)),
    }


def main():
    reference = {
        "made_with": {"keras": keras.__version__, "backend": "torch"},
        "arrays": ARRAYS,
        "masks": MASKS,
        "recurrent": {
            f"{name}{' masked' * masked}{' started' * started}": recurrent(
                layer, masked, started
            )
            for name, layer, masked, started in recurrent_cases()
        },
        "attention": {
            name + " masked" * masked + " causal" * causal.get("use_causal_mask", 0): (
                attention(layer, inputs, masked, causal)
            )
            for name, layer, inputs, masked, causal in attention_cases()
        },
        "training": training(),
    }
    rows = [f"{json.dumps(key)}: {json.dumps(part)}" for key, part in reference.items()]
    path = Path(__file__).with_name("sequences.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
