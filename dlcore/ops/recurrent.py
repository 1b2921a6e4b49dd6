"""Recurrent layers over a whole sequence, each as one op.

In all of them input, one and state lie beside each other, so that W x + b + U h is
one product, and the gradient of W, b and U too is one, after the last step back.
`SimpleRNN` is the plain case. `LSTM` and `GRU` say what one step calculates, forward
and backward; `Recurrent` leads them through time. There, a step's arrays are (features,
batch): with features first, each gate is a block of rows.
"""

from dlcore.backend import ones, product, xp_of, zeros
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class Recurrent(Op):
    """At each step t, the input x_t meets the state h: z = W x_t + b + U h.

    A subclass makes the new state in `step`; `step_back` turns the gradient of the new
    state into that of z, block by block, and what goes straight to the old state.

    Args:
        every: whether the output has h after every step, or after the last alone.
        carry: whether the rest of the last state, an LSTM's c, follows as one more row.
        mask: bool (batch, time), False where a step leaves the state as it is, or None.

    The output is (batch, rows, units). `xh` holds x_t, one, and the h before, of every
    step, (1 + time, in + 1 + units, batch), and `kept` what else the way back needs.
    """

    blocks = 4  # of the rows of z, one for each gate
    sigmoids = ()  # the gates, by number, that go through a sigmoid

    def __init__(self, every=False, carry=False, mask=None):
        self.every, self.carry, self.mask = every, carry, mask

    def forward(self, x, W, U, b, *state):
        # (batch, time, in), (in, gates), (units, gates), (gates,), (batch, units) each
        xp, (batch, time, self.width) = xp_of(x), x.shape
        self.W, self.U, self.units, self.kept = W, U, U.shape[0], []
        self.start = self.width + 1  # where the rows of h start
        self.xh = zeros((1 + time, self.start + self.units, batch), like=x)
        self.xh[:-1, : self.width, :] = xp.permute_dims(x, (1, 2, 0))
        self.xh[:, self.width, :] = 1.0
        self.xh[0, self.start :, :] = state[0].T
        self.prepare(W, U, b)
        state = [part.T for part in state]
        for t in range(time):
            new = self.step(self.xh[t, ...], *state)
            state = new if self.mask is None else self.chosen(t, new, state)
            self.xh[t + 1, self.start :, :] = state[0]
        rows = self.xh[1 if self.every else time :, self.start :, :]
        if self.carry and state[1:]:
            rows = xp.concat([rows, xp.stack(state[1:])])
        return xp.permute_dims(rows, (2, 0, 1))

    def backward(self, delta):  # (batch, rows, units)
        delta = xp_of(delta).permute_dims(delta, (1, 2, 0))
        dstate = self.last_gradients(delta)
        time, _, batch = self.xh[1:, ...].shape
        dz = zeros((self.blocks, self.units, time, batch), like=delta)
        rows = xp_of(delta).reshape(dz, (-1, time, batch))  # the same, as one matrix
        for t in range(time - 1, -1, -1):
            d = dstate
            if self.mask is not None:
                d = self.chosen(t, dstate, [0.0] * len(dstate))
            straight = self.step_back(t, dz[:, :, t, :], *d)
            through = self.U @ self.beside_h(rows[:, t, :])
            if straight[0] is not None:
                through += straight[0]
            if self.mask is None:
                dstate = [through, *straight[1:]]
            else:  # where a state stayed, its gradient does
                parts = zip([through, *straight[1:]], dstate, d, strict=True)
                dstate = [new + (old - counted) for new, old, counted in parts]
            if self.every and t:
                dstate[0] = dstate[0] + delta[t - 1, ...]
        return *self.for_weights(rows), *[d.T for d in dstate]

    def for_weights(self, dz):  # (gates, time, batch)
        """The gradients of x, W, U and b from those of z at every step."""
        xp, (_, time, batch), n = xp_of(dz), dz.shape, self.xh.shape[1]
        dz = xp.reshape(dz, (-1, time * batch))
        xh = xp.permute_dims(self.xh[:-1, ...], (1, 0, 2))
        dx = None
        if self.wants(0):
            dx = xp.reshape(self.W @ self.beside_x(dz), (-1, time, batch))
            dx = xp.permute_dims(dx, (2, 1, 0))
        return dx, *self.products(xp.reshape(xh, (n, time * batch)), dz)

    def products(self, xh, dz):
        """The gradients of W, U and b, for all steps at once."""
        dM = xh @ dz.T
        return dM[: self.width, :], dM[self.start :, :], dM[self.width, :]

    def beside_x(self, dz):
        """Those rows of the gradient of z that belong to W x: here all."""
        return dz

    def beside_h(self, dz):
        """Those rows of the gradient of z that belong to U h: here all."""
        return dz

    def chosen(self, t, new, old):
        """The new state, but in the rows that are masked at step t the old one."""
        where, counts = xp_of(self.mask).where, self.mask[:, t]
        return [where(counts, *both) for both in zip(new, old, strict=True)]

    def last_gradients(self, delta):
        """The gradients of the last state, from those of the output's last rows."""
        n = len(self.inputs) - 4  # parts of the state
        if self.carry or n == 1:
            rows = range(delta.shape[0] - n, delta.shape[0])
            return [delta[row, ...] for row in rows]
        dh = delta[-1, ...]
        return [dh, *[zeros(dh.shape, like=dh) for _ in range(n - 1)]]

    def prepare(self, W, U, b):
        """Make the matrix M of the product M xh, of W, b and U, gates as rows."""
        xp, half = xp_of(W), ones((W.shape[1],), like=W)
        for gate in self.sigmoids:  # σ(z) is made of tanh(z / 2)
            half[gate * self.units : (gate + 1) * self.units] = 0.5
        self.M = (xp.concat([W, xp.expand_dims(b, axis=0), U]) * half).T


