"""Recurrent layers over a whole sequence, each as one op.

`SimpleRNN`, `LSTM` and `GRU` say what one step calculates, forward and backward;
`Recurrent` leads them through time. Inside, arrays are (features, time, batch): with
features first, each gate is a block of rows. The inputs of all steps go through one
product, the state through one at each step, and each kernel has its gradient from one,
after the last step back.
"""

from dlcore.backend import ones, total, xp_of, zeros
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class Recurrent(Op):
    """At each step t, the input as z = W x_t + b meets the state h as U h.

    A subclass makes the new state of both in `step`; `step_back` turns the gradient of
    the new state into that of z, that of U h, and what goes straight to the old state.

    Args:
        every: whether the output has h after every step, or after the last alone.
        carry: whether the rest of the last state, an LSTM's c, follows as one more row.
        mask: bool (batch, time), False where a step leaves the state as it is, or None.

    The output is (batch, rows, units). `h` lists the states before and after each step,
    (units, batch), and `kept` what else the way back needs.
    """

    sigmoids = ()  # the gates, by number, that go through a sigmoid

    def __init__(self, every=False, carry=False, mask=None):
        self.every, self.carry, self.mask = every, carry, mask

    def forward(self, x, W, U, b, *state):
        # (batch, time, in), (in, gates), (units, gates), (gates,), (batch, units) each
        xp, (batch, time, features) = xp_of(x), x.shape
        self.x = xp.reshape(xp.permute_dims(x, (2, 1, 0)), (features, time * batch))
        self.W, self.U, self.units, self.kept = W, U, U.shape[0], []
        W, U, b = self.prepared(W, U, b)
        zx = xp.reshape(W @ self.x + b, (-1, time, batch))
        state = [part.T for part in state]
        self.h = [state[0]]
        for t in range(time):
            new = self.step(zx[:, t, :], U @ state[0], *state)
            state = self.chosen(t, new, state)
            self.h.append(state[0])
        rows = self.h[1:] if self.every else self.h[-1:]
        rows = xp.stack([*rows, *state[1:]] if self.carry else rows, axis=1)
        return xp.permute_dims(rows, (2, 1, 0))

    def backward(self, delta):  # (batch, rows, units)
        delta = xp_of(delta).permute_dims(delta, (2, 1, 0))
        dzx, dzh = [], []
        dstate = self.last_gradients(delta)
        for t in range(len(self.h) - 2, -1, -1):
            d = self.chosen(t, dstate, [0.0] * len(dstate))
            *dz, straight = self.step_back(t, *d)
            dzx.append(dz[0])
            dzh.append(dz[1])
            through = [self.U @ dz[1] + straight[0], *straight[1:]]
            if self.mask is not None:  # where a state stayed, its gradient does
                kept = zip(through, dstate, d, strict=True)
                through = [new + (all_ - counted) for new, all_, counted in kept]
            dstate = through
            if self.every and t:
                dstate[0] = dstate[0] + delta[:, t - 1, :]
        return *self.for_weights(dzx[::-1], dzh[::-1]), *[d.T for d in dstate]

    def for_weights(self, dzx, dzh):
        """The gradients of x, W, U and b from those of z and U h at every step."""
        xp, (features, n), time = xp_of(dzx[0]), self.x.shape, len(dzx)
        h = xp.reshape(xp.stack(self.h[:-1], axis=1), (self.units, n))
        same = dzh[0] is dzx[0]
        dzx = xp.reshape(xp.stack(dzx, axis=1), (-1, n))
        dzh = dzx if same else xp.reshape(xp.stack(dzh, axis=1), (-1, n))
        dx = None
        if self.wants(0):
            dx = xp.reshape(self.W @ dzx, (features, time, -1))
            dx = xp.permute_dims(dx, (2, 1, 0))
        return dx, self.x @ dzx.T, h @ dzh.T, self.bias_gradient(dzx, dzh)

    def bias_gradient(self, dzx, dzh):
        """The gradient of b, which enters with the input alone."""
        return total(dzx, axis=1)

    def chosen(self, t, new, old):
        """The new state, but in the rows that are masked at step t the old one."""
        if self.mask is None:
            return new
        where, counts = xp_of(self.mask).where, self.mask[:, t]
        return [where(counts, *both) for both in zip(new, old, strict=True)]

    def last_gradients(self, delta):
        """The gradients of the last state, from those of the output's last rows."""
        n = len(self.inputs) - 4  # parts of the state
        if self.carry or n == 1:
            rows = range(delta.shape[1] - n, delta.shape[1])
            return [delta[:, row, :] for row in rows]
        dh = delta[:, -1, :]
        return [dh, *[zeros(dh.shape, like=dh) for _ in range(n - 1)]]

    def prepared(self, W, U, b):
        """W and U with gates as rows and b as a column; see `sigmoid_by_tanh`."""
        half = ones((W.shape[1],), like=W)
        for gate in self.sigmoids:
            half[gate * self.units : (gate + 1) * self.units] = 0.5
        return (W * half).T, (U * half).T, xp_of(b).expand_dims(b * half, axis=1)


