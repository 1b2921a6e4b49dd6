"""Cells: one step of a recurrent layer, and several cells as one."""

from dlcore import activations, backend, initializers, ops
from dlcore.errors import explain, whole_number
from dlcore.layers.base import Layer, build_inside
from dlcore.layers.noise import Random, share
from dlcore.ops import recurrent
from dlcore.tensor import Tensor


class Cell(Random):
    """Base of the cells: from x_t (batch, in) and states (batch, units) to the next.

    A cell is called as `cell(x, states, training=False)` and returns its output and the
    list of new states. A subclass says in `step` what it calculates, of elementary ops;
    with the usual activations its `op` does the same in one.

    In training a share `dropout` of x, and `recurrent_dropout` of h where it meets U,
    is set to zero: the same elements at every step until `reset_dropout_mask()`, which
    `RNN` calls for each batch (Gal and Ghahramani 2016).
    """

    least_rank = 2
    op, gates, states = None, 1, 1

    def __init__(
        self, units, activation="tanh", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", kernel_regularizer=None, recurrent_regularizer=None,
        bias_regularizer=None, dropout=0.0, recurrent_dropout=0.0, seed=None,
        **settings,
    ):  # fmt: skip
        super().__init__(seed, **settings)
        self.units = whole_number("units", units)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.of_kernel = kernel_initializer, kernel_regularizer
        self.of_recurrent_kernel = recurrent_initializer, recurrent_regularizer
        self.of_bias = bias_initializer, bias_regularizer
        self.dropout = share("dropout", dropout)
        self.recurrent_dropout = share("recurrent_dropout", recurrent_dropout)
        self.bias_shape = (self.gates * self.units,)
        self.reset_dropout_mask()

    def build(self, input_shape):
        """Make W (in, gates units), U (units, gates units), and b if there is one."""
        self.features_in, columns = input_shape[-1], self.gates * self.units
        W_shape, U_shape = (self.features_in, columns), (self.units, columns)
        self.kernel = self.add_weight("kernel", W_shape, *self.of_kernel)
        self.recurrent_kernel = self.add_weight(
            "recurrent_kernel", U_shape, *self.of_recurrent_kernel
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", self.bias_shape, *self.of_bias)

    @property
    def state_size(self):
        """How long a row of the state is; a list where the state has several parts."""
        return self.units if self.states == 1 else [self.units] * self.states

    def call(self, x, states, training=False):
        """Return the output and the list of new states."""
        states = [self.enter(state) for state in as_list(states)]
        if self.is_one_op(training):
            x = ops.reshape(x, (x.shape[0], 1, x.shape[1]))
            return self.over_time(x, states, training, carry=True)
        return self.step(self.without_some(x, "dropout", training), states, training)

    def is_one_op(self, training):
        """Return whether a step is no more than what the cell's `op` calculates."""
        usual = self.activation is ops.tanh
        return usual and not (training and self.recurrent_dropout)

    def over_time(self, x, states, training, every=False, carry=False, mask=None):
        """Lead the cell's `op` over a sequence.

        Args:
            x: inputs (batch, time, in).
            states: list of start states, (batch, units) each.
            training: whether to drop some of x.
            every, carry, mask: see `ops.recurrent.Recurrent`.

        Returns:
            h after every step, or after the last; and with `carry` the last states.
        """
        b = self.bias
        if b is None:
            b = Tensor(backend.zeros(self.bias_shape, like=self.home))
        x = self.without_some(x, "dropout", training)
        op = self.op(every, carry, mask)
        weights = self.kernel, self.recurrent_kernel, b
        return recurrent.over_time(op, x, *weights, states)

    def without_some(self, x, which, training):
        """Return x (batch, ..., n), in training with a share of the n set to zero."""
        rate = getattr(self, which)
        if not training or rate == 0:
            return x
        if which not in self.masks:
            whole = backend.ones((x.shape[0], x.shape[-1]), like=x.data)
            self.masks[which] = ops.dropout(whole, rate, generator=self.generator)
        mask = self.masks[which]
        if len(x.shape) == 3:  # the same at every step
            mask = ops.reshape(mask, (x.shape[0], 1, x.shape[-1]))
        return x * mask

    def reset_dropout_mask(self):
        """Draw anew which elements are dropped, when next they are."""
        self.masks = {}

    def part(self, z, number):
        """Return one gate's part of z (batch, gates units)."""
        return z[:, number * self.units : (number + 1) * self.units]


class SimpleRNNCell(Cell):
    """h ← activation(x W + b + h U) (Elman 1990).

    Args:
        units: length of h.
        activation: name or function.
        use_bias: whether to add b.
        kernel_initializer, recurrent_initializer, bias_initializer: starts of W, U, b.
        kernel_regularizer, recurrent_regularizer, bias_regularizer: their penalties.
        dropout, recurrent_dropout: shares of x and h to drop in training.
        seed: start of a generator of its own, for dropout; None for the one of all.
        settings: see `Layer`.
    """

    op = recurrent.SimpleRNN

    def step(self, x, states, training):
        """Return h and the list of new states."""
        (h,) = states
        h = self.without_some(h, "recurrent_dropout", training)
        z = ops.linear(x, self.kernel, self.bias) + h @ self.recurrent_kernel
        h = self.activation(z)
        return h, [h]


class LSTMCell(Cell):
    """A memory c that gates fill, forget and show (Hochreiter and Schmidhuber 1997).

    With σ the recurrent activation and tanh the activation, of four parts of
    z = x W + b + h U, in the order i, f, g, o:

        c ← σ(f) c + σ(i) tanh(g),    h ← σ(o) tanh(c)

    Args:
        recurrent_activation: name or function, for the three gates.
        unit_forget_bias: whether f's part of b starts at 1, so that c is kept at first.
        units, activation, use_bias, settings: see `SimpleRNNCell`, as for the others.
    """

    op, gates, states = recurrent.LSTM, 4, 2

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, dropout=0.0,
        recurrent_dropout=0.0, seed=None, **settings,
    ):  # fmt: skip
        super().__init__(
            units, activation, use_bias, kernel_initializer, recurrent_initializer,
            bias_initializer, kernel_regularizer, recurrent_regularizer,
            bias_regularizer, dropout, recurrent_dropout, seed, **settings,
        )  # fmt: skip
        self.recurrent_activation = activations.get(recurrent_activation)
        self.unit_forget_bias = unit_forget_bias
        if unit_forget_bias:
            self.of_bias = self.forget_little, bias_regularizer
            self.bias_initializer = bias_initializer

    def forget_little(self, shape, dtype):
        """Return start values of b (shape, dtype): ones where they belong to f."""
        b = initializers.get(self.bias_initializer)(shape, dtype)
        b[self.units : 2 * self.units] = 1.0
        return b

    def is_one_op(self, training):
        """Return whether a step is no more than what the cell's `op` calculates."""
        usual = self.recurrent_activation is ops.sigmoid
        return usual and super().is_one_op(training)

    def step(self, x, states, training):
        """Return h and the list of new states, h and c."""
        h, c = states
        h = self.without_some(h, "recurrent_dropout", training)
        z = ops.linear(x, self.kernel, self.bias) + h @ self.recurrent_kernel
        i, f, g, o = [self.part(z, number) for number in range(4)]
        gate, squash = self.recurrent_activation, self.activation
        c = gate(f) * c + gate(i) * squash(g)
        h = gate(o) * squash(c)
        return h, [h, c]


