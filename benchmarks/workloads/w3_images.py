"""A convolutional network on 28×28 images: training, 50 steps of Adam."""

import numpy as np
import torch

from benchmarks.harness import Workload
from dlcore import Sequential, layers, optimizers

STEPS, BATCH, LEARNING_RATE = 50, 128, 0.001


def build():
    """Return the workload, with every contender at the same start."""
    generator = np.random.default_rng(3)
    x = generator.random((STEPS * BATCH, 28, 28, 1), dtype="float32")
    labels = generator.integers(0, 10, STEPS * BATCH)
    start = start_weights(generator)
    return Workload(
        title=f"W3 two convolutions, two dense layers, batch {BATCH}, Adam, float32",
        steps=STEPS,
        goal=1.50,
        contenders={
            "torch": in_torch(x, labels, start),
            "dlcore": in_dlcore(x, labels, start),
            "torch, NHWC": in_torch(x, labels, start, torch.channels_last),
        },
        products=[*forward_products(), *backward_products()],
        rtol=2e-2,  # rounding, enlarged by Adam where gradients are almost zero
    )


def start_weights(generator):
    """Return the weights in dlcore's order and layout, within Glorot's limits."""
    limits = {(3, 3, 1, 32): 0.14, (3, 3, 32, 64): 0.083}
    limits |= {(1600, 128): 0.059, (128, 10): 0.21}
    start = []
    for shape, limit in limits.items():
        start.append(generator.uniform(-limit, limit, shape).astype("float32"))
        start.append(np.zeros(shape[-1], dtype="float32"))
    return start


def forward_products():
    """Return the products of a prediction: two convolutions, two dense layers."""
    first, second = BATCH * 26 * 26, BATCH * 11 * 11  # windows
    convolutions = [(first, 9 + 1, 32, 1), (second, 9 * 32 + 1, 64, 1)]
    return [*convolutions, (BATCH, 1600, 128, 1), (BATCH, 128, 10, 1)]


def backward_products():
    """Return those of the way back: dW of all layers, and dx of all but the first."""
    (first, *_), (second, *_), *_ = forward_products()
    of_weights = [(10, first, 32, 1), (9 * 32 + 1, second, 64, 1)]
    of_weights += [(1600, BATCH, 128, 1), (128, BATCH, 10, 1)]
    of_inputs = [(second, 64, 32, 9), (BATCH, 128, 1600, 1), (BATCH, 10, 128, 1)]
    return of_weights + of_inputs


def network():
    """Return dlcore's network."""
    return Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(128, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )


def torch_network(start):
    """Return torch's network, which gives logits, with the weights in its layout."""
    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 32, 3),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(32, 64, 3),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(1600, 128),
        torch.nn.ReLU(),
        torch.nn.Linear(128, 10),
    )
    first, b1, second, b2, hidden, b3, last, b4 = start
    hidden = hidden.reshape(5, 5, 64, 128).transpose(3, 2, 0, 1)  # channels first
    ours = [first.transpose(3, 2, 0, 1), b1, second.transpose(3, 2, 0, 1), b2]
    ours += [hidden.reshape(128, 1600), b3, last.T, b4]
    with torch.no_grad():
        for parameter, weight in zip(model.parameters(), ours, strict=True):
            parameter.copy_(torch.from_numpy(weight.copy()))
    return model


def in_layout(x, layout):
    """Return images as a tensor in one of torch's two layouts in memory."""
    x = torch.from_numpy(x.transpose(0, 3, 1, 2).copy())
    _, channels, height, width = x.shape
    if layout is torch.channels_last:  # of one channel, both look alike to torch
        steps = (channels * height * width, 1, channels * width, channels)
        return x.as_strided(x.shape, steps)
    return x


def in_dlcore(x, labels, start):
    """Train with `train_on_batch`."""
    model = network()
    batches = [(x[i : i + BATCH], labels[i : i + BATCH]) for i in places()]

    def run():
        model.set_weights(start)
        optimizer = optimizers.Adam(LEARNING_RATE)
        model.compile(optimizer, "sparse_categorical_crossentropy")
        return [model.train_on_batch(*batch) for batch in batches]

    return run


def in_torch(x, labels, start, layout=torch.contiguous_format):
    """Train eagerly; losses stay tensors until the end, which is quickest.

    By default images are (n, channels, height, width) in memory, as torch has them;
    `torch.channels_last` is its other layout, which has to be asked for.
    """
    x, labels = in_layout(x, layout), torch.from_numpy(labels)
    measure = torch.nn.CrossEntropyLoss()

    def run():
        model = torch_network(start).to(memory_format=layout)
        optimizer = torch.optim.Adam(model.parameters(), LEARNING_RATE, eps=1e-7)
        losses = []
        for i in places():
            loss = measure(model(x[i : i + BATCH]), labels[i : i + BATCH])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        return torch.stack(losses).tolist()

    return run


def places():
    """Return where each batch begins."""
    return range(0, STEPS * BATCH, BATCH)