class SimpleRNN(Op):
    """h ← tanh(W x + b + U h), at every step (Elman 1990).

    A step's arrays are (batch, features) here, since there are no gates to keep apart:
    then `xh`, (1 + time, batch, in + 1 + units), is already laid out as the gradient of
    the weights needs it.

    Args:
        every, carry, mask: see `Recurrent`; the state is h alone.
    """

    name = "simple_rnn"

    def __init__(self, every=False, carry=False, mask=None):
        self.every, self.carry, self.mask = every, carry, mask

    def forward(self, x, W, U, b, h):
        # (batch, time, in), (in, units), (units, units), (units,), (batch, units)
        xp, (batch, time, self.width) = xp_of(x), x.shape
        M = xp.concat([W, xp.expand_dims(b, axis=0), U])
        self.W, self.U, self.start = W, U, self.width + 1
        self.xh = ones((1 + time, batch, M.shape[0]), like=x)
        self.xh[:-1, :, : self.width] = xp.permute_dims(x, (1, 0, 2))
        self.h = self.xh[:, :, self.start :]  # what is written here, xh has too
        self.h[0, ...] = h
        for t in range(time):
            new = xp.tanh(product(self.xh[t, ...], M))
            if self.mask is not None:
                new = xp.where(self.mask[:, t : t + 1], new, self.h[t, ...])
            self.h[t + 1, ...] = new
        return xp.permute_dims(self.h[1 if self.every else time :, ...], (1, 0, 2))

    def backward(self, delta):  # (batch, rows, units)
        xp, h = xp_of(delta), self.h[1:, ...]
        dz = 1 - h * h  # the slopes of tanh, which every step multiplies by its dh
        Ut = zeros(self.U.shape, like=delta)
        Ut[...] = self.U.T  # row by row, which makes its products faster
        dh = delta[:, -1, :]
        for t in range(h.shape[0] - 1, -1, -1):
            stays = 0.0
            if self.mask is not None:  # where h stayed, its gradient does
                counts = self.mask[:, t : t + 1]
                stays, dh = xp.where(counts, 0.0, dh), xp.where(counts, dh, 0.0)
            dz_t = dz[t, ...]
            dz_t *= dh
            dh = product(dz_t, Ut)
            if self.mask is not None:
                dh = dh + stays
            if self.every and t:
                dh = dh + delta[:, t - 1, :]
        return *self.for_weights(dz), dh

    def for_weights(self, dz):  # (time, batch, units)
        """The gradients of x, W, U and b from those of z at every step."""
        xp = xp_of(dz)
        rows = xp.reshape(dz, (-1, dz.shape[-1]))
        xh = xp.reshape(self.xh[:-1, ...], (-1, self.xh.shape[-1]))
        dM, dx = xh.T @ rows, None
        if self.wants(0):
            dx = xp.reshape(rows @ self.W.T, (*dz.shape[:2], self.width))
            dx = xp.permute_dims(dx, (1, 0, 2))
        return dx, dM[: self.width, :], dM[self.start :, :], dM[self.width, :]


