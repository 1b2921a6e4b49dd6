"""The columns of the table tests: where, and in which dtype, each row is run.

NumPy in float64 and float32; two devices of array_api_strict, which stand in for a GPU:
`device1` refuses silent copies from the host and `no_float64` refuses float64; and, on
a machine that has one, a real GPU through CuPy.
"""

from typing import NamedTuple

import array_api_strict as strict
import numpy as np
import pytest

from dlcore import backend

HOST = strict.Device("CPU_DEVICE")
DEVICES = {name: strict.Device(name) for name in ("device1", "no_float64")}
NAMES = {device: name for name, device in DEVICES.items()}


def upload_to(device):
    return lambda array: strict.asarray(array, device=device)


backend.register(
    type(strict.zeros(1)),
    strict,
    device_of=lambda array: NAMES[array.device],
    uploads={name: upload_to(device) for name, device in DEVICES.items()},
    download=lambda array: np.asarray(strict.asarray(array.to_device(HOST))),
    beside=lambda array: {"device": array.device},
)


class Column(NamedTuple):
    """A place to calculate at, and how exact it has to be."""

    device: str
    dtype: str

    @property
    def rtol(self):
        return 1e-6 if self.dtype == "float64" else 2e-4

    @property
    def atol(self):
        return 1e-8 if self.dtype == "float64" else 2e-5

    def upload(self, array):
        return backend.to_device(np.asarray(array, self.dtype), self.device)

    def check_home(self, array, what):
        """The array is on this column's device and has its dtype."""
        assert backend.device_of(array) == self.device, f"{what} left the device"
        name = str(array.dtype).rpartition(".")[2]
        assert name == self.dtype, f"{what} became {name}"

    def check_equal(self, array, expected, what):
        np.testing.assert_allclose(
            backend.to_numpy(array), expected, self.rtol, self.atol, err_msg=what
        )


NO_GPU = pytest.mark.skipif(
    not backend.gpu_available(), reason="needs CuPy and an NVIDIA GPU"
)
COLUMNS = [
    pytest.param(Column("cpu", "float64"), id="numpy-float64"),
    pytest.param(Column("cpu", "float32"), id="numpy-float32"),
    pytest.param(Column("device1", "float64"), id="strict-device1"),
    pytest.param(Column("no_float64", "float32"), id="strict-no_float64"),
    *[
        pytest.param(
            Column("gpu", dtype), id=f"gpu-{dtype}", marks=[pytest.mark.gpu, NO_GPU]
        )
        for dtype in ("float64", "float32")
    ],
]


def differences(function, arrays, number, step=1e-6):
    """The gradient of `function` by `arrays[number]`, by central differences.

    Args:
        function: from float64 NumPy arrays to a number.
        arrays: its arguments.
        number: which of them is moved.
        step: how far each element is moved to both sides.
    """
    gradient = np.zeros_like(arrays[number])
    for place in np.ndindex(gradient.shape):
        sides = []
        for sign in (1, -1):
            moved = [array.copy() for array in arrays]
            moved[number][place] += sign * step
            sides.append(function(*moved))
        gradient[place] = (sides[0] - sides[1]) / (2 * step)
    return gradient
