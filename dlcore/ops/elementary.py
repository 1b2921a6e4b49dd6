"""Elementary ops: arithmetic and functions of each element."""

from numbers import Real

from dlcore import backend
from dlcore.backend import xp_of
from dlcore.tensor import Op, Tensor


def tensors(*values):
    """Tensors of `values`; what is none yet takes dtype and place from the others."""
    for value in values:
        if not isinstance(value, Tensor):
            return made_tensors(values)
    return values


def made_tensors(values):
    """Tensors of `values`, of which some are arrays or numbers."""
    for value in values:
        if isinstance(value, Tensor):
            like = value.data
            break
    else:
        return [Tensor(value) for value in values]
    return [
        x if isinstance(x, Tensor) else Tensor(backend.asarray(x, like=like))
        for x in values
    ]


def unbroadcast(gradient, shape):
    """Sum `gradient` over the axes along which an input of `shape` was repeated."""
    if gradient.shape == shape:
        return gradient
    xp = xp_of(gradient)
    new = len(gradient.shape) - len(shape)
    if new:
        gradient = xp.sum(gradient, axis=tuple(range(new)))
    repeated = tuple(
        axis for axis, n in enumerate(shape) if n == 1 and gradient.shape[axis] != 1
    )
    if repeated:
        gradient = xp.sum(gradient, axis=repeated, keepdims=True)
    return gradient


class Add(Op):
    """x + y."""

    name = "add"

    def forward(self, x, y):
        self.shapes = x.shape, y.shape
        return x + y

    def backward(self, delta):
        return unbroadcast(delta, self.shapes[0]), unbroadcast(delta, self.shapes[1])


class Subtract(Op):
    """x - y."""

    name = "subtract"

    def forward(self, x, y):
        self.shapes = x.shape, y.shape
        return x - y

    def backward(self, delta):
        return unbroadcast(delta, self.shapes[0]), unbroadcast(-delta, self.shapes[1])


class Multiply(Op):
    """x y, element by element."""

    name = "multiply"

    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, delta):
        dx = unbroadcast(delta * self.y, self.x.shape) if self.wants(0) else None
        dy = unbroadcast(delta * self.x, self.y.shape) if self.wants(1) else None
        return dx, dy


class Divide(Op):
    """x / y, element by element."""

    name = "divide"

    def forward(self, x, y):
        self.x, self.y = x, y
        return x / y

    def backward(self, delta):
        dx = delta / self.y
        dy = -dx * self.x / self.y
        return unbroadcast(dx, self.x.shape), unbroadcast(dy, self.y.shape)


class Power(Op):
    """x to the power of a number n."""

    name = "power"

    def __init__(self, n):
        self.n = n

    def forward(self, x):
        self.x = x
        return x**self.n

    def backward(self, delta):
        return (delta * self.n * self.x ** (self.n - 1),)


class MatMul(Op):
    """The matrix product x y over the last two axes."""

    name = "matmul"

    def forward(self, x, y):
        self.x, self.y = x, y
        return x @ y

    def backward(self, delta):
        dx = unbroadcast(delta @ self.y.mT, self.x.shape) if self.wants(0) else None
        dy = unbroadcast(self.x.mT @ delta, self.y.shape) if self.wants(1) else None
        return dx, dy


class Exp(Op):
    """e to the power of x."""

    name = "exp"

    def forward(self, x):
        self.y = xp_of(x).exp(x)
        return self.y

    def backward(self, delta):
        return (delta * self.y,)


class Log(Op):
    """The natural logarithm of x."""

    name = "log"

    def forward(self, x):
        self.x = x
        return xp_of(x).log(x)

    def backward(self, delta):
        return (delta / self.x,)


class Sqrt(Op):
    """The square root of x."""

    name = "sqrt"

    def forward(self, x):
        self.y = xp_of(x).sqrt(x)
        return self.y

    def backward(self, delta):
        return (delta / (2 * self.y),)


class Abs(Op):
    """The absolute value of x; at 0 the gradient is 0."""

    name = "abs"

    def forward(self, x):
        self.x = x
        return xp_of(x).abs(x)

    def backward(self, delta):
        return (delta * xp_of(delta).sign(self.x),)


