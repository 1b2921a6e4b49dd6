"""Recurrent layers over a whole sequence, each as one op.

`SimpleRNN`, `LSTM` and `GRU` say what one step calculates, forward and backward;
`Recurrent` leads them through time. Inside, a step's arrays are (features, batch): with
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
    the new state into that of z and what goes straight to the old state.

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
        xp, time = xp_of(x), x.shape[1]
        self.x = xp.permute_dims(x, (1, 2, 0))  # (time, in, batch)
        self.W, self.U, self.units, self.kept = W, U, U.shape[0], []
        W, U, b = self.prepared(W, U, b)
        zx = W @ self.x
        zx += b
        state = [part.T for part in state]
        self.h = [state[0]]
        for t in range(time):
            new = self.step(zx[t, ...], U @ state[0], *state)
            state = self.chosen(t, new, state)
            self.h.append(state[0])
        rows = self.h[1:] if self.every else self.h[-1:]
        rows = xp.stack([*rows, *state[1:]] if self.carry else rows, axis=1)
        return xp.permute_dims(rows, (2, 1, 0))

    def backward(self, delta):  # (batch, rows, units)
        delta = xp_of(delta).permute_dims(delta, (2, 1, 0))
        dstate, dz = self.last_gradients(delta), []
        for t in range(len(self.h) - 2, -1, -1):
            d = self.chosen(t, dstate, [0.0] * len(dstate))
            dz_t, (dh, *others) = self.step_back(t, *d)
            dz.append(dz_t)
            through = [self.U @ self.beside_h(dz_t) + dh, *others]
            if self.mask is not None:  # where a state stayed, its gradient does
                kept = zip(through, dstate, d, strict=True)
                through = [new + (all_ - counted) for new, all_, counted in kept]
            dstate = through
            if self.every and t:
                dstate[0] = dstate[0] + delta[:, t - 1, :]
        return *self.for_weights(dz[::-1]), *[d.T for d in dstate]

    def for_weights(self, dz):
        """The gradients of x, W, U and b from those of z at every step."""
        xp, (time, features, batch) = xp_of(dz[0]), self.x.shape
        n = time * batch
        x = xp.reshape(xp.permute_dims(self.x, (1, 0, 2)), (features, n))
        h = xp.reshape(xp.stack(self.h[:-1], axis=1), (self.units, n))
        dz = xp.reshape(xp.stack(dz, axis=1), (-1, n))
        dzx, dzh = self.beside_x(dz), self.beside_h(dz)
        dx = None
        if self.wants(0):
            dx = xp.reshape(self.W @ dzx, (features, time, batch))
            dx = xp.permute_dims(dx, (2, 1, 0))
        return dx, x @ dzx.T, h @ dzh.T, total(dz, axis=1)

    def beside_x(self, dz):
        """Those rows of the gradient of z that belong to W x: here all."""
        return dz

    def beside_h(self, dz):
        """Those rows of the gradient of z that belong to U h: here all."""
        return dz

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
        """W and U with gates as rows, b as a column; half of them where a σ follows."""
        half = self.halves(W.shape[1] // self.units, self.sigmoids, like=W)
        return (W * half).T, (U * half).T, xp_of(b).expand_dims(b * half, axis=1)

    def halves(self, gates, sigmoids, like):
        """A factor for each row: 1/2 in the blocks of `sigmoids`, else 1.

        Args:
            gates: how many blocks there are.
            sigmoids: the numbers of those where σ(z) is made of tanh(z / 2).
            like: an array of the same dtype and place.
        """
        half = ones((gates * self.units,), like=like)
        for gate in sigmoids:
            half[gate * self.units : (gate + 1) * self.units] = 0.5
        return half


class SimpleRNN(Recurrent):
    """h = tanh(W x + b + U h), at every step (Elman 1990)."""

    name = "simple_rnn"

    def step(self, z, zh, h):
        """Return the new state of z = W x + b, zh = U h and h, all (units, batch)."""
        z += zh
        return [xp_of(z).tanh(z)]

    def step_back(self, t, dh):
        """Return the gradient of z, and what goes straight to the old h."""
        h = self.h[t + 1]
        return dh * (1 - h * h), [0.0]


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
        z += zh
        gates = xp.tanh(z)
        sigmoid_from_tanh(gates[: 2 * units, :])
        sigmoid_from_tanh(gates[3 * units :, :])
        i, f, g, o = [gates[k * units : (k + 1) * units, :] for k in range(4)]
        c_new = f * c + i * g
        shown = xp.tanh(c_new)
        self.kept.append((i, f, g, o, c, shown))
        return [o * shown, c_new]

    def step_back(self, t, dh, dc):
        """Return the gradient of z, and what goes straight to the old h and c."""
        i, f, g, o, c, shown = self.kept[t]
        do = dh * shown
        dc = dc + dh * o * (1 - shown * shown)
        di, df, dg = dc * g, dc * c, dc * i
        slopes = di * i * (1 - i), df * f * (1 - f), dg * (1 - g * g), do * o * (1 - o)
        return xp_of(dh).concat(slopes), [0.0, dc * f]


class GRU(Recurrent):
    """A state that a gate z keeps, and a gate r shows to the candidate g.

    z and r are σ of their parts of W x + b + U h + b', and with q, the last part of
    U h + b', after which r resets (Cho et al. 2014, in the form of cuDNN):

        g = tanh(W x + b + r q),    h ← z h + (1 - z) g

    b and b' are the rows of one array (2, 3 units). Inside, gates are in the order
    g, z, r, q: the first three are beside x, the last three beside h.
    """

    name = "gru"

    def forward(self, x, W, U, b, h):
        # (batch, time, in), (in, z r g), (units, z r q), (2, z r g), (batch, units)
        return super().forward(x, last_first(W, U.shape[0]), U, b, h)

    def prepared(self, W, U, b):
        """W and U with gates as rows; b, with z's and r's part of b', as a column."""
        both, units, expand_dims = 2 * self.units, self.units, xp_of(b).expand_dims
        half = self.halves(3, (1, 2), like=W)
        self.b_q = expand_dims(b[1, both:], axis=1)
        b_x = last_first(b[:1, :], units)[0, :] * half
        b_x[units:] += 0.5 * b[1, :both]
        half_h = self.halves(3, (0, 1), like=W)
        return (W * half).T, (U * half_h).T, expand_dims(b_x, axis=1)

    def step(self, zx, zh, h):
        """Return the new h of zx = W x + b, zh = U h and h, all (units, batch)."""
        xp, units, both = xp_of(zx), self.units, 2 * self.units
        gates = xp.tanh(zx[units:, :] + zh[:both, :])
        sigmoid_from_tanh(gates)
        z, r, q = gates[:units, :], gates[units:, :], zh[both:, :] + self.b_q
        g = xp.tanh(zx[:units, :] + r * q)
        self.kept.append((z, r, q, g))
        return [g + z * (h - g)]

    def step_back(self, t, dh):
        """Return the gradients of g, z, r, q, and what goes straight to the old h."""
        (z, r, q, g), h = self.kept[t], self.h[t]
        dz = dh * (h - g) * z * (1 - z)
        dg = dh * (1 - z) * (1 - g * g)
        dr = dg * q * r * (1 - r)
        return xp_of(dh).concat([dg, dz, dr, dg * r]), [dh * z]

    def beside_x(self, dz):
        """Those rows of the gradients that belong to W x: g, z, r."""
        return dz[: 3 * self.units, :]

    def beside_h(self, dz):
        """Those rows of the gradients that belong to U h: z, r, q."""
        return dz[self.units :, :]

    def for_weights(self, dz):
        """The gradients of x, W, U and b, in the order of their gates outside."""
        dx, dW, dU, db = super().for_weights(dz)
        units, xp = self.units, xp_of(dW)
        dW = last_first(dW, 2 * units)
        g, zr, zrq = db[:units], db[units : 3 * units], db[units:]
        return dx, dW, dU, xp.stack([xp.concat([zr, g]), zrq])


def last_first(columns, n):
    """The last n columns of a matrix, then the others."""
    n = columns.shape[1] - n
    return xp_of(columns).concat([columns[:, n:], columns[:, :n]], axis=1)


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
