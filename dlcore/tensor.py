"""The tape: tensors remember the op that made them, ops remember their inputs."""

from contextlib import contextmanager

from dlcore import backend
from dlcore.errors import explain

_recording = True


@contextmanager
def no_grad():
    """Calculate without a tape, where no gradient will be asked for.

    Example:
        >>> w = Tensor(2.0, requires_grad=True)
        >>> with no_grad():
        ...     y = w * w
        >>> y.op is None
        True
    """
    global _recording
    before, _recording = _recording, False
    try:
        yield
    finally:
        _recording = before


class Tensor:
    """An array that remembers how it was made, so that gradients can flow back.

    Args:
        data: an array, which keeps its dtype, or numbers, which become float64.
        requires_grad: whether `backward` is to fill in `grad`.
        name: how drawings and messages call it.

    After `loss.backward()`, `grad` is the derivative of the loss by `data`: a
    read-only array of the same shape. `op` is the step that made this tensor. `mask`,
    where layers gave it one, says which steps count: bool (batch, time). Its
    operators, `shape` and `dtype` are listed in ops/operators.py.

    Example:
        >>> x = Tensor(3.0, requires_grad=True)
        >>> (x * x).backward()
        >>> float(x.grad)
        6.0
    """

    __slots__ = ("__weakref__", "data", "grad", "mask", "name", "op", "requires_grad")
    __array_ufunc__ = None  # so that `array + tensor` is left to the tensor

    def __init__(self, data, requires_grad=False, name=None):
        self.data = data if hasattr(data, "dtype") else from_numbers(data)
        if requires_grad:
            refuse_whole_numbers(self.data)
        self.requires_grad, self.name = requires_grad, name
        self.grad = self.op = self.mask = None

    def backward(self, grad=None):
        """Set `grad` of all tensors behind this one, the chain rule step by step."""
        order = inputs_first(self)
        for tensor in order:
            tensor.grad = None
        self.grad = first_gradient(self, grad)
        for tensor in reversed(order):
            if tensor.op is not None:
                tensor.op.send_back(tensor.grad)

    def gradients(self, weights):
        """Go backward and return the gradient of each weight, None where none came."""
        for W in weights:
            W.grad = None
        self.backward()
        return [W.grad for W in weights]


class Op:
    """One step of a calculation, forward and backward.

    A subclass says how arrays go forward, `forward(*arrays) -> array`, and how
    the gradient of the result, delta, goes backward,
    `backward(delta) -> one gradient for each input`, None where there is none.
    What backward needs, forward keeps as attributes.

    The op points to its inputs and nothing here points to its output, so a
    graph is freed as soon as its last tensor is.
    """

    name = "op"
    inputs = ()

    def __call__(self, *inputs):
        """Apply `forward` to tensors, and note them down if gradients are wanted."""
        output = Tensor(self.forward(*[x.data for x in inputs]))
        if _recording:
            for x in inputs:
                if x.requires_grad:
                    self.inputs = inputs
                    output.op = self
                    output.requires_grad = True
                    break
        return output

    def wants(self, number):
        """Whether input `number` needs a gradient; if not, save the work."""
        return self.inputs[number].requires_grad

    def send_back(self, delta):
        """Give each input its gradient; gradients of one input add up."""
        for x, gradient in zip(self.inputs, self.backward(delta), strict=True):
            if x.requires_grad and gradient is not None:
                if x.grad is not None:
                    gradient = x.grad + gradient
                x.grad = backend.freeze(gradient)


def inputs_first(root):
    """Every tensor behind `root` that needs a gradient, once, inputs before results.

    Depth first with a stack of our own: a graph may be deeper than Python's.
    """
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        tensor, inputs_done = stack.pop()
        if inputs_done:
            order.append(tensor)
        elif tensor not in seen:
            seen.add(tensor)
            if tensor.op is None:
                order.append(tensor)
                continue
            stack.append((tensor, True))
            for x in tensor.op.inputs:
                if x.requires_grad:
                    stack.append((x, False))
    return order


def from_numbers(data):
    """A number, or a list of them, as an array of float64."""
    return backend.asarray(data, like=backend.home("float64"))


def refuse_whole_numbers(data):
    """Explain that whole numbers have no gradient: they cannot change a little."""
    if "float" not in str(data.dtype):
        raise TypeError(
            "Only numbers with a fraction can have a gradient."
            + explain(
                "an array of floating-point numbers",
                str(data.dtype),
                "write 1.0 instead of 1, or use array.astype(float)",
            )
        )


def first_gradient(root, grad):
    """The gradient that `root.backward(grad)` starts with, checked."""
    if not root.requires_grad:
        raise ValueError(
            "There is nothing to go back to from this tensor."
            + explain(
                "a result of tensors with requires_grad=True, outside no_grad()",
                f"a tensor of shape {root.shape} that needs no gradient",
                "make the inputs with Tensor(..., requires_grad=True)",
            )
        )
    if root.op is None:
        raise ValueError(
            "This tensor was not calculated, so there is no way back from it."
            + explain(
                "the result of a calculation, such as a loss",
                f"a leaf {root.name or 'tensor'} of shape {root.shape}",
                "call backward() on what you calculated from it",
            )
        )
    if grad is None:
        if root.shape != ():
            raise ValueError(
                "backward() without a gradient starts from a single number."
                + explain(
                    "a tensor of shape ()",
                    f"a tensor of shape {root.shape}",
                    "take a sum or mean first, or pass grad= of that shape",
                )
            )
        return root.data**0  # one, with its dtype and on its device
    grad = backend.asarray(grad, like=root.data)
    if tuple(grad.shape) != root.shape:
        raise ValueError(
            "The gradient to start from has another shape than the tensor."
            + explain(
                f"a gradient of shape {root.shape}",
                f"shape {tuple(grad.shape)}",
                "pass one number for each element",
            )
        )
    return backend.freeze(grad + 0.0)  # a copy: the caller keeps the right to write
