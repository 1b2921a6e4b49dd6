"""An op that works with NumPy alone: each way of doing so has to be found."""

import numpy as np


def forward(x, xp):
    """Return the root of the mean square."""
    y = np.sqrt(x)
    y = xp.nanmean(y)
    return y.reshape(-1).astype("float32")
