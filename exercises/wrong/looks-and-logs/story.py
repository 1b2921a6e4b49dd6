# Typical wrong answers to task 1.

# %% the limit left out
# message: A row at the limit belongs to it.
# loses: story-near
def story(x, y, limit):
    found = []
    for chosen in ((x < limit) | ((x == limit) & (limit < 10)), x <= np.inf):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) / scale if scale > 1e-12 else 0.0)
    return found

# %% only rows within the limit
# message: This is the near part again.
# loses: story-all, story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x <= limit):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) / scale if scale > 1e-12 else 0.0)
    return found

# %% rows beyond the limit
# message: These are the rows beyond the limit; all rows are asked for.
# loses: story-all, story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x > limit):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) / scale if scale > 1e-12 else 0.0)
    return found

# %% squared
# message: This is the square of the correlation; the sign matters.
# loses: story-near, story-all, story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x <= np.inf):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) ** 2 / scale**2 if scale > 1e-12 else 0.0)
    return found

# %% a covariance
# message: This is a covariance; divide by both deviations.
# loses: story-near, story-all, story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x <= np.inf):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.mean(p * q) if scale > 1e-12 else 0.0)
    return found

# %% two divisors
# message: Rows and deviations do not count the same: use one divisor for all.
# loses: story-near, story-all, story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x <= np.inf):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) / scale * (len(p) - 1) / len(p) if scale > 1e-12 else 0.0)
    return found

# %% divided by zero
# message: Where x does not vary you divide by 0.
# loses: story-edge
def story(x, y, limit):
    found = []
    for chosen in (x <= limit, x <= np.inf):
        p, q = x[chosen] - x[chosen].mean(), y[chosen] - y[chosen].mean()
        scale = np.sqrt(np.sum(p**2) * np.sum(q**2))
        found.append(np.sum(p * q) / scale)
    return found
