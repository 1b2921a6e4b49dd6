# Typical wrong answers to task 2.

# %% one row
# message: This is the variance of one row.
# loses: noise-law, noise-without
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g)
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% rows minus one
# message: These four are all the rows there are: divide by their number.
# loses: noise-law, noise-without
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g, ddof=1) / m
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% the scatter
# message: This is the scatter; the variance was asked for.
# loses: noise-law, noise-without
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.std(g) / m**0.5
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% squared rows
# message: Twice the rows halve the variance.
# loses: noise-law, noise-without
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m**2
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% always with replacement
# message: Rows that cannot come twice hold each other in check: less noise.
# loses: noise-without, noise-edge
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m
    if not replace:
        law = law
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% nearly the factor
# message: A batch of one row must have the variance of one row.
# loses: noise-without
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m
    if not replace:
        law = law * (len(g) - m) / len(g)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% the law once more
# message: This is the law once more; draw batches and measure.
# loses: noise-measured, noise-edge
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, law

# %% single rows
# message: You measured single rows, or the law of one.
# loses: noise-measured, noise-edge
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g) for _ in range(draws)]
    return law, np.var(seen)

# %% drawn with replacement
# message: were they drawn as asked?
# loses: noise-measured, noise-edge
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(seed)
    law = np.var(g) / m
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m).mean() for _ in range(draws)]
    return law, np.var(seen)

# %% a seed of its own
# message: Another seed gives another measurement.
# loses: noise-edge
def noise(g, m, replace, draws, seed):
    rng = np.random.default_rng(0)
    law = np.var(g) / m
    if not replace:
        law = law * (len(g) - m) / (len(g) - 1)
    seen = [rng.choice(g, m, replace=replace).mean() for _ in range(draws)]
    return law, np.var(seen)