class GRUCell(Cell):
    """A state h that one gate keeps and one shows to a candidate (Cho et al. 2014).

    With σ the recurrent activation and tanh the activation, of three parts of x W + b
    and of h U, in the order z, r, g:

        h ← σ(z) h + (1 - σ(z)) tanh(g),    g = x W + b + σ(r) (h U + b')

    That is with `reset_after`, where b (2, 3 units) has a second row b' beside U.
    Without it, b is (3 units,) and g = x W + b + (σ(r) h) U.

    Args:
        recurrent_activation: name or function, for the two gates.
        reset_after: whether r resets after the product with U, as cuDNN does.
        units, activation, use_bias, settings: see `SimpleRNNCell`, as for the others.
    """

    op, gates = recurrent.GRU, 3

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", kernel_regularizer=None, recurrent_regularizer=None,
        bias_regularizer=None, dropout=0.0, recurrent_dropout=0.0, reset_after=True,
        seed=None, **settings,
    ):  # fmt: skip
        super().__init__(
            units, activation, use_bias, kernel_initializer, recurrent_initializer,
            bias_initializer, kernel_regularizer, recurrent_regularizer,
            bias_regularizer, dropout, recurrent_dropout, seed, **settings,
        )  # fmt: skip
        self.recurrent_activation = activations.get(recurrent_activation)
        self.reset_after = reset_after
        if reset_after:
            self.bias_shape = (2, 3 * self.units)

    def is_one_op(self, training):
        """Return whether a step is no more than what the cell's `op` calculates."""
        usual = self.reset_after and self.recurrent_activation is ops.sigmoid
        return usual and super().is_one_op(training)

    def step(self, x, states, training):
        """Return h and the list of new states."""
        (h,) = states
        gate, U = self.recurrent_activation, self.recurrent_kernel
        b, b_h = self.bias, None
        if self.reset_after and self.use_bias:
            b, b_h = b[0, :], b[1, :]
        seen = self.without_some(h, "recurrent_dropout", training)
        zx, zh = ops.linear(x, self.kernel, b), ops.linear(seen, U, b_h)
        z, r = [gate(self.part(zx, k) + self.part(zh, k)) for k in range(2)]
        if self.reset_after:
            beside = r * self.part(zh, 2)
        else:
            beside = (r * seen) @ self.part(U, 2)
        h = z * h + (1 - z) * self.activation(self.part(zx, 2) + beside)
        return h, [h]


