"""The convolutional network of W3 in use: predictions for 10,000 images."""

import numpy as np
import torch

from benchmarks.harness import Workload
from benchmarks.workloads import w3_images

ROWS, BATCH = 10_000, 128


def build():
    """Return the workload, with every contender at the same start."""
    generator = np.random.default_rng(6)
    x = generator.random((ROWS, 28, 28, 1), dtype="float32")
    start = w3_images.start_weights(generator)
    return Workload(
        title=f"W6 the network of W3, `predict` of {ROWS:,}, batch {BATCH}, float32",
        steps=-(-ROWS // BATCH),
        goal=0.90,
        contenders={
            "torch": in_torch(x, start),
            "dlcore": in_dlcore(x, start),
            "torch, NHWC": in_torch(x, start, torch.channels_last),
        },
        products=w3_images.forward_products(),
    )


def in_dlcore(x, start):
    """Predict, and return the mean of each class."""
    model = w3_images.network()
    model.set_weights(start)

    def run():
        return model.predict(x, batch_size=BATCH, verbose=0).mean(axis=0).tolist()

    return run


def in_torch(x, start, layout=torch.contiguous_format):
    """Predict eagerly in inference mode, which is quickest; for layouts see W3."""
    model = torch.nn.Sequential(w3_images.torch_network(start), torch.nn.Softmax(1))
    model = model.eval().to(memory_format=layout)
    x = w3_images.in_layout(x, layout)

    def run():
        with torch.inference_mode():
            parts = [model(part) for part in x.split(BATCH)]
        return torch.cat(parts).mean(axis=0).tolist()

    return run
