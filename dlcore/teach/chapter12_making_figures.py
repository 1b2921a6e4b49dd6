"""Drawings of page 12.3: clouds, two players and their losses, codes, denoising."""

from functools import cache

import numpy as np

from dlcore.teach import chapter12_making as making
from dlcore.teach.figures import color, figure, label_line, show

SHOWN = 120
"""Points of a drawn cloud."""


def cloud(ax, points, role, marker="o", size=6):
    """Draw a cloud of points on axes that fit the arc and the noise."""
    ax.plot(*points[:SHOWN].T, marker, ms=size, mec="none", color=role, alpha=0.6)
    ax.set(xlim=(-2.2, 2.2), ylim=(-2.2, 2.2), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    ax.set_aspect("equal")


def rounded(number):
    """Return a distance with three decimals, none below zero."""
    return f"{max(number, 0):.3f}"


# -- from noise to an arc --------------------------------------------------------------

STEPS = (50, 40, 30, 20, 10, 5, 2, 0)


@cache
def clouds(seed=5):
    """Return the clouds of the trained network, by step."""
    model, _ = making.trained_diffusion()
    return making.denoise(making.by_network(model), seed=seed)


def draw_clouds(left):
    """Draw how far the noise has become points, with so many steps left."""
    made = clouds()[left]
    _, (first, second) = figure(width=3.1, height=3.0, columns=2)
    cloud(first, made, color.model)
    first.set_title(f"made, {left} steps left")
    cloud(second, making.arc(1000, 1), color.data)
    second.set_title("real")
    return (
        f"With {left} steps left the distance from the real points is "
        f"{rounded(making.score(made))}. The bell curve's is "
        f"{rounded(making.score(making.bell()))}."
    )


# -- two numbers against three ---------------------------------------------------------

ROUNDS = (0, 50, 100, 200, 300, 500, 1000, 2000)


def draw_two_numbers(critic, number):
    """Draw both densities and the critic after some rounds, and the losses."""
    makers, critics, losses = making.two_numbers(critic)
    (a, b), c = makers[number], critics[number]
    _, (left, right) = figure(width=3.1, height=2.7, columns=2)
    x = np.linspace(-2, 4, 241)
    real = density(x, making.TRUE_MEAN, making.TRUE_SPREAD)
    left.plot(x, real, "-", color=color.data)
    left.plot(x, density(x, a, max(abs(b), 1e-3)), "--", color=color.model)
    left.plot(x, making.sigmoid(making.powers(x) @ c), ":", color=color.truth)
    left.set(xlim=(-2, 4), ylim=(0, 1.25), xlabel="x", yticks=[0, 0.5, 1])
    left.set_xticks([-2, 0, 2, 4])
    fall = making.rise_and_fall(losses[:, 0]), making.rise_and_fall(losses[:, 1])
    for values, style, role in zip(
        fall, (":", "--"), (color.truth, color.model), strict=True
    ):
        right.plot(values[::20], style, color=role, lw=1.6)
    right.axhline(np.log(4), color=color.border, lw=0.8)
    right.axhline(np.log(2), color=color.border, lw=0.8)
    right.axvline(number / 20, color=color.muted, lw=1)
    right.set(ylim=(0, 2), xlabel="round", ylabel="loss", xticks=[0, 50, 100])
    right.set_xticklabels(["0", "1000", "2000"])
    return (
        f"{critic[0].upper()}{critic[1:]}, after {number} rounds: the generator has "
        f"center {a:.2f} and spread {abs(b):.2f}; real are 2 and 0.5."
    )


def density(x, mean, spread):
    """Return the density of the normal distribution at x."""
    return np.exp(-0.5 * ((x - mean) / spread) ** 2) / spread / np.sqrt(2 * np.pi)


# -- the chase -------------------------------------------------------------------------

RULES = ("at once", "in turn", "in turn, damped")
RATES = (0.05, 0.1, 0.2, 0.5)


def draw_chase(rule, rate):
    """Draw 200 rounds of generator and critic in their plane."""
    path = making.chase(rate, 200, rule)
    _, ax = figure(height=3.2)
    ax.plot(*path.T, "-", color=color.model, lw=1)
    ax.plot(*path[0], "o", mfc=color.paper, mec=color.model)
    ax.plot(*path[-1], "s", color=color.model)
    ax.plot(0, 0, "+", color=color.truth, ms=12, mew=2)
    limit = max(1.3, 1.1 * np.abs(path).max())
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit))
    ax.set(xlabel="generator θ", ylabel="critic ψ")
    ax.set_aspect("equal")
    return (
        f"{rule[0].upper()}{rule[1:]}, learning rate {rate:g}: from distance 1.00 to "
        f"{making.spread_of(path)[-1]:.2f} in 200 rounds."
    )


# -- a GAN on the arc ------------------------------------------------------------------

GAN_ROUNDS = tuple(range(0, making.GAN_ROUNDS + 1, making.GAN_EVERY))


