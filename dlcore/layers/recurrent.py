"""RNN, which leads a cell through time; SimpleRNN, LSTM and GRU."""

from dlcore import backend, ops
from dlcore.errors import explain
from dlcore.layers.base import Layer, build_inside
from dlcore.layers.cells import (
    GRUCell,
    LSTMCell,
    SimpleRNNCell,
    StackedRNNCells,
    as_list,
    check_cell,
    step_of,
)
from dlcore.tensor import Tensor


class RNN(Layer):
    """A cell from step to step of x (batch, time, in), with a state that is handed on.

    Every step is on the tape; `SimpleRNN`, `LSTM` and `GRU` do the same in one op.

    Args:
        cell: a cell, such as LSTMCell(8), a layer of one's own with `state_size` and
            `call(x, states)`, or a list of cells.
        return_sequences: whether the output has every step (batch, time, units), or the
            last alone (batch, units).
        return_state: whether the last states follow: [output, *states].
        go_backwards: whether to go from the last step to the first; the output is then
            in that order.
        stateful: whether a batch starts from the states that the last one ended with,
            until `reset_state()`.
        settings: see `Layer`.

    A call also takes `initial_state`, a list of arrays (batch, units). Where the mask
    is False, the state stays as it was, and the output is that of the step before.

    Example:
        >>> RNN(SimpleRNNCell(2))([[[1.0], [2.0], [3.0]]]).shape
        (1, 2)
    """

    least_rank = 3
    supports_masking = True
    zero_output_for_mask = False  # or an output of zeros there, as Bidirectional wants

    def __init__(
        self, cell, return_sequences=False, return_state=False, go_backwards=False,
        stateful=False, **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        self.cell = StackedRNNCells(cell) if isinstance(cell, list | tuple) else cell
        check_cell(self.name, self.cell)
        self.return_sequences, self.return_state = return_sequences, return_state
        self.go_backwards, self.stateful = go_backwards, stateful
        self.states = None  # of the batch before

    def build(self, input_shape):
        """Build the cell for one step."""
        self.features_in = input_shape[-1]
        build_inside(self, self.cell, (input_shape[0], self.features_in))

    def check(self, x):
        """Refuse what is not a batch of sequences of the known width."""
        shape = tuple(x.shape)
        if len(shape) == 2:
            change = "pass x[:, :, None] for one feature a step; or give the recurrent "
            change += "layer before this one return_sequences=True"
        elif len(shape) != 3:
            change = "give x three axes: x.reshape(batch, time, features)"
        elif not shape[1]:
            change = "give each sequence one step or more"
        elif self.features_in not in (None, shape[-1]):
            change = (
                f"pass {self.features_in} features, or make a new model for {shape[-1]}"
            )
        else:
            return
        raise ValueError(
            f"{self.name}: this input does not fit the layer."
            + explain(
                f"shape (batch, time, {self.features_in or 'features'}), "
                "time from 1 up",
                f"shape {shape}",
                change,
            )
        )

    def call(self, x, initial_state=None, training=False, mask=None):
        """Return the output, and with `return_state` the last states behind it.

        Args:
            x: inputs (batch, time, in).
            initial_state: list of start states (batch, units), nested for a stack.
            training: told to the cell.
            mask: bool (batch, time) or None.
        """
        self.check_mask(x, mask)
        states = self.first_states(x, initial_state)
        known = initial_state is not None or self.states is not None
        if self.go_backwards:
            x = x[:, ::-1, :]
            mask = None if mask is None else mask[:, ::-1]
        if hasattr(self.cell, "reset_dropout_mask"):
            self.cell.reset_dropout_mask()
        # before the first step that counts, the output is 0 and not the known state
        run = self.run if known and mask is not None else self.quick_run
        output, states = run(x, states, training, mask)
        if self.stateful:
            self.states = every(lambda state: Tensor(state.data), states)
        return [output, *states] if self.return_state else output

    def run(self, x, states, training, mask):
        """Go through all steps; return the output and the last states.

        Args:
            x: inputs (batch, time, in).
            states: start states, a list, nested where the cell is a stack.
            training: told to the cell.
            mask: bool (batch, time) or None.
        """
        outputs = []
        for t in range(x.shape[1]):
            output, new = step_of(self.cell, x[:, t, :], states, training)
            if mask is not None:
                counts = mask[:, t : t + 1]
                before = (
                    outputs[-1] if outputs and not self.zero_output_for_mask else 0.0
                )
                output = ops.where(counts, output, before)
                new = every(lambda a, b, m=counts: ops.where(m, a, b), new, states)
            outputs.append(output)
            states = new
        if not self.return_sequences:
            return outputs[-1], states
        rows = [ops.reshape(y, (y.shape[0], 1, y.shape[1])) for y in outputs]
        return ops.concat(rows, axis=1), states

    quick_run = run

    def first_states(self, x, initial_state):
        """Return the states to start from: those given, those kept, or zeros."""
        batch = x.shape[0]
        sizes = as_list(self.cell.state_size)
        if initial_state is not None:
            states = every(self.enter, as_list(initial_state))
        elif self.states is not None:
            states = self.states
        else:
            return every(
                lambda n: Tensor(backend.zeros((batch, n), like=x.data)), sizes
            )
        self.check_states(states, every(lambda n: (batch, n), sizes))
        return states

    def check_states(self, states, expected):
        """Refuse states of other shapes than `expected`."""
        shapes = every(lambda state: tuple(state.shape), states)
        if shapes != expected:
            own = states is self.states
            raise ValueError(
                f"{self.name}: these start states do not fit."
                + explain(
                    f"shapes {expected}",
                    f"shapes {shapes}" + " of the batch before" * own,
                    "give all batches the same number of rows, or call reset_state()"
                    if own
                    else "pass initial_state as a list, as return_state=True gives it",
                )
            )

    def check_mask(self, x, mask):
        """Refuse a mask of another shape than (batch, time)."""
        if mask is not None and tuple(mask.shape) != tuple(x.shape[:2]):
            raise ValueError(
                f"{self.name}: the mask does not fit the input."
                + explain(
                    f"shape (batch, time), here {tuple(x.shape[:2])}",
                    f"shape {tuple(mask.shape)}",
                    "give one True or False for each step of each sequence",
                )
            )

    def compute_mask(self, x, mask):
        """Return the mask where the output has every step, else None."""
        return mask if self.return_sequences else None

    def reset_state(self):
        """Forget the states that a stateful layer kept."""
        self.states = None

    reset_states = reset_state


def every(function, *nests):
    """Return lists nested like `nests`, with the function's results."""
    if isinstance(nests[0], list):
        return [every(function, *parts) for parts in zip(*nests, strict=True)]
    return function(*nests)


class OneOp(RNN):
    """Base of the layers whose cell has an op for the whole sequence."""

    refuses = ("cell",)

    def quick_run(self, x, states, training, mask):
        """Do what `run` does, where the cell's op can, in that one op.

        Args:
            x, states, training, mask: see `run`.
        """
        if not self.cell.is_one_op(training):
            return self.run(x, states, training, mask)
        wants = self.return_sequences, self.return_state or self.stateful, mask
        output, states = self.cell.over_time(x, states, training, *wants)
        if mask is not None and self.zero_output_for_mask and self.return_sequences:
            output = ops.where(
                backend.xp_of(mask).expand_dims(mask, axis=2), output, 0.0
            )
        return output, states


class SimpleRNN(OneOp):
    """h ← activation(x_t W + b + h U) at every step (Elman 1990).

    With tanh the whole sequence is one op, `ops.recurrent.SimpleRNN`, equal to
    RNN(SimpleRNNCell(units)), which shows every step on the tape.

    Args:
        return_sequences, return_state, go_backwards, stateful: see `RNN`.
        units, activation, settings: see `SimpleRNNCell`, as for all others.

    Example:
        >>> SimpleRNN(2, return_sequences=True)([[[1.0], [2.0], [3.0]]]).shape
        (1, 3, 2)
    """

    def __init__(
        self, units, activation="tanh", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", kernel_regularizer=None, recurrent_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, dropout=0.0,
        recurrent_dropout=0.0, seed=None, return_sequences=False, return_state=False,
        go_backwards=False, stateful=False, **settings,
    ):  # fmt: skip
        cell = SimpleRNNCell(
            units, activation, use_bias, kernel_initializer, recurrent_initializer,
            bias_initializer, kernel_regularizer, recurrent_regularizer,
            bias_regularizer, dropout, recurrent_dropout, seed,
        )  # fmt: skip
        super().__init__(
            cell, return_sequences, return_state, go_backwards, stateful,
            activity_regularizer=activity_regularizer, **settings,
        )  # fmt: skip


class LSTM(OneOp):
    """A memory that gates write to, forget and show (Hochreiter and Schmidhuber 1997).

    With tanh and sigmoid the whole sequence is one op, `ops.recurrent.LSTM`, equal to
    RNN(LSTMCell(units)), which shows every step on the tape; `LSTMCell` has the
    formulas.

    Args:
        return_sequences, return_state, go_backwards, stateful: see `RNN`.
        units, activation, settings: see `LSTMCell`, as for all others.

    Example:
        >>> LSTM(2, return_sequences=True)([[[1.0], [2.0], [3.0]]]).shape
        (1, 3, 2)
    """

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None,
        dropout=0.0, recurrent_dropout=0.0, seed=None, return_sequences=False,
        return_state=False, go_backwards=False, stateful=False, **settings,
    ):  # fmt: skip
        cell = LSTMCell(
            units, activation, recurrent_activation, use_bias, kernel_initializer,
            recurrent_initializer, bias_initializer, unit_forget_bias,
            kernel_regularizer, recurrent_regularizer, bias_regularizer, dropout,
            recurrent_dropout, seed,
        )  # fmt: skip
        super().__init__(
            cell, return_sequences, return_state, go_backwards, stateful,
            activity_regularizer=activity_regularizer, **settings,
        )  # fmt: skip