class SimpleRNN(Recurrent):
    """h = tanh(W x + b + U h), at every step (Elman 1990)."""

    name = "simple_rnn"

    def step(self, z, zh, h):
        """Return the new state of z = W x + b, zh = U h and h, all (units, batch)."""
        return [xp_of(z).tanh(z + zh)]

    def step_back(self, t, dh):
        """Return the gradients of z, of U h, and what goes straight to the old h."""
        h = self.h[t + 1]
        dz = dh * (1 - h * h)
        return dz, dz, [0.0]


class LSTM(Recurrent):
    """A memory c behind three gates, each σ or tanh of its part of W x + b + U h.

    The input gate i lets the candidate g in, the forget gate f keeps what was there,
    the output gate o shows it (Hochreiter and Schmidhuber 1997; Gers et al. 2000):

        c ← f c + i g,    h = o tanh(c)
    """

    name = "lstm"
    sigmoids = (0, 1, 3)  # in the order i, f, g, o

    def step(self, z, zh, h, c):
        """Return the new h and c, of z = W x + b, zh = U h, h and c (units, batch)."""
        xp, units = xp_of(z), self.units
        gates = xp.tanh(z + zh)
        sigmoid_from_tanh(gates[: 2 * units, :])
        sigmoid_from_tanh(gates[3 * units :, :])
        i, f, g, o = [gates[k * units : (k + 1) * units, :] for k in range(4)]
        c_new = f * c + i * g
        shown = xp.tanh(c_new)
        self.kept.append((i, f, g, o, c, shown))
        return [o * shown, c_new]

    def step_back(self, t, dh, dc):
        """Return the gradients of z, of U h, and what goes straight to old h and c."""
        i, f, g, o, c, shown = self.kept[t]
        do = dh * shown
        dc = dc + dh * o * (1 - shown * shown)
        di, df, dg = dc * g, dc * c, dc * i
        slopes = di * i * (1 - i), df * f * (1 - f), dg * (1 - g * g), do * o * (1 - o)
        dz = xp_of(dh).concat(slopes)
        return dz, dz, [0.0, dc * f]


class GRU(Recurrent):
    """A state that a gate z keeps, and a gate r shows to the candidate g.

    z and r are σ of their parts of W x + b + U h, and with q = the third part of U h,
    bias included, after which r resets (Cho et al. 2014, in the form of cuDNN):

        g = tanh(W x + b + r q),    h ← z h + (1 - z) g

    b has two rows (2, 3 units): one beside W x, one beside U h.
    """

    name = "gru"
    sigmoids = (0, 1)  # in the order z, r, g

    def prepared(self, W, U, b):
        """W and U with gates as rows; both rows of b as one column, q's apart."""
        beside_x, beside_h = b[0, :], b[1, :]
        of_q = 2 * self.units
        self.b_q = xp_of(b).expand_dims(beside_h[of_q:], axis=1)
        both = beside_x + beside_h
        both[of_q:] = beside_x[of_q:]
        return super().prepared(W, U, both)

    def step(self, zx, zh, h):
        """Return the new h of zx = W x + b, zh = U h and h, all (units, batch)."""
        xp, units = xp_of(zx), self.units
        gates = xp.tanh(zx[: 2 * units, :] + zh[: 2 * units, :])
        sigmoid_from_tanh(gates)
        z, r = gates[:units, :], gates[units:, :]
        q = zh[2 * units :, :] + self.b_q
        g = xp.tanh(zx[2 * units :, :] + r * q)
        self.kept.append((z, r, q, g))
        return [g + z * (h - g)]

    def step_back(self, t, dh):
        """Return the gradients of zx, of U h, and what goes straight to the old h."""
        (z, r, q, g), h = self.kept[t], self.h[t]
        dz = dh * (h - g) * z * (1 - z)
        dg = dh * (1 - z) * (1 - g * g)
        dr = dg * q * r * (1 - r)
        concat = xp_of(dh).concat
        return concat([dz, dr, dg]), concat([dz, dr, dg * r]), [dh * z]

    def bias_gradient(self, dzx, dzh):
        """The gradients of both rows of b."""
        return xp_of(dzx).stack([total(dzx, axis=1), total(dzh, axis=1)])


def sigmoid_from_tanh(a):
    """Make σ(z) = (1 + tanh(z / 2)) / 2 of the array a = tanh(z / 2), in its place."""
    a *= 0.5
    a += 0.5


def over_time(op, x, W, U, b, state):
    """Lead a recurrent op over a sequence.

    Args:
        op: a `SimpleRNN`, `LSTM` or `GRU`.
        x: inputs (batch, time, in).
        W, U, b: kernel, recurrent kernel and bias, in the layout of the layers.
        state: list of start states, (batch, units) each.

    Returns:
        h after every step (batch, time, units), or after the last (batch, units); and,
        with `carry`, the last state, a list of tensors like `state`.
    """
    rows = op(*tensors(x, W, U, b, *state))
    n = len(state) if op.carry else 1
    last = [rows[:, row - n, :] for row in range(n)]
    h = last[0]
    if op.every:
        h = rows if n == 1 else rows[:, : 1 - n, :]
    return h, last