def draw_gan(number):
    """Draw the generator's points after some rounds, and both losses."""
    made, losses = making.trained_gan()
    _, (left, right) = figure(width=3.1, height=3.0, columns=2)
    cloud(left, making.arc(100, 1), color.data, size=3)
    cloud(left, made[number], color.model, marker="s", size=4)
    right.axvline(number / 20, color=color.muted, lw=1)
    names = ("D", "G")
    for values, style, role, name in zip(
        losses.T, (":", "--"), (color.truth, color.model), names, strict=True
    ):
        (line,) = right.plot(
            making.rise_and_fall(values)[::20], style, color=role, lw=1.6
        )
        label_line(line, name, dx=4, dy=-4)
    right.set(ylim=(0, 2), xlim=(0, 112), xlabel="round", ylabel="loss")
    right.set(xticks=[0, 50, 100], xticklabels=["0", "1000", "2000"])
    return (
        f"After {number} rounds: distance {rounded(making.score(made[number]))}. "
        f"Bell curve: {rounded(making.score(making.bell()))}."
    )


# -- the VAE ---------------------------------------------------------------------------

BETAS = (0, 1, 10, 100)


def draw_vae(beta):
    """Draw codes of real points beside the bell curve, and points made from codes."""
    encoder, decoder, parts = making.trained_vae(float(beta))
    out = np.asarray(encoder(making.arc(1000, 1)).data)
    generator = np.random.default_rng(4)
    code = out[:, 0] + np.exp(out[:, 1] / 2) * generator.normal(size=len(out))
    _, (left, right) = figure(width=3.1, height=3.0, columns=2)
    bins = np.linspace(-5, 5, 41)
    left.hist(np.clip(code, -4.99, 4.99), bins, density=True, color=color.data)
    left.plot(bins, density(bins, 0, 1), "-", color=color.truth)
    left.set(xlim=(-5, 5), ylim=(0, 0.7), xlabel="code", xticks=[-4, 0, 4])
    left.set(yticks=[0, 0.5])
    made = making.vae_samples(decoder)
    cloud(right, making.arc(100, 1), color.data, size=3)
    cloud(right, made, color.model, marker="s", size=4)
    error, divergence = parts[-100:].mean(axis=0)
    return (
        f"β = {beta}: error {error:.1f}, divergence {divergence:.1f}. Points made from "
        f"fresh codes: distance {rounded(making.score(made))}."
    )


# -- memory ----------------------------------------------------------------------------

MEMORY = (3, 20, 200, 2000)


@cache
def by_rule(rows):
    """Return what the best rule for so many training points makes, by step."""
    return making.denoise(making.by_rule(making.arc(rows, 0)), rows=1000)


def draw_memory(rows, left):
    """Draw what the best rule makes of noise, and the points it was made from."""
    data, made = making.arc(rows, 0), by_rule(rows)[left]
    _, ax = figure(height=3.2)
    cloud(ax, made, color.model, marker="s", size=5)
    ax.plot(*data[:SHOWN].T, "o", ms=8, mfc="none", mec=color.data, mew=0.9)
    gap = making.nearest(made, data).mean()
    fresh = making.nearest(making.arc(1000, 1), data).mean()
    return (
        f"{rows} training points, {left} steps left: on average {rounded(gap)} from "
        f"the nearest training point. Fresh real points: {rounded(fresh)}."
    )


# -- still figures ---------------------------------------------------------------------


def show_two_losses():
    """Show both losses of a generator against the critic's sum, before the sigmoid."""
    fig, ax = figure(height=2.6)
    z = np.linspace(-5, 5, 201)
    (flat,) = ax.plot(z, -np.logaddexp(0, z), "-", color=color.muted)
    (steep,) = ax.plot(z, np.logaddexp(0, -z), "--", color=color.model)
    label_line(flat, "log(1 − D)", at=20, dx=4, dy=-16)
    label_line(steep, "−log D", at=40, dx=10, dy=4)
    ax.set(xlim=(-5, 5), ylim=(-5, 5), xlabel="critic's sum z on a made point")
    ax.set(ylabel="loss", xticks=[-4, -2, 0, 2, 4], yticks=[-4, -2, 0, 2, 4])
    show(
        fig,
        caption="Where the generator is worst, only one of its losses has a slope. At "
        "the left the critic sees through it; solid: the loss of the game, dashed: the "
        "one that is used.",
        alt="Two falling curves over the critic's sum from −5 to 5. The solid one is "
        "flat at 0 on the left and falls to −5; the dashed one falls from 5 on the "
        "left with the slope −1 and is flat at 0 on the right.",
    )


def show_noise():
    """Show clouds of real points with more and more noise."""
    fig, axes = figure(width=2.6, height=2.8, columns=3)
    data, generator = making.arc(300, 1), np.random.default_rng(2)
    for ax, t in zip(axes, (5, 20, 50), strict=True):
        noise = generator.normal(size=data.shape)
        cloud(ax, making.noised(data, np.full(300, t), noise), color.data)
        ax.set_title(f"t = {t}")
    kept = [making.KEPT[t - 1] for t in (5, 20, 50)]
    show(
        fig,
        caption="Destroying is easy. The real points after 5, 20 and 50 "
        "steps of noise.",
        alt="Three clouds. After 5 steps the arc is blurred, after 20 hardly to be "
        "seen, after 50 a round cloud. The kept shares of the variance are "
        + ", ".join(f"{share:.3f}" for share in kept)
        + ".",
    )
