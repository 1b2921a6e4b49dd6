"""The table that `model.summary()` prints."""

from dlcore.layers.base import first_of


def summarize(model, line_length=None, show_trainable=False):
    """A table of a model's layers, output shapes and numbers of parameters."""
    heads = ["Layer (type)", "Output shape", "Parameters"]
    heads += ["Trainable"] if show_trainable else []
    rows = [row(layer)[: len(heads)] for layer in model.layers]
    widths = [max(len(r[i]) for r in [heads, *rows]) + 2 for i in range(len(heads))]
    spare = (line_length or 0) - sum(widths)
    widths[0] += max(spare, 0)
    total = model.count_params()
    trained = sum(W.data.size for W in model.trainable_weights)
    lines = [f'Model: "{model.name}"', "".join(map(str.ljust, heads, widths))]
    lines += ["-" * sum(widths)]
    lines += ["".join(map(str.ljust, r, widths)) for r in rows]
    lines += ["-" * sum(widths), f"Total parameters: {total:,}"]
    if trained != total:
        lines += [f"Trainable: {trained:,}", f"Not trainable: {total - trained:,}"]
    return "\n".join(line.rstrip() for line in lines)


def row(layer):
    """Name and type, output shape, parameters, whether trained."""
    shape = "?"
    if layer.output is not None:
        shape = str((None, *first_of(layer.output).shape[1:]))
    parameters = f"{layer.count_params():,}" if layer.built else "0 (not built)"
    kind = f"{layer.name} ({type(layer).__name__})"
    return [kind, shape, parameters, "yes" if layer.trainable else "no"]
