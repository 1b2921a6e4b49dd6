# Typical wrong answers to task 4.

# %% starts at zero
# message: A block may hold negative numbers alone.
# loses: pool-value
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    if kind == "mean":
        return blocks.mean(axis=(1, 3))
    return blocks.max(axis=(1, 3), initial=0)


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1))) / k**2
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.unravel_index(np.argmax(block), (k, k))
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx

# %% the largest size
# message: The largest number, not the largest size.
# loses: pool-value
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(np.abs(blocks) if kind == "max" else blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1))) / k**2
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.unravel_index(np.argmax(block), (k, k))
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx

# %% blocks that overlap
# message: The blocks must not overlap.
# loses: pool-value
def pool(x, k, kind="max"):
    cut = np.lib.stride_tricks.sliding_window_view(x, (k, k), (0, 1))
    return (np.max if kind == "max" else np.mean)(cut, axis=(3, 4))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1))) / k**2
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.unravel_index(np.argmax(block), (k, k))
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx

# %% over all channels
# message: Each channel is pooled alone.
# loses: pool-value
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3, 4))[:, :, None]


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1))) / k**2
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.unravel_index(np.argmax(block), (k, k))
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx

# %% everybody gets the slope
# message: Only the winner moves the result.
# loses: pool-back-max, pool-back-edge
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    spread = np.kron(dz, np.ones((k, k, 1)))
    dx[: len(spread), : len(spread[0])] = spread / (k**2 if kind == "mean" else 1)
    return dx

# %% always the way back of the mean
# message: That is the way back of a mean.
# loses: pool-back-max, pool-back-edge
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    spread = np.kron(dz, np.ones((k, k, 1))) / k**2
    dx[: len(spread), : len(spread[0])] = spread
    return dx

# %% shares not divided
# message: Each pixel is one of k² in its mean.
# loses: pool-back-mean, pool-back-edge
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1)))
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.unravel_index(np.argmax(block), (k, k))
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx

# %% all winners of a tie
# message: With equal winners only one of them takes the slope.
# loses: pool-back-edge
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    for r, c, a in np.ndindex(*dz.shape):
        place = np.s_[k * r : k * r + k, k * c : k * c + k, a]
        won = x[place] == x[place].max()
        dx[place] = dz[r, c, a] * (won if kind == "max" else 1 / k**2)
    return dx

# %% the last of the winners
# message: With equal winners the first one takes it.
# loses: pool-back-edge
def pool(x, k, kind="max"):
    down, across = len(x) // k, len(x[0]) // k
    blocks = x[: down * k, : across * k].reshape(down, k, across, k, -1)
    return (np.max if kind == "max" else np.mean)(blocks, axis=(1, 3))


def pool_back(x, k, dz, kind="max"):
    dx = np.zeros(x.shape)
    if kind == "mean":
        spread = np.kron(dz, np.ones((k, k, 1))) / k**2
        dx[: len(spread), : len(spread[0])] = spread
        return dx
    for r, c, a in np.ndindex(*dz.shape):
        block = x[k * r : k * r + k, k * c : k * c + k, a]
        i, j = np.argwhere(block == block.max())[-1]
        dx[k * r + i, k * c + j, a] = dz[r, c, a]
    return dx
