"""Drawings of page 10.6: few pictures, fine-tuning and forgetting, moved digits."""

from functools import cache

import numpy as np

from dlcore.teach import chapter10_mnist as mnist
from dlcore.teach import chapter10_reuse as reuse
from dlcore.teach.chapter10_grids import grays, sheet, title
from dlcore.teach.figures import color, figure, show


@cache
def kept():
    """Return the record of the page, arrays by name."""
    return reuse.record()


def reached(count):
    """Return the accuracies on new digits, (starts, ways), for a count."""
    return kept()["ways"][:, reuse.COUNTS.index(count)]


def medians(count):
    """Return the median accuracy of each way for a count, by its name."""
    values = np.median(reached(count), axis=0)
    return dict(zip(reuse.WAYS, map(float, values), strict=True))


def draw_few(count):
    """Draw the accuracies of the four ways for a count, starts as dots."""
    _, ax = figure(height=2.9)
    found = reached(count)
    inks = (color.data, color.muted, color.model, color.gradient)
    for place, (name, ink) in enumerate(zip(reuse.WAYS, inks, strict=True)):
        middle = np.median(found[:, place])
        ax.barh(place, middle, height=0.45, color=ink, alpha=0.35)
        ax.plot(found[:, place], np.full(len(found), place), "o", color=ink, ms=5)
        ax.text(0.0, place - 0.42, name, va="center")
        ax.text(1.02, place, f"{middle:.2f}", va="center")
    ax.plot([0.2, 0.2], [-0.3, 3.4], ":", color=color.truth, lw=1)
    ax.text(0.2, 3.68, "guessing", ha="center", va="center")
    ax.set(xlim=(0, 1.15), ylim=(3.9, -0.75), xticks=[0, 0.5, 1], yticks=[])
    ax.set_xlabel("accuracy on new digits")
    ax.spines["left"].set_visible(False)
    middle = medians(count)
    word = "picture" if count == 1 else "pictures"
    listed = ", ".join(f"{name} {middle[name]:.2f}" for name in reuse.WAYS)
    return (
        f"{count} {word} of each of the digits 5 to 9. Median accuracy of five "
        f"starts: {listed}."
    )


def tuned(free, rate):
    """Return accuracies (starts, 2), on new and on old digits, after fine-tuning."""
    if rate == 0:
        return kept()["frozen"]
    return kept()["tuning"][:, reuse.FREE.index(free), reuse.RATES.index(rate)]


def draw_tuned(free, rate):
    """Draw accuracies on new and old digits, up to a rate of fine-tuning."""
    _, ax = figure(height=2.7)
    rates = (0, *reuse.RATES)
    here = rates.index(rate)  # what larger rates do is the question
    middles = np.array([np.median(tuned(free, r), axis=0) for r in rates[: here + 1]])
    for column, (line, ink) in enumerate((("-", color.model), ("--", color.data))):
        ax.plot(range(here + 1), middles[:, column], line, color=ink)
        dots = tuned(free, rate)[:, column]
        ax.plot(np.full(len(dots), here), dots, "o", color=ink, ms=5)
    ax.text(0, middles[0, 1] + 0.05, "old digits, old head", color=color.data)
    ax.text(0, middles[0, 0] - 0.05, "new digits", color=color.model, va="top")
    ax.text(0, 0.25, f"free: {free}", color=color.muted)
    ax.set(ylim=(0.2, 1.1), xlim=(-0.2, 5.3))
    ax.set_xticks(range(len(rates)), [f"{r:g}" for r in rates])
    ax.set(xlabel="rate of fine-tuning", ylabel="accuracy")
    new, old = np.median(tuned(free, rate), axis=0)
    still = "" if rate else ", which moves nothing"
    return (
        f"{free.capitalize()} free, rate {rate:g}{still}: median accuracy {new:.2f} on "
        f"the new digits, {old:.2f} on the old ones, read with the tuned base and the "
        "head of before."
    )


def show_pages():
    """Show pages of old and of new digits."""
    ax = sheet(15.0)
    title(ax, 0, 0.5, "old: the base learns from these", "left")
    title(ax, 0, 7.1, "new: to be learned from a few", "left")
    for top, (pages, labels) in ((1.3, reuse.OLD_PAGES), (7.9, reuse.NEW_PAGES)):
        for k in range(5):
            page = pages[np.flatnonzero(labels == k)[1], :, :, 0]
            grays(ax, 16 * page, (4.05 * k, top), 0.31)
    ax.set_ylim(12.2, -0.2)
    ax.figure.set_figheight(3.9 * 12.4 / 20.4)
    show(
        ax.figure,
        caption="Digits anywhere on a page of 12 by 12 pixels. Above: 0 to 4, of which "
        "there are plenty; below: 5 to 9.",
        alt="Two rows of five pages, each with one digit at some place: 0 to 4 above, "
        "5 to 9 below.",
    )


# -- MNIST, by the record --------------------------------------------------------------


@cache
def record():
    """Return what was measured on MNIST."""
    return mnist.record()


def mean_of(kind, name):
    """Return the mean over the starts of one entry of the record of a network."""
    return np.mean([run[name] for run in record()[kind]], axis=0)


def draw_moved(distance):
    """Draw the accuracies of both networks, up to the distance that is set."""
    _, ax = figure(height=2.6)
    shown = mnist.SHIFTS[: mnist.SHIFTS.index(distance) + 1]  # more is the question
    for kind, line, ink in (("dense", "--", color.data), ("cnn", "-", color.model)):
        values = mean_of(kind, "moved")[: len(shown)]
        ax.plot(shown, values, line, color=ink)
        ax.plot(shown[-1], values[-1], "o", color=ink, ms=8)
        name, off = {"dense": ("512-10", -0.06), "cnn": ("CNN", 0.06)}[kind]
        ax.text(shown[-1] + 0.1, values[-1] + off, name, color=ink,
                va="bottom" if off > 0 else "top")  # fmt: skip
    ax.set(xlim=(-0.15, 5), ylim=(0, 1.2), xticks=mnist.SHIFTS)
    ax.set(xlabel="pixels moved", ylabel="accuracy", yticks=[0, 0.5, 1])
    dense, cnn = (mean_of(kind, "moved")[distance] for kind in ("dense", "cnn"))
    word = "pixel" if distance == 1 else "pixels"
    return (
        f"Test digits of MNIST moved by {distance} {word}: 512-10 reads {dense:.3f} of "
        f"them correctly, the CNN {cnn:.3f}. Misread: {100 * (1 - dense):.1f} % and "
        f"{100 * (1 - cnn):.1f} %."
    )


def reused():
    """Return accuracies of reuse on MNIST, the mean of the starts, by way."""
    return {
        way: np.mean([run[way] for run in record()["reuse"]], axis=0)
        for way in ("scratch", "frozen", "tuned")
    }
