"""The error function, which array libraries lack, for the exact GELU."""

import math

from dlcore.backend import xp_of

# log(e^(x²) erfc(x) / t), for x from 0 up, as a Chebyshev series in t = 2 / (2 + x):
# its coefficients to 16 digits. The first 13 are enough for float32.
SERIES = (
    -0.65132685989085472,
    0.64196979235649026,
    0.019476473204185836,
    -0.0095615147868086316,
    -0.00094659534448203687,
    0.00036683949785276145,
    4.2523324806907772e-5,
    -2.0278578112534243e-5,
    -1.6242900046470255e-6,
    1.3036558355805232e-6,
    1.5626441722066143e-8,
    -8.5238095914926543e-8,
    6.5290544390988515e-9,
    5.0593434955514689e-9,
    -9.9136415649303309e-10,
    -2.2736512229318359e-10,
    9.6467911020155268e-11,
    2.3940380830391147e-12,
    -6.8860275264975534e-12,
    8.9448792730907257e-13,
    3.1309213993429581e-13,
    -1.1270822361367252e-13,
    3.8109052551892321e-16,
    7.106097613609237e-15,
    -1.5230282014571043e-15,
)
ENOUGH_FOR_FLOAT32 = 13


def erfc(x):
    """1 - erf(x), the share of a bell curve beyond ±x; an array x from 0 up.

    The series is summed up by Clenshaw's recurrence (Clenshaw 1955).
    """
    t = 2.0 / (2.0 + x)
    y = 4.0 * t - 2.0
    narrow = "float32" in str(x.dtype)
    series = SERIES[:ENOUGH_FOR_FLOAT32] if narrow else SERIES
    later, sum_ = 0.0 * t, 0.0 * t
    for coefficient in reversed(series[1:]):
        later, sum_ = sum_, y * sum_ - later + coefficient
    exponent = series[0] + 0.5 * y * sum_ - later
    return t * xp_of(x).exp(exponent - x * x)


def normal_share(z):
    """The share of a standard normal distribution below z: (1 + erf(z / √2)) / 2.

    Example:
        >>> import numpy as np
        >>> normal_share(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
        [0.1587, 0.5, 0.8413]
    """
    xp = xp_of(z)
    tail = 0.5 * erfc(xp.abs(z) / math.sqrt(2))
    return xp.where(z > 0, 1.0 - tail, tail)
