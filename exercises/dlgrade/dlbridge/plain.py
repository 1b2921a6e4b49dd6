"""Plain data: the only thing that crosses between the two kernels.

None, bool, numbers, str, bytes, list, tuple, dict, set, frozenset, range, slice, and
NumPy arrays and scalars without objects; limited in depth and number.
"""

import base64
import builtins
import re

DEPTH = 20  # lists within lists
ITEMS = 500_000  # values in one message
BROKEN = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
BROKEN += (RecursionError, MemoryError)
DTYPE = re.compile(r"[<>|=]?[biufcSU]\d{1,6}")


class BridgeError(RuntimeError):
    """Something came over the bridge, or was to go over it, that may not."""


class StudentError(Exception):
    """An error of the student's code that has no name in the tests."""


def refuse(value, *rest):
    """Stop anything that is not plain data."""
    raise BridgeError(f"A {type(value).__name__} is not plain data.")


def numpy():
    """Import NumPy when the first array comes along."""
    import numpy

    return numpy


def plain(value, keep, depth=0):
    """Return a value as JSON can write it; `keep` turns other objects into numbers."""
    kind = type(value)
    if depth > DEPTH:
        raise BridgeError(f"Data is nested more than {DEPTH} levels deep.")
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return ["int", hex(value)]
    if kind is float:
        return ["float", value.hex()]
    if kind is complex:
        return ["complex", value.real.hex(), value.imag.hex()]
    if kind is bytes:
        return ["bytes", base64.b64encode(value).decode()]
    if kind in (list, tuple, set, frozenset):
        return [kind.__name__, [plain(item, keep, depth + 1) for item in value]]
    if kind is dict:
        pairs = [
            [plain(part, keep, depth + 1) for part in pair] for pair in value.items()
        ]
        return ["dict", pairs]
    if kind in (range, slice):
        parts = (value.start, value.stop, value.step)
        return [kind.__name__, [plain(part, keep, depth + 1) for part in parts]]
    if kind.__module__ == "numpy" and hasattr(value, "dtype"):
        array = numpy().asarray(value)
        if DTYPE.fullmatch(array.dtype.str):
            content = base64.b64encode(array.tobytes()).decode()
            name = "array" if kind.__name__ == "ndarray" else "scalar"
            shape, writeable = list(array.shape), bool(array.flags.writeable)
            return [name, array.dtype.str, shape, content, writeable]
    return keep(value)


class Reader:
    """Turns what JSON has read back into values, and counts them."""

    def __init__(self, find):
        self.find, self.items = find, 0

    def value(self, told, depth=0):
        """Return a value; raise BridgeError for everything that is not expected."""
        self.items += 1
        if depth > DEPTH or self.items > ITEMS:
            raise BridgeError("Too much data came over the bridge at once.")
        if told is None or type(told) in (bool, str):
            return told
        if type(told) is not list or not told or type(told[0]) is not str:
            raise BridgeError("What came over the bridge is not plain data.")
        kind, parts = told[0], told[1:]
        reader = getattr(self, f"read_{kind}", None)
        try:
            if reader:
                return reader(*parts)
            if kind in ("list", "tuple", "set", "frozenset"):
                items = [self.value(item, depth + 1) for item in parts[0]]
                return getattr(builtins, kind)(items)
            if kind in ("range", "slice"):
                bounds = [self.value(item, depth + 1) for item in parts[0]]
                return getattr(builtins, kind)(*bounds)
            if kind == "dict":
                pairs = [[self.value(p, depth + 1) for p in pair] for pair in parts[0]]
                return dict(pairs)
            return self.find(kind, *parts)
        except BROKEN as error:
            raise BridgeError(f"What came over the bridge is broken: {error}") from None

    def read_int(self, text):
        """Read a whole number."""
        return int(text, 16)

    def read_float(self, text):
        """Read a number."""
        return float.fromhex(text)

    def read_complex(self, real, imaginary):
        """Read a complex number."""
        return complex(float.fromhex(real), float.fromhex(imaginary))

    def read_bytes(self, text):
        """Read bytes."""
        return base64.b64decode(text)

    def read_array(self, dtype, shape, content, writeable):
        """Read an array; its kind and size must fit its content."""
        if not DTYPE.fullmatch(dtype) or not all(
            type(n) is int and n >= 0 for n in shape
        ):
            raise BridgeError("An array of a kind that may not cross the bridge.")
        flat = numpy().frombuffer(base64.b64decode(content), dtype=dtype)
        array = flat.reshape(shape).copy()
        array.flags.writeable = bool(writeable)
        return array

    def read_scalar(self, dtype, shape, content, writeable):
        """Read a single number of NumPy."""
        return self.read_array(dtype, shape, content, True)[()]
