"""What page 12.3 trains: a GAN, a VAE and a diffusion model, all on one small arc."""

from functools import cache

import numpy as np

from dlcore import Sequential, ops, utils
from dlcore.layers import Dense
from dlcore.optimizers import Adam

NOISE = 0.07
"""Spread of the points around the arc."""


def arc(rows, seed):
    """Return points of three quarters of a circle with a little noise, (rows, 2)."""
    generator = np.random.default_rng(seed)
    angle = generator.uniform(0, 1.5 * np.pi, rows)
    points = np.column_stack([np.cos(angle), np.sin(angle)])
    return points + NOISE * generator.normal(size=(rows, 2))


def mean_distance(a, b):
    """Return the mean distance of a point of a from a point of b."""
    return float(np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=-1)).mean())


def energy_distance(a, b):
    """Return twice the mean distance between the clouds minus those inside them."""
    inside = sum(mean_distance(c, c) * len(c) / (len(c) - 1) for c in (a, b))
    return 2 * mean_distance(a, b) - inside


def score(points, seed=900):
    """Return the energy distance of made points (1000, 2) from fresh ones."""
    return energy_distance(points[:1000], arc(1000, seed))


def bell(rows=1000, seed=1):
    """Return points of the normal distribution with mean and covariance of the arc."""
    data = arc(2000, 0)
    generator = np.random.default_rng(seed)
    return generator.multivariate_normal(data.mean(axis=0), np.cov(data.T), rows)


def network(sizes, activation="tanh", last=None):
    """Return a float64 network of dense layers with these numbers of units."""
    layers = [Dense(n, activation=activation) for n in sizes[:-1]]
    return Sequential([*layers, Dense(sizes[-1], activation=last)], dtype="float64")


def step(loss, model, optimizer):
    """Change a model's weights, and nothing else, by one step down this loss."""
    optimizer.apply(loss.gradients(model.weights), model.weights)


def frozen(model):
    """Return a copy of a model's weights."""
    return [w.copy() for w in model.get_weights()]


# -- the GAN ---------------------------------------------------------------------------

GAN_ROUNDS, GAN_EVERY = 2000, 250


def gan_losses(D, real, fake):
    """Return both players' losses, as tensors: of D, and of the generator."""
    on_real, on_fake = D(real), D(fake)
    loss_D = ops.mean(ops.softplus(-on_real)) + ops.mean(ops.softplus(on_fake))
    return loss_D, ops.mean(ops.softplus(-on_fake))


@cache
def trained_gan(seed=0, rounds=GAN_ROUNDS):
    """Train a GAN on the arc; return made points by round, and the losses (rounds, 2).

    The points are a dict: round, every `GAN_EVERY` of them, to an array (1000, 2).
    """
    utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    G, D = network([32, 32, 2], "relu"), network([32, 32, 1], "relu")
    up, down = (Adam(0.001, beta_1=0.5) for _ in range(2))
    data, codes = arc(2000, 0), np.random.default_rng(7).normal(size=(1000, 2))
    made, losses = {0: np.asarray(G(codes).data)}, []
    for number in range(1, rounds + 1):
        real = data[generator.integers(0, len(data), 128)]
        fake = G(generator.normal(size=(128, 2)))
        loss_D, _ = gan_losses(D, real, fake.data)
        step(loss_D, D, down)
        _, loss_G = gan_losses(D, real, fake)
        step(loss_G, G, up)
        losses.append([float(loss_D.data), float(loss_G.data)])
        if number % GAN_EVERY == 0:
            made[number] = np.asarray(G(codes).data)
    return made, np.array(losses)


# -- the VAE ---------------------------------------------------------------------------

VAE_UPDATES, SIGMA = 1000, 0.1


def vae_terms(encoder, decoder, x, noise):
    """Return the two parts of the VAE's loss: the error, and the divergence.

    Args:
        encoder: x to the mean and the logarithm of the variance of the code.
        decoder: code to point.
        x: points (rows, 2).
        noise: normal numbers (rows, 1).
    """
    out = encoder(x)
    mean, log_var = out[:, :1], out[:, 1:]
    code = mean + ops.exp(log_var * 0.5) * noise
    error = ops.sum((decoder(code) - x) ** 2, axis=1) * (0.5 / SIGMA**2)
    divergence = (mean**2 + ops.exp(log_var) - 1.0 - log_var) * 0.5
    return ops.mean(error), ops.mean(divergence)


