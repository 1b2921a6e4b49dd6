"""What the workloads of recurrent layers share: x → recurrent layer → dense 1."""

from dataclasses import dataclass

import numpy as np
import torch

from benchmarks.harness import Workload, dense_products
from dlcore import Sequential, layers, optimizers

LEARNING_RATE = 0.001


@dataclass(frozen=True)
class Task:
    """A recurrent layer, of whose last state a dense layer makes one number.

    Args:
        kind: name of dlcore's layer.
        gates: the blocks of its kernels in torch's order, by their number in dlcore's.
        time, features, units, batch, steps: sizes of all there is.
    """

    kind: str
    gates: tuple[int, ...]
    time: int
    features: int
    units: int
    batch: int
    steps: int = 20

    def workload(self, title, goal):
        """Return the workload, with every contender at the same start."""
        generator = np.random.default_rng(5)
        shape = self.steps, self.batch, self.time, self.features
        x = generator.normal(size=shape).astype("float32")
        y = x.mean(axis=(2, 3))[..., None] + x[:, :, -1, :1]
        start = self.start(generator)
        contenders = {
            "torch": self.in_torch(x, y, start),
            "dlcore": self.in_dlcore(x, y, start),
        }
        products = self.products()
        return Workload(title, self.steps, goal, contenders, products, rtol=5e-3)

    def products(self):
        """Return the products of a step: of x, one and h at each time, and back."""
        width, rows = len(self.gates) * self.units, self.time * self.batch
        x, h = self.features + 1, self.units
        found = [(h, width, self.batch, self.time)]
        if self.kind == "GRU":  # the candidate needs U h apart from W x
            forward = (2 * h, x + h), (h, x), (h, 1 + h)
            found += [(*sizes, self.batch, self.time) for sizes in forward]
            found += [(x, rows, width, 1), (1 + h, rows, width, 1)]
        else:
            found += [(width, x + h, self.batch, self.time), (x + h, rows, width, 1)]
        return found + dense_products(self.batch, h, 1)

    def start(self, generator):
        """Return the weights in dlcore's order and layout."""
        limit, width = self.units**-0.5, len(self.gates) * self.units
        bias = (2, width) if self.kind == "GRU" else (width,)
        shapes = (
            (self.features, width),
            (self.units, width),
            bias,
            (self.units, 1),
            (1,),
        )
        return [generator.uniform(-limit, limit, s).astype("float32") for s in shapes]

    def in_dlcore(self, x, y, start):
        """Train with `train_on_batch`."""
        layer = getattr(layers, self.kind)(self.units)
        shape = (self.time, self.features)
        model = Sequential([layers.Input(shape), layer, layers.Dense(1)])

        def run():
            model.set_weights(start)
            model.compile(optimizers.Adam(LEARNING_RATE), "mse")
            return [model.train_on_batch(*batch) for batch in zip(x, y, strict=True)]

        return run

    def in_torch(self, x, y, start):
        """Train eagerly; losses stay tensors until the end, which is quickest."""
        x, y = torch.from_numpy(x), torch.from_numpy(y)
        measure = torch.nn.MSELoss()

        def run():
            recurrent, dense = self.torch_layers(start)
            trained = [*recurrent.parameters(), *dense.parameters()]
            trained = [p for p in trained if p.requires_grad]
            optimizer = torch.optim.Adam(trained, LEARNING_RATE, eps=1e-7)
            losses = []
            for batch, target in zip(x, y, strict=True):
                _, state = recurrent(batch)
                h = state[0] if self.kind == "LSTM" else state  # (1, batch, units)
                loss = measure(dense(h[0]), target)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                losses.append(loss.detach())
            return torch.stack(losses).tolist()

        return run

    def torch_layers(self, start):
        """Return torch's layers; but for GRU, only one of its two biases is used."""
        kind = {"SimpleRNN": "RNN"}.get(self.kind, self.kind)
        recurrent = getattr(torch.nn, kind)(self.features, self.units, batch_first=True)
        dense = torch.nn.Linear(self.units, 1)
        W, U, b, V, c = start
        W, U, b = (np.split(part, len(self.gates), axis=-1) for part in (W, U, b))
        W, U, b = (
            np.concatenate([part[gate] for gate in self.gates], axis=-1)
            for part in (W, U, b)
        )
        biases = b if self.kind == "GRU" else (b, 0 * b)
        with torch.no_grad():
            for parameter, weight in zip(
                [*recurrent.parameters(), *dense.parameters()],
                [W.T, U.T, *biases, V.T, c],
                strict=True,
            ):
                parameter.copy_(torch.from_numpy(weight.copy()))
        recurrent.bias_hh_l0.requires_grad_(self.kind == "GRU")
        return recurrent, dense
