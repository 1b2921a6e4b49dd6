# Typical wrong answers to task 2.

# %% the mean of the rows
# message: You take the mean of the rows; here they are added.
# loses: dense-weights, dense-edge
def dense_backward(x, W, dz):
    return dz @ W.T, x.T @ dz / len(x), dz.mean(axis=0)

# %% sums apart
# message: You add up inputs and dz apart; multiply row by row.
# loses: dense-weights, dense-edge
def dense_backward(x, W, dz):
    return dz @ W.T, np.outer(x.sum(axis=0), dz.sum(axis=0)), dz.sum(axis=0)

# %% dW turned
# message: dW has the shape of W; yours is turned.
# loses: dense-weights, dense-shape, dense-edge
def dense_backward(x, W, dz):
    return dz @ W.T, dz.T @ x, dz.sum(axis=0)

# %% the step for the slope
# message: The sign is reversed; the minus belongs to the step.
# loses: dense-weights, dense-inputs, dense-edge
def dense_backward(x, W, dz):
    return -dz @ W.T, -x.T @ dz, -dz.sum(axis=0)

# %% biases added over the units
# message: You add up over the units; each unit has a bias of its own.
# loses: dense-weights, dense-shape, dense-edge
def dense_backward(x, W, dz):
    return dz @ W.T, x.T @ dz, dz.sum(axis=1)

# %% one slope for all biases
# message: All slopes are added up; each unit has a bias of its own.
# loses: dense-weights, dense-shape, dense-edge
def dense_backward(x, W, dz):
    return dz @ W.T, x.T @ dz, dz.sum()

# %% one path of several
# message: Only the path to the first unit is counted; add up all.
# loses: dense-inputs
def dense_backward(x, W, dz):
    return dz[:, :1] @ W[:, :1].T, x.T @ dz, dz.sum(axis=0)

# %% no weights on the way back
# message: The weights have no effect: dz is spread evenly.
# loses: dense-inputs, dense-edge
def dense_backward(x, W, dz):
    return dz @ np.ones(W.T.shape), x.T @ dz, dz.sum(axis=0)

# %% a bend where there is none
# message: There is no bend in this layer: nothing is cut off where x is negative.
# loses: dense-inputs, dense-edge
def dense_backward(x, W, dz):
    return np.where(x > 0, dz @ W.T, 0), x.T @ dz, dz.sum(axis=0)

# %% in another order
# message: The order is dx, dW, db.
# loses: dense-weights, dense-inputs, dense-shape, dense-edge
def dense_backward(x, W, dz):
    return x.T @ dz, dz @ W.T, dz.sum(axis=0)
