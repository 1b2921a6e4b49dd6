"""The array swap: the array decides which library works on it, NumPy or CuPy."""

import importlib.util
from collections import namedtuple

import numpy as np

from dlcore.errors import explain

_libraries, _uploads = {}, {}  # by type of array; by name of device
SMALL = 10_000  # numbers of a matrix: larger ones lose more by `dot` than they gain
_generator = np.random.default_rng()
_Library = namedtuple("_Library", "xp device_of download beside")


def register(array_type, xp, device_of, uploads, download, beside=lambda like: {}):
    """Make an array library known.

    Args:
        array_type, xp: the type of its arrays; its module, like the array API standard.
        device_of, download: functions from an array to its device's name, to NumPy.
        uploads: for each device name, a function from a NumPy array to one there.
        beside: function from an array to the arguments that create others beside it.
    """
    _libraries[array_type] = _Library(xp, device_of, download, beside)
    _uploads.update(uploads)


def _find(x):
    for kind in type(x).__mro__:
        if kind in _libraries or (kind.__module__[:4] == "cupy" and gpu_available()):
            return _libraries.setdefault(type(x), _libraries[kind])
    raise TypeError("Not an array." + explain("an array", type(x), "use numpy.asarray"))


def xp_of(x):
    """The module whose functions work on the array `x`: a look-up by its type."""
    return (_libraries.get(type(x)) or _find(x)).xp


def device_of(x):
    """The name of the device that holds the array `x`: "cpu" or "gpu"."""
    return (_libraries.get(type(x)) or _find(x)).device_of(x)


def home(dtype, device="cpu"):
    """A sample array: as `like`, it says of which dtype and where others are made."""
    return to_device(np.zeros((), dtype), device)


def zeros(shape, like):
    """Zeros of `shape`, with the dtype and on the device of the array `like`."""
    return xp_of(like).zeros(shape, dtype=like.dtype, **_find(like).beside(like))


def ones(shape, like):
    """Ones of `shape`, with the dtype and on the device of the array `like`."""
    return xp_of(like).ones(shape, dtype=like.dtype, **_find(like).beside(like))


def arange(n, like):
    """The whole numbers 0 ... n-1 on the device of the array `like`."""
    return xp_of(like).arange(n, **_find(like).beside(like))


def asarray(x, like, dtype=None):
    """Numbers or an array of any library, as an array beside `like`, of its dtype."""
    name = str(dtype or like.dtype).rpartition(".")[2]  # "float32" in every library
    if type(x) is type(like) and device_of(x) == device_of(like) != "cpu":
        return xp_of(x).astype(x, getattr(xp_of(x), name), copy=False)
    return _uploads[device_of(like)](np.asarray(to_numpy(x), dtype=name))


def to_device(x, name):
    """`x` on the device "cpu" or "gpu"; raises an explained error if there is none."""
    if name not in _uploads and not (name == "gpu" and gpu_available()):
        gpu = "a GPU needs CuPy: pip install 'dlcore[gpu]'"
        raise ValueError("No such device here." + explain([*_uploads], name, gpu))
    return _uploads[name](to_numpy(x))


def to_numpy(x):
    """`x` as a NumPy array: the only way from a device to the host."""
    return _find(x).download(x) if hasattr(x, "device") else np.asarray(x)


def total(x, axis=None):
    """The sum of `x` over an axis or all, without the detours of NumPy's `sum`."""
    return (np.add.reduce if type(x) is np.ndarray else xp_of(x).sum)(x, axis=axis)


def product(a, b):
    """The product `a @ b` of matrices, for small ones without the detours of `@`."""
    return a.dot(b) if type(a) is np.ndarray and a.size < SMALL else a @ b


def freeze(x):
    """The array `x`, made read-only where its library knows that: in NumPy."""
    if type(x) is np.ndarray:
        x.setflags(False)  # "write", by position, which is quicker
    return x


def gpu_available():
    """Whether CuPy is installed and finds a GPU; from then on "gpu" is a device."""
    if "gpu" not in _uploads and importlib.util.find_spec("cupy"):
        cp = importlib.import_module("cupy")
        if cp.cuda.is_available():
            register(cp.ndarray, cp, lambda x: "gpu", {"gpu": cp.asarray}, cp.asnumpy)
    return "gpu" in _uploads


def seed(n):
    """Start the one host generator anew, as `numpy.random.default_rng(n)`."""
    global _generator
    _generator = np.random.default_rng(n)


def generator(seed=None):
    """The one generator of all random numbers, on the host, or another from a seed."""
    return _generator if seed is None else np.random.default_rng(seed)


for _type in (np.ndarray, np.generic):
    register(_type, np, lambda x: "cpu", {"cpu": np.asarray}, np.asarray)