class GRU(OneOp):
    """A state that one gate keeps and another shows to a candidate (Cho et al. 2014).

    With tanh, sigmoid and `reset_after` the whole sequence is one op,
    `ops.recurrent.GRU`, equal to RNN(GRUCell(units)), which shows every step on the
    tape; `GRUCell` has the formulas.

    Args:
        return_sequences, return_state, go_backwards, stateful: see `RNN`.
        units, activation, reset_after, settings: see `GRUCell`, as for all others.

    Example:
        >>> GRU(2, return_sequences=True)([[[1.0], [2.0], [3.0]]]).shape
        (1, 3, 2)
    """

    def __init__(
        self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
        bias_initializer="zeros", kernel_regularizer=None, recurrent_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, dropout=0.0,
        recurrent_dropout=0.0, seed=None, return_sequences=False, return_state=False,
        go_backwards=False, stateful=False, reset_after=True, **settings,
    ):  # fmt: skip
        cell = GRUCell(
            units, activation, recurrent_activation, use_bias, kernel_initializer,
            recurrent_initializer, bias_initializer, kernel_regularizer,
            recurrent_regularizer, bias_regularizer, dropout, recurrent_dropout,
            reset_after, seed,
        )  # fmt: skip
        super().__init__(
            cell, return_sequences, return_state, go_backwards, stateful,
            activity_regularizer=activity_regularizer, **settings,
        )  # fmt: skip
