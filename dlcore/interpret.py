"""What a network looks at: maps, filters, occlusion, class activation, relevance.

Results are NumPy arrays, ready to be drawn. A label is the number of an output: one for
all rows, one for each, or None for what the model predicts itself.
"""

import numpy as np

from dlcore import backend
from dlcore.errors import explain
from dlcore.preprocessing.images import between
from dlcore.tensor import Tensor, no_grad

# How relevance goes back: as it is, to where the element came from, or shared out.
UNCHANGED = "Activation Softmax ReLU LeakyReLU ELU PReLU Dropout GaussianNoise"
UNCHANGED += " SpatialDropout1D SpatialDropout2D"
MOVED = "Flatten Reshape Permute ZeroPadding2D Cropping2D"
SHARED = "Dense Conv1D Conv2D Conv2DTranspose BatchNormalization UpSampling2D Rescaling"
SHARED += " MaxPooling1D MaxPooling2D AveragePooling1D AveragePooling2D"
SHARED += " GlobalMaxPooling1D GlobalMaxPooling2D"
SHARED += " GlobalAveragePooling1D GlobalAveragePooling2D"


def feature_maps(model, x):
    """Return the output of each layer for inputs x (rows, ...), by the layer's name.

    Example:
        >>> from dlcore import Sequential, layers
        >>> model = Sequential([layers.Conv2D(4, 3), layers.MaxPooling2D()])
        >>> maps = feature_maps(model, np.zeros((1, 8, 8, 1)))
        >>> {name: outputs.shape for name, outputs in maps.items()}
        {'conv2d': (1, 6, 6, 4), 'max_pooling2d': (1, 3, 3, 4)}
    """
    with no_grad():
        model(x)
    return {layer.name: backend.to_numpy(layer.output.data) for layer in chain(model)}


def filters(layer):
    """Return the filters of a convolution as pictures, each scaled to 0 to 1.

    Args:
        layer: a built layer with a kernel (height, width, in, filters).

    Returns:
        Array (filters, height, width, in).

    Raises:
        ValueError: the layer has no such kernel.
    """
    kernel = getattr(layer, "kernel", None)
    if kernel is None or len(kernel.shape) != 4:
        raise ValueError(
            f"{layer.name} has no filters to look at."
            + explain(
                "a built Conv2D, whose kernel is (height, width, in, filters)",
                f"a {type(layer).__name__}",
                "choose a layer of convolution, and call the model on data first",
            )
        )
    pictures = np.moveaxis(backend.to_numpy(kernel.data), -1, 0)
    least = pictures.min(axis=(1, 2, 3), keepdims=True)
    most = pictures.max(axis=(1, 2, 3), keepdims=True)
    return (pictures - least) / np.maximum(most - least, 1e-12)


def occlusion(model, x, label=None, size=3, step=1, fill=0.0):
    """Return where hiding a part of the picture costs most (Zeiler and Fergus 2014).

    A square is laid over each place of the picture; where the output for the label
    falls, something was there that the model needs.

    Args:
        model: takes pictures (rows, height, width, channels).
        x: the pictures.
        label: see there.
        size: length of the square's side, in pixels.
        step: from place to place, in pixels.
        fill: what hides.

    Returns:
        Array (rows, height, width): by how much the output falls, on average of all
        squares that hide the pixel.

    Raises:
        ValueError: the square does not fit into the picture.
    """
    x = pictures_of(x)
    rows, height, width = x.shape[:3]
    if not 1 <= size <= min(height, width):
        raise ValueError(
            "The square does not fit into the picture."
            + explain(
                f"size from 1 to {min(height, width)}",
                repr(size),
                "hide less at a time",
            )
        )
    whole = model.predict(x, verbose=0)
    labels = labels_for(whole, label)
    fall, count = np.zeros((rows, height, width)), np.zeros((height, width))
    for top in [*range(0, height - size, step), height - size]:
        for left in [*range(0, width - size, step), width - size]:
            square = slice(top, top + size), slice(left, left + size)
            hidden = x.copy()
            hidden[:, *square] = fill
            less = whole - model.predict(hidden, verbose=0)
            fall[:, *square] += less[np.arange(rows), labels].reshape(-1, 1, 1)
            count[square] += 1
    return fall / np.maximum(count, 1)


def class_activation(model, x, label=None, layer=None):
    """Return which regions speak for a label: a heat map (Selvaraju et al. 2017).

    Each feature map of a layer counts as much as the output's z grows with it: its
    weight is the mean of the gradient, which the tape leaves in `layer.output.grad`.
    The weighted maps are added, and what speaks against the label becomes 0.

    Args:
        model: takes pictures (rows, height, width, channels).
        x: the pictures.
        label: see there.
        layer: the layer, or its name; by default the last with feature maps.

    Returns:
        Array (rows, height, width), 0 and up, as large as the pictures.

    Raises:
        ValueError: no layer has feature maps, or none has this name.
    """
    x = Tensor(backend.asarray(pictures_of(x), like=model.home), requires_grad=True)
    output = model(x)
    maps = with_maps(model, layer).output
    z = before_activation(model, output)
    z.backward(chosen(z, label, output))
    delta, maps = backend.to_numpy(maps.grad), backend.to_numpy(maps.data)
    weights = delta.mean(axis=(1, 2), keepdims=True)  # (rows, 1, 1, channels)
    heat = np.maximum((weights * maps).sum(axis=-1), 0.0)
    return resized(heat, *x.shape[1:3])


