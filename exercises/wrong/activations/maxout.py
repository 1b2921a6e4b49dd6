# Typical wrong answers to task 2.

# %% added up
# message: The pieces compete; they are not added.
# loses: maxout-value
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.sum(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% the smallest
# message: The largest sum wins, not the smallest.
# loses: maxout-value
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.min(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% without biases
# message: Each sum has its bias; it counts in the comparison.
# loses: maxout-value, maxout-weights, maxout-inputs
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W
    best = np.argmax(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% all pieces learn
# message: Only the piece that won gets the gradient of a row.
# loses: maxout-weights, maxout-inputs, maxout-edge
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = np.stack([da] * len(W))
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% the loser learns
# message: The gradient goes to the loser.
# loses: maxout-weights, maxout-inputs
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmin(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% the first piece only
# message: The winner differs from row to row.
# loses: maxout-weights, maxout-inputs
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = 0 * np.argmax(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% nothing from behind
# message: What comes from behind has no effect: use da.
# loses: maxout-weights, maxout-inputs, maxout-edge
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = 1.0 * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% a tie for both
# message: In a tie the first piece wins, and it alone.
# loses: maxout-edge
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = da * (z == z.max(axis=0))
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return z.max(axis=0), dx, x.T @ dz, dz.sum(axis=1)

# %% a relu behind it
# message: No ReLU: it may be negative.
# loses: maxout-value
def maxout(x, W, b, da):
    W, b = np.array(W), np.array(b)
    z = x @ W + b[:, None]
    best = np.argmax(z, axis=0)
    dz = da * (best == np.arange(len(W))[:, None, None])
    dx = (dz @ np.swapaxes(W, 1, 2)).sum(axis=0)
    return np.maximum(0, z.max(axis=0)), dx, x.T @ dz, dz.sum(axis=1)
