"""A 784-512-10 network on 60,000 rows: where matrix products are half of the time."""

import numpy as np
import torch

from benchmarks.harness import Workload, dense_products
from dlcore import Sequential, layers, optimizers

ROWS, BATCH, LEARNING_RATE = 60_000, 128, 0.001


def build():
    """Return the workload, with every contender at the same start."""
    generator = np.random.default_rng(2)
    x = generator.random((ROWS, 784), dtype="float32")
    labels = generator.integers(0, 10, ROWS)
    start = [
        generator.uniform(-1, 1, (784, 512)) * 0.068,  # Glorot's limits
        np.zeros(512),
        generator.uniform(-1, 1, (512, 10)) * 0.107,
        np.zeros(10),
    ]
    start = [weight.astype("float32") for weight in start]
    steps = -(-ROWS // BATCH)
    return Workload(
        title=f"W2 784-512-10, batch {BATCH}, RMSprop, one epoch of {ROWS:,}, float32",
        steps=steps,
        goal=0.80,
        contenders={
            "torch": in_torch(x, labels, start),
            "dlcore": in_dlcore(x, labels, start),
        },
        products=dense_products(BATCH, 784, 512, wants_dx=False)
        + dense_products(BATCH, 512, 10),
        rtol=2e-2,  # other orders of rows, and epsilon beside the root, not in it
    )


def in_dlcore(x, labels, start):
    """Train with `fit`, which shuffles as all contenders do."""
    model = Sequential([layers.Dense(512, "relu"), layers.Dense(10, "softmax")])
    model(x[:1])

    def run():
        model.set_weights(start)
        optimizer = optimizers.RMSprop(LEARNING_RATE)
        model.compile(optimizer, "sparse_categorical_crossentropy")
        history = model.fit(x, labels, batch_size=BATCH, verbose=0)
        return history.history["loss"]

    return run


def in_torch(x, labels, start):
    """Train eagerly on shuffled rows, from logits, which is quickest."""
    x, labels = torch.from_numpy(x), torch.from_numpy(labels)
    first, last = torch.nn.Linear(784, 512), torch.nn.Linear(512, 10)
    model = torch.nn.Sequential(first, torch.nn.ReLU(), last)
    measure = torch.nn.CrossEntropyLoss()

    def run():
        with torch.no_grad():
            for parameter, weight in zip(model.parameters(), start, strict=True):
                parameter.copy_(torch.from_numpy(weight.T))
        optimizer = torch.optim.RMSprop(model.parameters(), LEARNING_RATE, alpha=0.9)
        total = 0.0
        for rows in torch.randperm(ROWS).split(BATCH):
            loss = measure(model(x[rows]), labels[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(rows)
        return [total / ROWS]

    return run
