# Typical wrong answers to task 2.

# %% only turned
# message: The cloud is turned and not stretched.
# loses: whiten-spread, whiten-test, whiten-axes, whiten-edge
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.argsort(-values)
    keep = keep[values[keep] > 1e-6 * values.max()]
    return [(t - center) @ axes[:, keep] for t in (train, test)]

# %% standardized
# message: Standardized features are still correlated: turn before you stretch.
# loses: whiten-spread, whiten-test, whiten-axes, whiten-edge
def whiten(train, test):
    center, spread = train.mean(axis=0), train.std(axis=0)
    return [(t - center) / spread for t in (train, test)]

# %% divided by the variances
# message: You divide by the variances; take their roots.
# loses: whiten-spread, whiten-test, whiten-axes, whiten-edge
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.argsort(-values)
    keep = keep[values[keep] > 1e-6 * values.max()]
    return [(t - center) @ axes[:, keep] / values[keep] for t in (train, test)]

# %% rows minus one
# message: The covariance is a mean: divide by the rows, 4.
# loses: whiten-spread, whiten-test, whiten-axes, whiten-edge
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T))
    keep = np.argsort(-values)
    keep = keep[values[keep] > 1e-6 * values.max()]
    return [(t - center) @ axes[:, keep] / values[keep] ** 0.5 for t in (train, test)]

# %% not centered
# message: Subtract the mean of the training rows first.
# loses: whiten-spread, whiten-test, whiten-axes, whiten-edge
def whiten(train, test):
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.argsort(-values)
    keep = keep[values[keep] > 1e-6 * values.max()]
    return [t @ axes[:, keep] / values[keep] ** 0.5 for t in (train, test)]

# %% the narrowest axis first
# message: The axis with the largest variance comes first.
# loses: whiten-axes
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.flatnonzero(values > 1e-6 * values.max())
    return [(t - center) @ axes[:, keep] / values[keep] ** 0.5 for t in (train, test)]

# %% turned back
# message: do not turn back after stretching.
# loses: whiten-axes, whiten-edge
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    values = np.maximum(values, 1e-12)
    turn = axes / values**0.5 @ axes.T
    return [(t - center) @ turn for t in (train, test)]

# %% the test by its own mean
# message: These test rows land at other distances
# loses: whiten-test
def whiten(train, test):
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.argsort(-values)
    keep = keep[values[keep] > 1e-6 * values.max()]
    return [
        (t - t.mean(axis=0)) @ axes[:, keep] / values[keep] ** 0.5
        for t in (train, test)
    ]

# %% keeps empty axes
# message: An axis without variance is left out.
# loses: whiten-edge
def whiten(train, test):
    center = train.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov(train.T, ddof=0))
    keep = np.argsort(-values)
    spread = np.sqrt(np.where(values[keep] > 1e-9, values[keep], 1))
    return [(t - center) @ axes[:, keep] / spread for t in (train, test)]