@cache
def trained_vae(beta=1.0, seed=0, updates=VAE_UPDATES):
    """Train a VAE with one code on the arc; return encoder, decoder and both parts."""
    utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    encoder, decoder = network([32, 32, 2]), network([32, 32, 2])
    first, second = Adam(0.005), Adam(0.005)
    data, parts = arc(2000, 0), []
    for _ in range(updates):
        x = data[generator.integers(0, len(data), 128)]
        error, divergence = vae_terms(
            encoder, decoder, x, generator.normal(size=(128, 1))
        )
        loss = error + beta * divergence
        both = encoder.weights + decoder.weights
        gradients = loss.gradients(both)
        cut = len(encoder.weights)
        first.apply(gradients[:cut], encoder.weights)
        second.apply(gradients[cut:], decoder.weights)
        parts.append([float(error.data), float(divergence.data)])
    return encoder, decoder, np.array(parts)


def vae_samples(decoder, rows=1000, seed=3):
    """Return points made from codes drawn from the normal distribution."""
    generator = np.random.default_rng(seed)
    points = np.asarray(decoder(generator.normal(size=(rows, 1))).data)
    return points + SIGMA * generator.normal(size=points.shape)


# -- diffusion -------------------------------------------------------------------------

T, DIFFUSION_UPDATES = 50, 3000
BETA = np.linspace(0.002, 0.2, T)
ALPHA = 1 - BETA
KEPT = np.cumprod(ALPHA)
"""Share of the variance that is still signal after step t, at index t − 1."""


def noised(x, t, noise):
    """Return the points x after t steps of noise (t: whole numbers, one a row)."""
    kept = KEPT[t - 1][:, None]
    return np.sqrt(kept) * x + np.sqrt(1 - kept) * noise


def with_time(x, t):
    """Return what the network reads: the points, and three numbers for the step."""
    share = np.broadcast_to(np.asarray(t) / T, len(x))[:, None]
    return np.hstack([x, share, np.sin(np.pi * share), np.cos(np.pi * share)])


@cache
def trained_diffusion(seed=0, updates=DIFFUSION_UPDATES, rows=2000):
    """Train a network to tell the noise in points; return it, and its losses."""
    utils.set_random_seed(seed)
    generator = np.random.default_rng(seed)
    model, losses = network([64, 64, 2], "relu"), []
    optimizer, data = Adam(0.003), arc(rows, 0)
    for _ in range(updates):
        x = data[generator.integers(0, rows, 128)]
        t = generator.integers(1, T + 1, 128)
        noise = generator.normal(size=x.shape)
        guess = model(with_time(noised(x, t, noise), t))
        loss = ops.mean((guess - noise) ** 2)
        step(loss, model, optimizer)
        losses.append(float(loss.data))
    return model, np.array(losses)


def denoise(tell_noise, rows=1000, seed=5):
    """Return clouds on the way from noise to points: index t holds the cloud of step t.

    Args:
        tell_noise: function of points (rows, 2) and the step t, to the noise in them.
        rows, seed: how many points, and of the generator.
    """
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(rows, 2))
    clouds = [x]
    for t in range(T, 0, -1):
        share = BETA[t - 1] / np.sqrt(1 - KEPT[t - 1])
        x = (x - share * tell_noise(x, t)) / np.sqrt(ALPHA[t - 1])
        if t > 1:
            left = (1 - KEPT[t - 2]) / (1 - KEPT[t - 1]) * BETA[t - 1]
            x = x + np.sqrt(left) * generator.normal(size=x.shape)
        clouds.append(x)
    return clouds[::-1]


def by_network(model):
    """Return the function for `denoise` that asks a network."""
    return lambda x, t: np.asarray(model(with_time(x, t)).data)


