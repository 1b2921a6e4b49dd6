# Typical wrong answers to task 3.

# %% bends mirrored
# message: The sign is reversed: put your place into the weighted sum.
# loses: inside-bends
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return b / W[0], (z > 0) @ (W[0] * v[:, 0]), np.abs(v[:, 0]) * a.std(axis=0)

# %% bends upside down
# message: It is upside down: put your place into the weighted sum.
# loses: inside-bends
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -W[0] / b, (z > 0) @ (W[0] * v[:, 0]), np.abs(v[:, 0]) * a.std(axis=0)

# %% sorted bends
# message: Leave the units in their order.
# loses: inside-bends
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    slopes = (z > 0) @ (W[0] * v[:, 0])
    return np.sort(-b / W[0]), slopes, np.abs(v[:, 0]) * a.std(axis=0)

# %% all units act
# message: Closed units do not act; here all of them do.
# loses: inside-slopes
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    slopes = np.ones_like(z) @ (W[0] * v[:, 0])
    return -b / W[0], slopes, np.abs(v[:, 0]) * a.std(axis=0)

# %% the weights in front forgotten
# message: Both weights of a unit count, in front and behind.
# loses: inside-slopes
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], (z > 0) @ v[:, 0], np.abs(v[:, 0]) * a.std(axis=0)

# %% predictions for slopes
# message: These are predictions; by how much do they grow?
# loses: inside-slopes
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], a @ v[:, 0], np.abs(v[:, 0]) * a.std(axis=0)

# %% signed contributions
# message: A contribution has no sign: take the size of the weight.
# loses: inside-contributions
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], (z > 0) @ (W[0] * v[:, 0]), v[:, 0] * a.std(axis=0)

# %% the spread of the sums
# message: This is the spread of the sums; ReLU comes before.
# loses: inside-contributions
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], (z > 0) @ (W[0] * v[:, 0]), np.abs(v[:, 0]) * z.std(axis=0)

# %% means for deviations
# message: These are means; what never changes is only a second bias.
# loses: inside-contributions
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], (z > 0) @ (W[0] * v[:, 0]), np.abs(v[:, 0]) * a.mean(axis=0)

# %% one row less
# message: You divide by one row less than there are.
# loses: inside-contributions
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    slopes = (z > 0) @ (W[0] * v[:, 0])
    return -b / W[0], slopes, np.abs(v[:, 0]) * a.std(axis=0, ddof=1)

# %% output weights forgotten
# message: The output weights are missing.
# loses: inside-contributions
def inside(x, W, b, v):
    z = x @ W + b
    a = np.maximum(z, 0)
    return -b / W[0], (z > 0) @ (W[0] * v[:, 0]), a.std(axis=0)
