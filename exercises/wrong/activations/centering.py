# Typical wrong answers to task 4.

# %% zero counts
# message: A row without a slope pushes no weight at all.
# loses: centering-together
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw >= 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios

# %% up only
# message: All up or all down: both count.
# loses: centering-together
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios

# %% signs of the inputs
# message: With one positive and one negative input the weights go opposite ways.
# loses: centering-together
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(dz != 0)
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios

# %% singular values
# message: This is the ratio of singular values; curvatures are their squares.
# loses: centering-ratio, centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(np.sqrt(bends[-1] / bends[0]))
    return together, *ratios

# %% upside down
# message: The largest curvature by the smallest.
# loses: centering-ratio, centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[0] / bends[-1])
    return together, *ratios

# %% the largest alone
# message: This is the largest curvature; divide by the smallest.
# loses: centering-ratio, centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1])
    return together, *ratios

# %% nothing subtracted
# message: Nothing is subtracted.
# loses: centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios

# %% standardized
# message: Subtract the mean; leave the spread as it is.
# loses: centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, (x - x.mean(axis=0)) / x.std(axis=0)):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios

# %% one mean for all
# message: For other rows the centered ratio differs; one mean for each input.
# loses: centering-centered
def centering(x, dz):
    dw = x * dz[:, None]
    together = np.mean(np.all(dw > 0, axis=1) | np.all(dw < 0, axis=1))
    ratios = []
    for rows in (x, x - x.mean()):
        bends = np.linalg.eigvalsh(rows.T @ rows)
        ratios.append(bends[-1] / bends[0])
    return together, *ratios
