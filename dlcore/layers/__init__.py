"""Layers: the building blocks of models."""

from dlcore.layers.activation import ELU, LeakyReLU, Maxout, PReLU, ReLU, Softmax
from dlcore.layers.base import Layer
from dlcore.layers.convolution import (
    Conv1D,
    Conv2D,
    Conv2DTranspose,
)
from dlcore.layers.core import Activation, Dense, Flatten, Input
from dlcore.layers.merging import (
    Add,
    Concatenate,
)
from dlcore.layers.noise import (
    Dropout,
    GaussianNoise,
    SpatialDropout1D,
    SpatialDropout2D,
)
from dlcore.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
)
from dlcore.layers.pooling import (
    AveragePooling1D,
    AveragePooling2D,
    GlobalAveragePooling1D,
    GlobalAveragePooling2D,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
    MaxPooling1D,
    MaxPooling2D,
)
from dlcore.layers.shaping import (
    Cropping2D,
    Permute,
    RepeatVector,
    Reshape,
    UpSampling2D,
    ZeroPadding2D,
)

__all__ = [
    "ELU",
    "Activation",
    "Add",
    "AveragePooling1D",
    "AveragePooling2D",
    "BatchNormalization",
    "Concatenate",
    "Conv1D",
    "Conv2D",
    "Conv2DTranspose",
    "Cropping2D",
    "Dense",
    "Dropout",
    "Flatten",
    "GaussianNoise",
    "GlobalAveragePooling1D",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling1D",
    "GlobalMaxPooling2D",
    "Input",
    "Layer",
    "LayerNormalization",
    "LeakyReLU",
    "MaxPooling1D",
    "MaxPooling2D",
    "Maxout",
    "PReLU",
    "Permute",
    "ReLU",
    "RepeatVector",
    "Reshape",
    "Softmax",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "UpSampling2D",
    "ZeroPadding2D",
]
