"""The array swap: the array itself decides which library works on it.

This is the only file that may import CuPy, and it does so when first needed.
"""

import importlib
from typing import Any, NamedTuple

import numpy as np

from dlcore.errors import did_you_mean, explain


class Library(NamedTuple):
    """What dlcore must know of an array library beyond the common functions."""

    xp: Any  # the module: add, matmul, sum, ...
    device: Any  # array -> the device's name
    download: Any  # array -> NumPy array
    beside: Any  # array -> keyword arguments that create at the same place
    scatter_add: Any  # (target, rows, values): target[rows] += values, in place


_libraries: dict[type, Library] = {}
_uploads: dict[str, Any] = {}  # device name -> (NumPy array -> array there)
_generator = np.random.default_rng()


def register(
    array_type, xp, device, uploads, download, beside=lambda x: {}, scatter_add=None
):
    """Make a library known by the type of its arrays and its devices' names."""
    scatter_add = scatter_add or _scatter_add_by_product
    _libraries[array_type] = Library(xp, device, download, beside, scatter_add)
    _uploads.update(uploads)


def _scatter_add_by_product(target, rows, values):
    """Add through a one-hot product: slower, but common functions only."""
    xp = xp_of(target)
    numbers = xp.expand_dims(arange(target.shape[0], like=rows), axis=1)
    one_hot = xp.astype(numbers == xp.expand_dims(rows, axis=0), target.dtype)
    target += one_hot @ values


def _library_of(x):
    for kind in type(x).__mro__:
        if kind.__module__.startswith("cupy"):
            _load_cupy()
        if kind in _libraries:
            _libraries[type(x)] = _libraries[kind]
            return _libraries[kind]
    raise TypeError(
        "This is not an array."
        + explain("an array", type(x).__name__, "convert it with numpy.asarray first")
    )


def _load_cupy():
    cupy = importlib.import_module("cupy")
    register(
        cupy.ndarray, cupy, lambda x: "gpu", {"gpu": cupy.asarray}, cupy.asnumpy,
        scatter_add=cupy.add.at,
    )  # fmt: skip


def xp_of(x):
    """The module whose functions work on the array `x`."""
    try:
        return _libraries[type(x)].xp
    except KeyError:
        return _library_of(x).xp


def _at(like):
    """The module of the array `like`, and the arguments that create beside it."""
    xp = xp_of(like)
    return xp, _libraries[type(like)].beside(like)


def home(dtype, device="cpu"):
    """A sample array: with `like=`, others get its dtype and its place."""
    return to_device(np.zeros((), dtype=dtype), device)


def zeros(shape, like):
    """Zeros of `shape`, with the dtype and the place of the array `like`."""
    xp, place = _at(like)
    return xp.zeros(shape, dtype=like.dtype, **place)


def ones(shape, like):
    """Ones of `shape`, with the dtype and the place of the array `like`."""
    xp, place = _at(like)
    return xp.ones(shape, dtype=like.dtype, **place)


def arange(n, like):
    """The integers 0 ... n-1 at the place of the array `like`."""
    xp, place = _at(like)
    return xp.arange(n, **place)


def asarray(x, like, dtype=None):
    """`x` (numbers, or an array of any library) as an array beside `like`."""
    if type(x) is not type(like) or device_of(x) != device_of(like):
        host = to_numpy(x).astype(str(dtype or like.dtype).rpartition(".")[2])
        return _uploads[device_of(like)](host)
    return xp_of(x).astype(x, dtype or like.dtype, copy=False)


def as_data(x):
    """An array unchanged; a number or a list of numbers as a float64 array."""
    return (
        x
        if type(x) in _libraries or hasattr(x, "__array_namespace__")
        else np.asarray(x, "float64")
    )


def scatter_add(target, rows, values):
    """Add `values` (n, ...) to the `rows` (n,) of `target`, in place, repeats too."""
    _libraries[type(target)].scatter_add(target, rows, values)


def to_numpy(x):
    """`x` as a NumPy array; the only way out of another device."""
    known = type(x) in _libraries or hasattr(x, "__cuda_array_interface__")
    return (
        (_libraries.get(type(x)) or _library_of(x)).download(x)
        if known
        else np.asarray(x)
    )


def to_device(x, name):
    """`x` on the device "cpu" or "gpu"."""
    if name == "gpu" and gpu_available():
        _load_cupy()
    if name not in _uploads:
        known = (
            "install CuPy: pip install .[gpu]"
            if name == "gpu"
            else did_you_mean(name, _uploads)
        )
        raise ValueError(
            f"No device {name!r} here."
            + explain(" or ".join(_uploads), repr(name), known)
        )
    return _uploads[name](to_numpy(x))


def device_of(x):
    """The name of the device that holds the array `x`: "cpu" or "gpu"."""
    xp_of(x)
    return _libraries[type(x)].device(x)


def gpu_available():
    """Whether CuPy is installed and finds a GPU."""
    try:
        return importlib.import_module("cupy").cuda.is_available()
    except ImportError:
        return False


def freeze(x):
    """Make a NumPy array read-only (other libraries have no such flag)."""
    if type(x) is np.ndarray:
        x.setflags(write=False)
    return x


def seed(n):
    """Start the one host generator anew: `numpy.random.default_rng(n)`."""
    global _generator
    _generator = np.random.default_rng(n)


def generator():
    """The one generator of all random numbers, on the host for every device."""
    return _generator


for _type in (np.ndarray, np.generic):
    register(
        _type,
        np,
        lambda x: "cpu",
        {"cpu": np.asarray},
        np.asarray,
        scatter_add=np.add.at,
    )
