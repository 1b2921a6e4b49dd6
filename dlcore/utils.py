"""Small tools: seeding, one-hot targets, a drawing of a model."""

import numpy as np

from dlcore import backend
from dlcore.errors import explain, refuse_unknown
from dlcore.tensor import Tensor


def set_random_seed(seed):
    """Make what follows repeatable: start and shuffle alike from this seed.

    All random numbers of dlcore come from one generator, which starts anew as
    `numpy.random.default_rng(seed)`; NumPy's global state is not touched.

    Example:
        >>> from dlcore import initializers
        >>> set_random_seed(4)
        >>> first = initializers.GlorotUniform()((2, 3))
        >>> set_random_seed(4)
        >>> bool((first == initializers.GlorotUniform()((2, 3))).all())
        True
    """
    backend.seed(seed)


def to_categorical(x, num_classes=None):
    """Class numbers as one-hot rows.

    Args:
        x: whole numbers from 0 up, of any shape (...).
        num_classes: how many classes there are; by default the largest plus one.

    Returns:
        NumPy float32 array (..., num_classes).

    Raises:
        ValueError: a number is no class number, or there are too few classes.

    Example:
        >>> to_categorical([0, 2]).tolist()
        [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    """
    labels = backend.to_numpy(x.data if isinstance(x, Tensor) else x)
    if labels.ndim > 1 and labels.shape[-1] == 1:
        labels = labels[..., 0]
    if labels.size == 0 or labels.dtype.kind not in "fiub":
        raise ValueError(
            "There are no class numbers."
            + explain(
                "whole numbers from 0 up",
                f"{labels.size} values of dtype {labels.dtype}",
                "number the classes 0, 1, 2, ... first",
            )
        )
    whole = labels.astype("int64")
    n = int(whole.max()) + 1 if num_classes is None else num_classes
    if (whole != labels).any() or whole.min() < 0 or whole.max() >= n:
        raise ValueError(
            "These are not class numbers."
            + explain(
                f"whole numbers from 0 to {n - 1}",
                f"numbers from {labels.min()} to {labels.max()}",
                "number the classes 0, 1, 2, ... or raise num_classes",
            )
        )
    return np.eye(n, dtype="float32")[whole]


def plot_model(
    model, to_file="model.png", show_shapes=False, show_layer_names=False,
    show_layer_activations=False, show_trainable=False, dpi=200, **unknown,
):  # fmt: skip
    """Draw a model as boxes from layer to layer, into a file.

    Args:
        model: a model whose layers follow one another.
        to_file: name of the file, ending in .png, .svg or .pdf.
        show_shapes: whether to write each layer's output shape.
        show_layer_names: whether to write its name beside its kind.
        show_layer_activations: whether to write its activation.
        show_trainable: whether to write if it is trained.
        dpi: dots an inch, of a .png.
        unknown: anything else is refused, with a suggestion.

    Returns:
        The figure, of matplotlib, which this needs: pip install 'dlcore[teach]'.
    """
    refuse_unknown(plot_model, unknown)
    from dlcore.teach.layer_boxes import draw_layers  # only here: matplotlib is large

    ax = draw_layers(
        model,
        shapes=show_shapes,
        names=show_layer_names,
        activations=show_layer_activations,
        trainable=show_trainable,
    )
    ax.figure.savefig(to_file, dpi=dpi, facecolor="white")
    return ax.figure