class StackedRNNCells(Layer):
    """Several cells as one: the output of each is the input of the next.

    Args:
        cells: list of cells.
        settings: see `Layer`.
    """

    least_rank = 2

    def __init__(self, cells, **settings):
        super().__init__(**settings)
        for cell in cells:
            check_cell(self.name, cell)
        self.cells = list(cells)

    @property
    def state_size(self):
        """For each cell a list of its state sizes."""
        return [as_list(cell.state_size) for cell in self.cells]

    def build(self, input_shape):
        """Build the cells, each for the output of the one before."""
        for cell in self.cells:
            build_inside(self, cell, input_shape)
            input_shape = (input_shape[0], as_list(cell.state_size)[0])

    def call(self, x, states, training=False):
        """Return the last cell's output, and for each cell its new states, a list."""
        new = []
        for cell, own in zip(self.cells, states, strict=True):
            x, own = step_of(cell, x, as_list(own), training)
            new.append(own)
        return x, new

    def reset_dropout_mask(self):
        """Draw anew which elements are dropped, when next they are."""
        for cell in self.cells:
            if hasattr(cell, "reset_dropout_mask"):
                cell.reset_dropout_mask()


def step_of(cell, x, states, training):
    """Return the output and the list of new states of any cell, one's own too.

    Args:
        cell: a layer that is called on x and states.
        x: inputs (batch, in).
        states: list of states.
        training: told to cells whose `call` takes it.
    """
    output, states = cell(x, states, training=training)
    return output, as_list(states)


def as_list(states):
    """Return several states as a list, a single one as a list of one."""
    return list(states) if isinstance(states, list | tuple) else [states]


def check_cell(name, cell):
    """Explain what serves as a cell in the layer `name`, if this does not."""
    if isinstance(cell, Layer) and hasattr(cell, "state_size"):
        return
    raise TypeError(
        f"{name} leads a cell from step to step."
        + explain(
            "a cell such as LSTMCell(8): a layer with state_size and call(x, states)",
            f"{cell!r} ({type(cell).__name__})",
            "pass LSTMCell(8), or make your own layer and give it a state_size",
        )
    )