def relevance(model, x, label=None, epsilon=1e-6):
    """Return how much each input contributed to an output (Bach et al. 2015).

    The z of the output is sent back layer by layer. A neuron shares out its relevance R
    among its inputs in proportion to what they brought: x_i gets

        x_i Σ_j w_ij R_j / (z_j + ε sign(z_j)),

    which is x times the gradient of z weighted by R / z, and so the tape calculates it.
    Without biases, the relevances of the inputs add up to z.

    Args:
        model: a `Sequential` of dense layers, convolutions and what stands between.
        x: inputs (rows, ...).
        label: see there.
        epsilon: keeps the division from dividing by zero; larger values leave out
            what is small.

    Returns:
        Array of the shape of x.

    Raises:
        ValueError: a layer of another kind.
    """
    steps = []
    y = Tensor(backend.asarray(x, like=model.home))
    for layer in chain(model):
        x = Tensor(y.data, requires_grad=True)
        y = layer(x)
        steps.append((layer, x, y if layer.z is None else layer.z))
    z = steps[-1][2]
    R = chosen(z, label, y) * z.data
    for layer, x, z in reversed(steps):
        R = sent_back(layer, x, z, R, epsilon)
    return backend.to_numpy(R)


def sent_back(layer, x, z, R, epsilon):
    """Return the relevance of a layer's input x for that of its output.

    Args:
        layer: the layer, for its kind.
        x, z: its input and its z, on the tape.
        R: relevance of each element of z, an array.
        epsilon: see `relevance`.

    Raises:
        ValueError: there is no rule for layers of this kind.
    """
    kind = type(layer).__name__
    if kind in UNCHANGED.split():
        return R
    if kind in MOVED.split():
        z.backward(R)
        return x.grad
    if kind not in SHARED.split():
        raise ValueError(
            f"{layer.name}: there is no rule for its relevance."
            + explain(
                "dense layers, convolution, pooling, and what stands between them",
                f"a {kind}",
                "use occlusion, which takes every model",
            )
        )
    sign = backend.xp_of(R).where(z.data >= 0, 1.0, -1.0)
    z.backward(R / (z.data + epsilon * sign))
    return x.data * x.grad


def chain(model):
    """Return the layers of a model, those of the models in it in their place."""
    nested = [chain(part) if hasattr(part, "row") else [part] for part in model.layers]
    return [layer for layers in nested for layer in layers]


def before_activation(model, output):
    """Return the z of the output: what softmax or sigmoid was applied to."""
    last = chain(model)[-1]
    return output if last.z is None or last.output is not output else last.z


def chosen(z, label, output):
    """Return 1 for each row's label and 0 elsewhere, beside z, (rows, outputs)."""
    labels = labels_for(backend.to_numpy(output.data), label)
    one_hot = np.eye(z.shape[-1])[labels]
    return backend.asarray(one_hot, like=z.data)


def labels_for(outputs, label):
    """Return the label of each row, (rows,); refuse one that is no output.

    Args:
        outputs: what the model predicts, (rows, outputs).
        label: a number, an array of them, or None for the largest output.
    """
    if label is None:
        return outputs.argmax(axis=-1)
    labels = np.broadcast_to(np.asarray(label), outputs.shape[:1])
    if labels.min() < 0 or labels.max() >= outputs.shape[-1]:
        raise ValueError(
            "The model has no such output."
            + explain(
                f"a label from 0 to {outputs.shape[-1] - 1}",
                str(label),
                "labels count from 0",
            )
        )
    return labels


def with_maps(model, layer):
    """Return the layer whose feature maps are meant; explain it if there is none."""
    found = [each for each in chain(model) if len(each.output.shape) == 4]
    if layer is not None:
        found = [each for each in found if layer in (each, each.name)]
    if not found:
        names = [each.name for each in chain(model)]
        raise ValueError(
            f"{model.name} has no such feature maps."
            + explain(
                "a layer whose output is (rows, height, width, channels)",
                f"layer={layer!r} of {', '.join(names)}",
                "name a layer of convolution",
            )
        )
    return found[-1]


def resized(maps, height, width):
    """Return maps (rows, h, w) as large as wanted, smooth from value to value."""
    rows, h, w = maps.shape
    y = (np.arange(height) + 0.5) * h / height - 0.5
    x = (np.arange(width) + 0.5) * w / width - 0.5
    places = np.broadcast_to(y[:, None], (rows, height, width))
    across = np.broadcast_to(x, (rows, height, width))
    return between(maps.astype("float32"), places, across, "nearest")


def pictures_of(x):
    """Return pictures as an array; refuse what has another rank."""
    x = np.asarray(x, dtype=float)
    if x.ndim != 4:
        raise ValueError(
            "These are no pictures."
            + explain(
                "(rows, height, width, channels)", x.shape, "x[..., None] adds channels"
            )
        )
    return x
