"""Convolution by Fourier transforms, for page 10.4: wraps, work, and measured times.

Times are on record in `chapter10_fourier.json`, which

    python -m dlcore.teach.chapter10_fourier

writes anew, in milliseconds of one core; they differ from machine to machine.
"""

import json
from pathlib import Path
from time import process_time

import numpy as np

from dlcore.teach.figures import color, figure, show

PLACE = Path(__file__).with_suffix(".json")
SIDE, SIZES = 256, (3, 5, 7, 9, 11, 15, 21, 31)

# -- wraps -----------------------------------------------------------------------------

SIGNAL = np.array([0, 1, 0, 0, 3, 2, 0, 1, 0, 2, 4, 3], dtype=float)
FILTER = np.array([1, 2, 3, 2, 1], dtype=float)


def wrapped(length):
    """Return the circular convolution of `SIGNAL` and `FILTER` on so many places."""
    f, g = (np.fft.rfft(array, length) for array in (FILTER, SIGNAL))
    return np.fft.irfft(f * g, length)


def draw_wrap(length):
    """Draw a circular convolution beside the true one, which is longer."""
    true, found = np.convolve(FILTER, SIGNAL), wrapped(length)
    wrong = ~np.isclose(found, true[:length])
    _, ax = figure(height=2.8)
    places = np.arange(len(true))
    ax.plot(places, true, "-", color=color.truth, lw=1, marker="_", ms=13, mew=2)
    here = np.arange(length)
    ax.bar(here[~wrong], found[~wrong], 0.7, fc="none", ec=color.model, lw=1.6)
    ax.bar(here[wrong], found[wrong], 0.7, color=color.loss)
    ax.axvline(length - 0.5, color=color.muted, ls=":", lw=1.5)
    ax.text(length - 0.7, 34.5, f"N = {length}", ha="right", va="top")
    ax.set(xlim=(-0.7, 15.7), ylim=(0, 35), xlabel="place", ylabel="sum")
    count = int(wrong.sum())
    worst = np.abs(found - true[:length]).max()
    return (
        f"On {length} places {count} sums are wrong"
        + (f", by up to {worst:.0f}." if count else ".")
        + f" The true result has {len(true)} places."
    )


# -- work ------------------------------------------------------------------------------


def direct_work(n, k):
    """Return the additions and multiplications of a full convolution, k by k."""
    return 2 * n**2 * k**2


def fourier_work(n, k):
    """Return those of three real Fourier transforms, and of the product between them.

    A transform of M numbers takes about 5/2 M log2 M, as is commonly counted for real
    numbers; here M is the square of n + k - 1.
    """
    points = (n + k - 1) ** 2
    return 3 * 2.5 * points * np.log2(points) + 3 * points


def crossing(n):
    """Return the smallest odd filter for which the Fourier way takes less work."""
    odd = range(1, n, 2)
    return next((k for k in odd if fourier_work(n, k) < direct_work(n, k)), None)


# -- times -----------------------------------------------------------------------------


def direct(g, f):
    """Return the full convolution of picture g and filter f, weight by weight."""
    n, k = len(g), len(f)
    z = np.zeros((n + k - 1, n + k - 1))
    for i in range(k):
        for j in range(k):
            z[i : i + n, j : j + n] += f[i, j] * g
    return z


def fourier(g, f, side=None):
    """Return it by Fourier transforms.

    Args:
        g, f: picture (n, n) and filter (k, k).
        side: that both are padded to; None for a quick one, n + k - 1 or more.
    """
    n, k = len(g), len(f)
    side = side or quick_length(n + k - 1)
    shape = (side, side)
    z = np.fft.irfft2(np.fft.rfft2(f, shape) * np.fft.rfft2(g, shape), shape)
    return z[: n + k - 1, : n + k - 1]


def quick_length(least):
    """Return the smallest length, `least` or more, of prime factors 2, 3 and 5 alone.

    A fast transform splits its length into factors; a large prime cannot be split.
    """
    length = least
    while True:
        rest = length
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length += 1


def measure(repeats=15):
    """Return the shortest times of both ways in milliseconds, for all `SIZES`."""
    rng = np.random.default_rng(0)
    g, found = rng.normal(size=(SIDE, SIDE)), {"direct": [], "fourier": []}
    for k in SIZES:
        f = rng.normal(size=(k, k))
        for name, way in (("direct", direct), ("fourier", fourier)):
            best = np.inf
            for _ in range(repeats):
                start = process_time()
                way(g, f)
                best = min(best, process_time() - start)
            found[name].append(round(1000 * best, 3))
    return found


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def _first_faster(times):
    """Return the smallest side of a filter for which the Fourier way is faster."""
    both = zip(SIZES, times["direct"], times["fourier"], strict=True)
    return next(k for k, direct, fourier in both if fourier < direct)


def _draw_times(ax, direct, fourier):
    """Draw the times of both ways, each line with its name."""
    ax.plot(SIZES, direct, "o-", color=color.data)
    ax.plot(SIZES, fourier, "s--", color=color.model, mfc="none")
    ax.text(22, direct[-2] * 1.5, "direct", color=color.data, ha="right")
    ax.text(31, fourier[-1] * 0.62, "Fourier", color=color.model, ha="right",
            va="top")  # fmt: skip


def show_times():
    """Show the recorded times of both ways over the size of the filter."""
    times = record()
    fig, ax = figure(height=2.8)
    _draw_times(ax, times["direct"], times["fourier"])
    ax.set(xlabel="side k of the filter", ylabel="milliseconds", yscale="log")
    ax.set(xticks=[3, 7, 11, 15, 21, 31])
    cross = _first_faster(times)
    show(
        fig,
        caption="Small filters are faster directly, large ones by Fourier. Measured "
        "once on one core, a picture of 256 by 256; logarithmic axis.",
        alt=f"Direct: from {times['direct'][0]:.1f} milliseconds for 3 by 3 to "
        f"{times['direct'][-1]:.0f} for 31 by 31. Fourier: between "
        f"{min(times['fourier']):.1f} and {max(times['fourier']):.1f}. From {cross} by "
        f"{cross} on Fourier is faster.",
    )


if __name__ == "__main__":
    PLACE.write_text(json.dumps(measure(), indent=1) + "\n", encoding="utf-8")
