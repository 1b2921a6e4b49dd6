# Typical wrong answers to task 2.

# %% target minus output
# message: Which is subtracted from which?
# loses: head-crossentropy, head-squared, head-sure
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = (y - a) / len(z)
    if loss == "squared":
        dz = a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return h.T @ dz, dz.sum(axis=0)

# %% a sum over the rows
# message: The cost is a mean over the rows.
# loses: head-crossentropy, head-squared
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = a - y
    if loss == "squared":
        dz = a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return h.T @ dz, dz.sum(axis=0)

# %% without the inputs
# message: The inputs of the layer are missing.
# loses: head-crossentropy, head-squared, head-sure
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = (a - y) / len(z)
    if loss == "squared":
        dz = a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return np.ones_like(h).T @ dz, dz.sum(axis=0)

# %% output minus target for both
# message: A difference of shares is no slope in a score yet.
# loses: head-squared, head-sure
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    dz = (a / a.sum(axis=1, keepdims=True) - y) / len(z)
    return h.T @ dz, dz.sum(axis=0)

# %% twice the squared loss
# message: Mind the half of the loss, and the mean over the rows.
# loses: head-squared
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = (a - y) / len(z)
    if loss == "squared":
        dz = 2 * a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return h.T @ dz, dz.sum(axis=0)

# %% only its own score
# message: A share answers to the other scores as well.
# loses: head-squared
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = (a - y) / len(z)
    if loss == "squared":
        dz = dz * a * (1 - a)
    return h.T @ dz, dz.sum(axis=0)

# %% powers that overflow
# message: Scores of 900 are too much for your powers.
# loses: head-sure
def head(h, z, y, loss):
    a = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    dz = (a - y) / len(z)
    if loss == "squared":
        dz = a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return h.T @ dz, dz.sum(axis=0)

# %% a column for each unit
# message: The layout is that of the weights: a row for each unit.
# loses: head-crossentropy, head-squared, head-sure, head-edge
def head(h, z, y, loss):
    a = np.exp(z - z.max(axis=1, keepdims=True))
    a = a / a.sum(axis=1, keepdims=True)
    dz = (a - y) / len(z)
    if loss == "squared":
        dz = a * (dz - np.sum(a * dz, axis=1, keepdims=True))
    return dz.T @ h, dz.sum(axis=0)
