"""Mistakes with images, series, shapes and chance, and what they are told."""

import numpy as np

from dlcore import Sequential, layers

ROWS, SERIES, IMAGES = np.ones((4, 3)), np.ones((2, 5, 3)), np.ones((2, 4, 4, 3))


def used(layer):
    layer(IMAGES)
    return layer


# what is done, the type of error, what came, what to change
MISTAKES = {
    "images without channels": (
        lambda: layers.Conv2D(8, 3)(np.ones((2, 28, 28))),
        ValueError,
        "shape (2, 28, 28)",
        "give x 4 axes, the last for channels: x.reshape(batch, height, width, 1)",
    ),
    "images for Conv1D": (
        lambda: layers.Conv1D(8, 3)(IMAGES),
        ValueError,
        "shape (2, 4, 4, 3)",
        "give x 3 axes, the last for channels: x.reshape(batch, time, 1)",
    ),
    "vectors for pooling": (
        lambda: layers.MaxPooling2D()(ROWS),
        ValueError,
        "shape (4, 3)",
        "give x 4 axes, the last for channels",
    ),
    "other channels": (
        lambda: used(layers.Conv2D(8, 3))(np.ones((2, 4, 4, 1))),
        ValueError,
        "shape (2, 4, 4, 1)",
        "pass 3 channels, or make a new model for 1",
    ),
    "a kernel larger than the image": (
        lambda: layers.Conv2D(8, 5)(IMAGES),
        ValueError,
        "height and width of (4, 4)",
        'take a smaller kernel_size, or padding="same"',
    ),
    "a dilated kernel longer than the series": (
        lambda: layers.Conv1D(8, 3, dilation_rate=3)(SERIES),
        ValueError,
        "time of (5,)",
        'take a smaller kernel_size, or padding="same"',
    ),
    "too many poolings": (
        lambda: Sequential([layers.MaxPooling2D() for _ in range(3)])(IMAGES),
        ValueError,
        "height and width of (1, 1)",
        'take a smaller pool_size, or padding="same"',
    ),
    "a kernel of three lengths": (
        lambda: layers.Conv2D(8, (3, 3, 3)),
        ValueError,
        "(3, 3, 3)",
        "for example kernel_size=3",
    ),
    "half a stride": (
        lambda: layers.Conv2D(8, 3, strides=0.5),
        ValueError,
        "0.5",
        "for example strides=3",
    ),
    "two lengths for one axis": (
        lambda: layers.MaxPooling1D((2, 2)),
        ValueError,
        "(2, 2)",
        "for example pool_size=3",
    ),
    "negative padding": (
        lambda: layers.ZeroPadding2D(-1),
        ValueError,
        "-1",
        "for example padding=3",
    ),
    "filters": (
        lambda: layers.Conv2D(0, 3),
        ValueError,
        "0",
        "for example filters=3",
    ),
    "name of the padding": (
        lambda: layers.Conv2D(8, 3, padding="full"),
        ValueError,
        "'full'",
        'padding="same" keeps sizes',
    ),
    "output padding of a stride": (
        lambda: layers.Conv2DTranspose(8, 3, strides=2, output_padding=2),
        ValueError,
        "output_padding=(2, 2)",
        "leave it out, or take larger strides",
    ),
    "interpolation": (
        lambda: layers.UpSampling2D(interpolation="cubic"),
        ValueError,
        "'cubic'",
        "take one of them",
    ),
    "nothing left after cropping": (
        lambda: layers.Cropping2D(2)(IMAGES),
        ValueError,
        "height and width of (4, 4)",
        "crop less",
    ),
    "a shape that does not fit": (
        lambda: layers.Reshape((5, 5))(IMAGES),
        ValueError,
        "48 in rows of shape (4, 4, 3)",
        "choose lengths whose product is 48",
    ),
    "an open shape that does not fit": (
        lambda: layers.Reshape((-1, 5))(IMAGES),
        ValueError,
        "48 in rows of shape (4, 4, 3)",
        "choose lengths whose product is 48",
    ),
    "the batch in dims": (
        lambda: layers.Permute((0, 2, 1)),
        ValueError,
        "(0, 2, 1)",
        "leave out the batch: dims=(2, 1) swaps the two axes after it",
    ),
    "dims of other axes": (
        lambda: layers.Permute((2, 1))(IMAGES),
        ValueError,
        "shape (2, 4, 4, 3)",
        "give dims 3 numbers",
    ),
    "images to repeat": (
        lambda: layers.RepeatVector(2)(IMAGES),
        ValueError,
        "shape (2, 4, 4, 3)",
        "put a Flatten() before it",
    ),
    "a rate of one": (
        lambda: layers.Dropout(1.0),
        ValueError,
        "1.0",
        "try rate=0.5",
    ),
    "percent for a rate": (
        lambda: layers.SpatialDropout2D(25),
        ValueError,
        "25",
        "try rate=0.5",
    ),
    "an axis that is not there": (
        lambda: layers.BatchNormalization(axis=4)(IMAGES),
        ValueError,
        "axis=4 for an input of 4 axes",
        "leave axis out: the last axis holds the features",
    ),
    "normalizing the batch axis": (
        lambda: layers.LayerNormalization(axis=[0, 1])(ROWS),
        ValueError,
        "axis=[0, 1] for an input of 2 axes",
        "leave axis out: the last axis holds the features",
    ),
    "features of another batch norm": (
        lambda: used(layers.BatchNormalization())(np.ones((2, 4, 4, 2))),
        ValueError,
        "shape (2, 4, 4, 2)",
        "pass 3 features, or make a new model for 2",
    ),
    "shapes that do not add": (
        lambda: layers.Add()([ROWS, SERIES]),
        ValueError,
        "shapes [(4, 3), (2, 5, 3)]",
        "call it on inputs that fit: layer([a, b])",
    ),
    "shapes that do not join": (
        lambda: layers.Concatenate(axis=1)([SERIES, SERIES[..., :2]]),
        ValueError,
        "shapes [(2, 5, 3), (2, 5, 2)]",
        "call it on inputs that fit: layer([a, b])",
    ),
    "an array to add": (
        lambda: layers.Add()(ROWS),
        ValueError,
        "one of type ndarray",
        "call it on inputs that fit: layer([a, b])",
    ),
    "one input to add": (
        lambda: layers.Add()([ROWS]),
        ValueError,
        "shapes [(4, 3)]",
        "call it on inputs that fit: layer([a, b])",
    ),
}
