# Typical wrong answers to task 4.

# %% update gate swapped
# message: The update gate is swapped: at 1 it keeps the old state.
# loses: gru-value, gru-plain, gru-keeps
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :])
        h = (1 - z) * h + z * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% reset after the product
# message: The reset gate acts on the state, before the product.
# loses: gru-value
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + r * (h @ w_h[:, 2 * n :]))
        h = z * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% the order of the chapter
# message: The order of the blocks is reset, update, candidate.
# loses: gru-value, gru-plain, gru-keeps
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        z, r = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :])
        h = z * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% no reset
# message: The reset gate has no effect.
# loses: gru-value
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + h @ w_h[:, 2 * n :])
        h = z * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% candidate between 0 and 1
# message: The candidate is a tanh; it may be negative.
# loses: gru-value, gru-plain
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = sigmoid(now[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :])
        h = z * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% the last state alone
# message: Return the states of all steps, not the last alone.
# loses: gru-value, gru-plain, gru-keeps
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :])
        h = z * h + (1 - z) * g
        kept.append(h)
    return h

# %% no state in the candidate
# message: An open reset gate lets the state in.
# loses: gru-value, gru-plain
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :])
        h = z * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)

# %% keeps less than all
# message: With the switch on, the state of the first step stays.
# loses: gru-value, gru-keeps
def gru(x, w_x, w_h, b):
    n = len(b) // 3
    h, kept = np.zeros((len(x), n)), []
    for t in range(x.shape[1]):
        now = x[:, t] @ w_x + b
        r, z = np.split(sigmoid(now[:, : 2 * n] + h @ w_h[:, : 2 * n]), 2, axis=1)
        g = np.tanh(now[:, 2 * n :] + (r * h) @ w_h[:, 2 * n :])
        h = z * r * h + (1 - z) * g
        kept.append(h)
    return np.stack(kept, axis=1)
