"""Layers: the building blocks of models."""

from dlcore.layers.activation import ELU, LeakyReLU, Maxout, PReLU, ReLU, Softmax
from dlcore.layers.attention import AdditiveAttention, Attention, MultiHeadAttention
from dlcore.layers.augmentation import (
    RandomCrop,
    RandomFlip,
    RandomRotation,
    RandomTranslation,
    RandomZoom,
)
from dlcore.layers.base import Layer
from dlcore.layers.cells import GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells
from dlcore.layers.convolution import Conv1D, Conv2D, Conv2DTranspose
from dlcore.layers.core import Activation, Dense, Flatten, Input
from dlcore.layers.embedding import Embedding, Masking
from dlcore.layers.merging import Add, Concatenate
from dlcore.layers.noise import (
    Dropout,
    GaussianNoise,
    SpatialDropout1D,
    SpatialDropout2D,
)
from dlcore.layers.normalization import BatchNormalization, LayerNormalization
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
from dlcore.layers.recurrent import GRU, LSTM, RNN, SimpleRNN
from dlcore.layers.scaling import Normalization, Rescaling
from dlcore.layers.shaping import (
    Cropping2D,
    Permute,
    RepeatVector,
    Reshape,
    UpSampling2D,
    ZeroPadding2D,
)
from dlcore.layers.wrappers import Bidirectional, TimeDistributed

__all__ = [
    "ELU",
    "GRU",
    "LSTM",
    "RNN",
    "Activation",
    "Add",
    "AdditiveAttention",
    "Attention",
    "AveragePooling1D",
    "AveragePooling2D",
    "BatchNormalization",
    "Bidirectional",
    "Concatenate",
    "Conv1D",
    "Conv2D",
    "Conv2DTranspose",
    "Cropping2D",
    "Dense",
    "Dropout",
    "Embedding",
    "Flatten",
    "GRUCell",
    "GaussianNoise",
    "GlobalAveragePooling1D",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling1D",
    "GlobalMaxPooling2D",
    "Input",
    "LSTMCell",
    "Layer",
    "LayerNormalization",
    "LeakyReLU",
    "Masking",
    "MaxPooling1D",
    "MaxPooling2D",
    "Maxout",
    "MultiHeadAttention",
    "Normalization",
    "PReLU",
    "Permute",
    "RandomCrop",
    "RandomFlip",
    "RandomRotation",
    "RandomTranslation",
    "RandomZoom",
    "ReLU",
    "RepeatVector",
    "Rescaling",
    "Reshape",
    "SimpleRNN",
    "SimpleRNNCell",
    "Softmax",
    "SpatialDropout1D",
    "SpatialDropout2D",
    "StackedRNNCells",
    "TimeDistributed",
    "UpSampling2D",
    "ZeroPadding2D",
]
