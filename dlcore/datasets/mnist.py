"""MNIST: 70,000 handwritten digits of 28 × 28 pixels, fetched where not at hand.

Described in `mnist.md` beside this file.
"""

import gzip
import io

import numpy as np

from dlcore.datasets import _files
from dlcore.errors import explain

HOSTS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
# Checksums of the four original files, unpacked.
FILES = {
    "x_train": (
        "train-images-idx3-ubyte",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ),
    "y_train": (
        "train-labels-idx1-ubyte",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ),
    "x_test": (
        "t10k-images-idx3-ubyte",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ),
    "y_test": (
        "t10k-labels-idx1-ubyte",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
}
Rows = tuple[np.ndarray, np.ndarray]


def load_data(path: str | None = None) -> tuple[Rows, Rows]:
    """Return the pictures for training and those for testing.

    Args:
        path: of the file `mnist.npz` or of its folder. Without it, the file is looked
            for in the folder DLCORE_DATA and in the cache, and then fetched.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: x (rows, 28, 28) holds whole numbers
        from 0, paper, to 255, ink; y (rows,) holds the digits 0 to 9.

    Raises FileNotFoundError, ConnectionError or ValueError if there is no such file, no
    network, or a file that is not MNIST.
    """
    found = _files.look_for("mnist.npz", path)
    arrays = read(found or fetch())
    return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])


def read(path):
    """Return the four arrays of a file `mnist.npz`, compared with the originals.

    Args:
        path: of the file.

    Raises ValueError if it is damaged or another file.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {key: file[key] for key in FILES}
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ValueError(
            f"{path} is not MNIST."
            + explain(
                f"arrays {', '.join(FILES)}",
                f"{type(error).__name__}: {error}".split("\n", 1)[0],
                "delete this file and get a new copy",
            )
        ) from error
    for key, (_, sha256) in FILES.items():
        _files.checked(header(arrays[key].shape) + arrays[key].tobytes(), sha256, key)
    return arrays


def fetch():
    """Fetch the four files, write `mnist.npz` into the cache, and return its path."""
    packed = io.BytesIO()
    arrays = {}
    for key, (name, sha256) in FILES.items():
        urls = [f"{host}{name}.gz" for host in HOSTS]
        arrays[key] = from_idx(_files.fetch(name, urls, sha256, gzip.decompress))
    np.savez_compressed(packed, **arrays)
    return _files.keep("mnist.npz", packed.getvalue())


def header(shape):
    """Return how a file in IDX form begins: its rank and its lengths."""
    return b"".join(n.to_bytes(4, "big") for n in (0x800 + len(shape), *shape))


def from_idx(data):
    """Return the array of bytes in IDX form (checked before): (rows, ...) uint8."""
    rank = data[3]
    shape = [int.from_bytes(data[4 * i : 4 * i + 4], "big") for i in range(1, rank + 1)]
    return np.frombuffer(data, dtype="uint8", offset=4 * (rank + 1)).reshape(shape)
