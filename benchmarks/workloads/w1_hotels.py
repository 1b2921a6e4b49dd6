"""A 2-3-1 network on 24 hotels: what a library costs when the arithmetic is nothing."""

import numpy as np
import torch

from benchmarks.harness import Workload, dense_products
from dlcore import Sequential, layers, optimizers
from dlcore.datasets import hotels
from dlcore.preprocessing import Standardizer

EPOCHS, LEARNING_RATE = 800, 0.08


def build():
    """Return the workload, with every contender at the same start."""
    (x, y), _ = hotels.load_data("nonlinear")
    x = Standardizer().fit_transform(x).astype("float32")  # (24, 2)
    y = Standardizer().fit_transform(y).astype("float32")  # (24, 1)
    generator = np.random.default_rng(4)
    start = [
        generator.uniform(-1, 1, (2, 3)),
        np.zeros(3),
        generator.uniform(-1, 1, (3, 1)),
        np.zeros(1),
    ]
    start = [weight.astype("float32") for weight in start]
    return Workload(
        title=f"W1 hotels 2-3-1, 24 rows, {EPOCHS} epochs of SGD, float32",
        steps=EPOCHS,
        goal=0.35,
        threads=1,  # torch is no slower for it, and steadier on a busy machine
        contenders={
            "torch": in_torch(x, y, start),
            "dlcore": in_dlcore(x, y, start),
            "numpy by hand": by_hand(x, y, start),
        },
        products=dense_products(24, 2, 3, wants_dx=False) + dense_products(24, 3, 1),
    )


def in_dlcore(x, y, start):
    """Train with `fit`, history included."""
    model = Sequential([layers.Dense(3, "relu"), layers.Dense(1)])
    model(x)

    def run():
        model.set_weights(start)
        model.compile(optimizers.SGD(LEARNING_RATE), "mse")
        history = model.fit(x, y, batch_size=len(x), epochs=EPOCHS, verbose=0)
        return history.history["loss"]

    return run


def in_torch(x, y, start):
    """Train eagerly; losses stay tensors until the end, which is quickest."""
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    first, last = torch.nn.Linear(2, 3), torch.nn.Linear(3, 1)
    model = torch.nn.Sequential(first, torch.nn.ReLU(), last)
    measure = torch.nn.MSELoss()

    def run():
        with torch.no_grad():
            for parameter, weight in zip(model.parameters(), start, strict=True):
                parameter.copy_(torch.from_numpy(weight.T))
        optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)
        losses = []
        for _ in range(EPOCHS):
            loss = measure(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        return torch.stack(losses).tolist()

    return run


def by_hand(x, y, start):
    """Train with the formulas written out for this one network: the floor."""

    def run():
        W, b, V, c = (weight.copy() for weight in start)
        losses = []
        for _ in range(EPOCHS):
            a = np.maximum(x @ W + b, 0)  # (rows, 3)
            error = a @ V + c - y  # (rows, 1)
            losses.append(float(np.vdot(error, error)) / len(x))
            d_out = error * (2 / len(x))
            d_hidden = d_out @ V.T * (a > 0)
            V -= LEARNING_RATE * (a.T @ d_out)
            c -= LEARNING_RATE * d_out.sum(axis=0)
            W -= LEARNING_RATE * (x.T @ d_hidden)
            b -= LEARNING_RATE * d_hidden.sum(axis=0)
        return losses

    return run