def by_rule(data):
    """Return the function for `denoise` with the best answer for exactly these data."""

    def tell_noise(x, t):
        kept = KEPT[t - 1]
        center = np.sqrt(kept) * data
        squares = ((x[:, None] - center[None]) ** 2).sum(axis=-1)
        weight = np.exp(
            -(squares - squares.min(axis=1, keepdims=True)) / 2 / (1 - kept)
        )
        weight /= weight.sum(axis=1, keepdims=True)
        return (x - weight @ center) / np.sqrt(1 - kept)

    return tell_noise


def nearest(points, data):
    """Return the distance of each point from the nearest row of the data."""
    squares = ((points[:, None] - data[None]) ** 2).sum(axis=-1)
    return np.sqrt(squares.min(axis=1))


# -- a game on one line ----------------------------------------------------------------


def chase(rate, rounds, rule, start=(1.0, 0.0)):
    """Return the path (rounds + 1, 2) of the generator's θ and the critic's ψ.

    The data are all at 0, the generator makes θ, and the critic says ψ x.

    Args:
        rate: learning rate of both.
        rounds: how many.
        rule: "at once", "in turn", or "in turn, damped".
        start: θ and ψ.
    """
    theta, psi = start
    path = [(theta, psi)]
    for _ in range(rounds):
        fooled = 1 / (1 + np.exp(-psi * theta))
        pull = psi * fooled if rule == "at once" else None
        slope = -theta * fooled - (psi if "damped" in rule else 0)
        psi = psi + rate * slope
        if pull is None:
            pull = psi / (1 + np.exp(-psi * theta))
        theta = theta + rate * pull
        path.append((theta, psi))
    return np.array(path)


def spread_of(path):
    """Return the distance from rest after each round."""
    return np.hypot(*np.transpose(path))


# -- two numbers against three ---------------------------------------------------------

TRUE_MEAN, TRUE_SPREAD = 2.0, 0.5
CRITICS = {
    "one step a round": (1, 0.0),
    "twenty steps a round": (20, 0.0),
    "one step, damped": (1, 0.1),
}
"""Steps of the critic in each round, and the share of its weights that it gives up."""


def sigmoid(z):
    """Return the sigmoid of z."""
    return 1 / (1 + np.exp(-z))


def powers(x):
    """Return the columns 1, x and x² that the critic weighs."""
    return np.stack([np.ones_like(x), x, x**2], axis=1)


@cache
def two_numbers(critic, rounds=2000, seed=0, rows=256):
    """Train the generator a + b u against a critic of three weights, by hand.

    Args:
        critic: one of `CRITICS`.
        rounds: how many.
        seed: of the batches.
        rows: of a batch.

    Returns:
        By round: a and b (rounds + 1, 2), the critic's weights (rounds + 1, 3), and
        the losses of critic and generator (rounds, 2).
    """
    steps, damping = CRITICS[critic]
    generator = np.random.default_rng(seed)
    a, b, c = 0.0, 1.0, np.zeros(3)
    makers, critics, losses = [(a, b)], [c], []
    for _ in range(rounds):
        for _ in range(steps):
            x = TRUE_MEAN + TRUE_SPREAD * generator.normal(size=rows)
            made = a + b * generator.normal(size=rows)
            real, fake = powers(x), powers(made)
            on_real, on_fake = sigmoid(real @ c), sigmoid(fake @ c)
            slope = ((on_real - 1)[:, None] * real + on_fake[:, None] * fake).mean(0)
            loss_D = -np.log(on_real).mean() - np.log(1 - on_fake).mean()
            c = c - 0.1 * (slope + damping * c)
        u = generator.normal(size=rows)
        made = a + b * u
        fooled = sigmoid(powers(made) @ c)
        pull = (1 - fooled) * (c[1] + 2 * c[2] * made)
        a, b = a + 0.05 * pull.mean(), b + 0.05 * (pull * u).mean()
        makers.append((a, b))
        critics.append(c)
        losses.append((loss_D, -np.log(fooled).mean()))
    return np.array(makers), np.array(critics), np.array(losses)


def rise_and_fall(values, window=25):
    """Return running means, the first ones over what there is so far."""
    total = np.cumsum(values)
    before = np.concatenate([np.zeros(window), total[:-window]])[: len(total)]
    return (total - before) / np.minimum(np.arange(1, len(total) + 1), window)