class LSTM(Recurrent):
    """A memory c behind three gates, each σ or tanh of its part of W x + b + U h.

    The input gate i lets the candidate g in, the forget gate f keeps what was there,
    the output gate o shows it (Hochreiter and Schmidhuber 1997; Gers et al. 2000):

        c ← f c + i g,    h ← o tanh(c)
    """

    name = "lstm"
    sigmoids = (0, 1, 3)  # in the order i, f, g, o

    def step(self, xh, h, c):
        """Return the new h and c (units, batch) of x, one and h, and of c."""
        xp, units = xp_of(xh), self.units
        gates = xp.tanh(self.M @ xh)
        sigmoid_from_tanh(gates[: 2 * units, :])
        sigmoid_from_tanh(gates[3 * units :, :])
        i, f, g, o = [gates[k * units : (k + 1) * units, :] for k in range(4)]
        c_new = f * c + i * g
        shown = xp.tanh(c_new)
        self.kept.append((i, f, g, o, c, shown))
        return [o * shown, c_new]

    def step_back(self, t, dz, dh, dc):
        """Send the gradients dh and dc of step t back.

        Args:
            t: the number of the step.
            dz: array (4, units, batch), where the gradient of z is written.
            dh, dc: the gradients of the new state, (units, batch) each.

        Returns:
            What goes straight to the old h and c.
        """
        i, f, g, o, c, shown = self.kept[t]
        dc = dc + dh * o * (1 - shown * shown)
        dz[0, ...] = dc * g * i * (1 - i)
        dz[1, ...] = dc * c * f * (1 - f)
        dz[2, ...] = dc * i * (1 - g * g)
        dz[3, ...] = dh * shown * o * (1 - o)
        return [None, dc * f]


class GRU(Recurrent):
    """A state that a gate z keeps, and a gate r shows to the candidate g.

    z and r are σ of their parts of W x + b + U h + b', and with q, the last part of
    U h + b', after which r resets (Cho et al. 2014, in the form of cuDNN):

        g = tanh(W x + b + r q),    h ← z h + (1 - z) g

    b and b' are the rows of one array (2, 3 units). Inside, gates are in the order
    g, z, r, q: the first three are beside x, the last three beside h.
    """

    name = "gru"  # the blocks of its gradients are g, z, r, q

    def forward(self, x, W, U, b, h):
        # (batch, time, in), (in, z r g), (units, z r q), (2, z r g), (batch, units)
        return super().forward(x, last_first(W, U.shape[0]), U, b, h)

    def prepare(self, W, U, b):
        """Make three matrices: for g of x and one, for z and r of all, for q of h."""
        concat, units = xp_of(W).concat, self.units
        Wx = concat([W, last_first(b[:1, :], units)])  # g, z, r beside x and one
        Uh = concat([b[1:, :], U])  # z, r, q beside one and h
        both = Wx[-1:, units:] + Uh[:1, : 2 * units]
        both = concat([Wx[:-1, units:], both, Uh[1:, : 2 * units]])
        self.M_g, self.M_q = Wx[:, :units].T, Uh[:, 2 * units :].T
        self.M_zr = 0.5 * both.T

    def step(self, xh, h):
        """Return the new h (units, batch) of x, one and h (in + 1 + units, batch)."""
        tanh = xp_of(xh).tanh
        gates = tanh(self.M_zr @ xh)
        sigmoid_from_tanh(gates)
        z, r = gates[: self.units, :], gates[self.units :, :]
        q = self.M_q @ xh[self.width :, :]
        g = tanh(self.M_g @ xh[: self.start, :] + r * q)
        self.kept.append((z, r, q, g))
        return [g + z * (h - g)]

    def step_back(self, t, dz, dh):
        """Write the gradients of g, z, r, q; return what goes straight to the old h."""
        (z, r, q, g), h = self.kept[t], self.xh[t, self.start :, :]
        dg = dh * (1 - z) * (1 - g * g)
        dz[0, ...] = dg
        dz[1, ...] = dh * (h - g) * z * (1 - z)
        dz[2, ...] = dg * q * r * (1 - r)
        dz[3, ...] = dg * r
        return [dh * z]

    def beside_x(self, dz):
        """Those rows of the gradients that belong to W x: g, z, r."""
        return dz[: 3 * self.units, :]

    def beside_h(self, dz):
        """Those rows of the gradients that belong to U h: z, r, q."""
        return dz[self.units :, :]

    def products(self, xh, dz):
        """The gradients of W, U and b, in the order of their gates outside."""
        of_x = xh[: self.start, :] @ self.beside_x(dz).T
        of_h = xh[self.width :, :] @ self.beside_h(dz).T
        of_x = last_first(of_x, 2 * self.units)
        db = xp_of(dz).concat([of_x[-1:, :], of_h[:1, :]])
        return of_x[:-1, :], of_h[1:, :], db


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