class Clip(Op):
    """x, cut off at a lowest and a highest value, beyond which no gradient passes."""

    name = "clip"

    def __init__(self, low, high):
        self.low, self.high = low, high

    def forward(self, x):
        self.x = x
        return xp_of(x).clip(x, self.low, self.high)

    def backward(self, delta):
        inside = (self.x >= self.low) & (self.x <= self.high)
        return (xp_of(delta).where(inside, delta, 0.0),)


class Where(Op):
    """x where a condition holds, else y."""

    name = "where"

    def __init__(self, condition):
        self.condition = condition

    def forward(self, x, y):
        self.shapes = x.shape, y.shape
        return xp_of(x).where(self.condition, x, y)

    def backward(self, delta):
        xp = xp_of(delta)
        dx = xp.where(self.condition, delta, 0.0)
        dy = xp.where(self.condition, 0.0, delta)
        return unbroadcast(dx, self.shapes[0]), unbroadcast(dy, self.shapes[1])


class Cast(Op):
    """x in another dtype."""

    name = "cast"

    def __init__(self, dtype):
        self.dtype = dtype

    def forward(self, x):
        self.before = x.dtype
        return xp_of(x).astype(x, self.dtype)

    def backward(self, delta):
        return (xp_of(delta).astype(delta, self.before),)


def add(x, y):
    """x + y, element by element, with broadcasting.

    Example:
        >>> add(Tensor([1.0, 2.0]), 3).data.tolist()
        [4.0, 5.0]
    """
    return Add()(*tensors(x, y))


def subtract(x, y):
    """x - y, element by element, with broadcasting."""
    return Subtract()(*tensors(x, y))


def multiply(x, y):
    """x times y, element by element, with broadcasting."""
    return Multiply()(*tensors(x, y))


def divide(x, y):
    """x / y, element by element, with broadcasting."""
    return Divide()(*tensors(x, y))


def negative(x):
    """-x, element by element."""
    return multiply(x, -1)


def power(x, n):
    """x to the power n: a Python number, or a tensor where x is positive.

    Example:
        >>> power(Tensor([1.0, 3.0]), 2).data.tolist()
        [1.0, 9.0]
    """
    if isinstance(n, Real):
        return Power(n if isinstance(n, int) else float(n))(*tensors(x))
    x, n = tensors(x, n)
    return exp(n * log(x))


def matmul(x, y):
    """The matrix product of x (..., n, k) and y (..., k, m); vectors as in NumPy.

    Example:
        >>> matmul(Tensor([[1.0, 2.0]]), Tensor([[3.0], [4.0]])).data.tolist()
        [[11.0]]
    """
    x, y = tensors(x, y)
    row, column = len(x.shape) == 1, len(y.shape) == 1
    if not row and not column:
        return MatMul()(x, y)
    from dlcore.ops.shaping import reshape  # only here: it needs `tensors` of this file

    if row:
        x = reshape(x, (1, x.shape[0]))
    if column:
        y = reshape(y, (y.shape[0], 1))
    z = MatMul()(x, y)
    shape = z.shape[: -1 if column else None]
    if row:
        shape = shape[:-1] if column else (*shape[:-2], shape[-1])
    return reshape(z, shape)


def exp(x):
    """e to the power of each element of x."""
    return Exp()(*tensors(x))


def log(x):
    """The natural logarithm of each element of x."""
    return Log()(*tensors(x))


def sqrt(x):
    """The square root of each element of x."""
    return Sqrt()(*tensors(x))


def abs(x):
    """The absolute value of each element of x; the gradient at 0 is 0."""
    return Abs()(*tensors(x))


def clip(x, low, high):
    """x, or `low` where it is below that, or `high` where it is above.

    Example:
        >>> clip([-2.0, 0.5, 3.0], 0.0, 1.0).data.tolist()
        [0.0, 0.5, 1.0]
    """
    return Clip(float(low), float(high))(*tensors(x))


def where(condition, x, y):
    """Elements of x where `condition` (an array of bool) holds, else of y.

    Example:
        >>> x = Tensor([-1.0, 2.0])
        >>> where(x.data > 0, x, 0.0).data.tolist()
        [0.0, 2.0]
    """
    if isinstance(condition, Tensor):
        condition = condition.data
    return Where(condition)(*tensors(x, y))


def cast(x, dtype):
    """x in another floating-point dtype, such as "float32"."""
    return Cast(dtype)(*tensors(x))
