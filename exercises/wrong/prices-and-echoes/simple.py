# Typical wrong answers to task 3.

# %% variance of a sample
# message: The variance of the places is a mean over all of them.
# loses: simple-law
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x, ddof=1) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% the line first
# message: The mean of all y comes first.
# loses: simple-law
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return 2 * noise, b**2 * np.var(x) + noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% a line costs no more than a mean
# message: The line fits two numbers; each brings its share of the noise.
# loses: simple-law
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% the slope as it is
# message: The slope enters squared.
# loses: simple-law
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% sigma for the variance
# message: Sigma is a standard deviation.
# loses: simple-law
def law(b, x, sigma):
    noise = sigma / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% the law for a measurement
# message: This is the law once more; draw, fit and average.
# loses: simple-measured, simple-edge
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    return law(b, x, sigma)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% far from the rows
# message: Measure the distance from the true line, not from the rows.
# loses: simple-measured
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - y) ** 2), np.mean((line - y) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% fitted without noise
# message: Fit the line to noisy rows; judge it by the true line.
# loses: simple-measured
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = truth.mean() + np.sum(truth * away) * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% equally good is not better
# message: With these the two are equally good.
# loses: simple-rows
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread))

# %% the slope unsquared in the rows
# message: The slope enters squared.
# loses: simple-rows
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b * spread)) + 1

# %% half the rows
# message: The mean has a share of the noise, too.
# loses: simple-rows
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(2 * sigma**2 / (b**2 * spread)) + 1

# %% no seed
# message: The same seed.
# loses: simple-edge
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    if b == 0:
        return np.inf
    return int(sigma**2 / (b**2 * spread)) + 1

# %% divided by nothing
# message: division by zero
# loses: simple-edge
def law(b, x, sigma):
    noise = sigma**2 / len(x)
    return b**2 * np.var(x) + noise, 2 * noise


def measured(a, b, x, sigma, times, seed):
    rng, away = np.random.default_rng(seed), x - x.mean()
    truth = a + b * x
    y = truth + sigma * rng.normal(size=(times, len(x)))
    level = y.mean(axis=1, keepdims=True)
    line = level + (y @ away)[:, None] * away / np.sum(away**2)
    return np.mean((level - truth) ** 2), np.mean((line - truth) ** 2)


def rows_needed(b, spread, sigma):
    return int(sigma**2 / (b**2 * spread)) + 1
