# Typical wrong answers to task 3.

# %% actual minus predicted
# message: The sign is reversed; the error is predicted minus actual.
# loses: gradients-output, gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (y - a @ v - c) / len(x)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% the 2 is missing
# message: The 2 that comes from differentiating the square is missing.
# loses: gradients-output, gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = (a @ v + c - y) / len(x)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% not divided by the rows
# message: The loss is a mean over the rows; its slope has 1/n.
# loses: gradients-output, gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% always divided by two
# message: You always divide by 2; divide by the rows there are.
# loses: gradients-output, gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = a @ v + c - y
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% z for a
# message: You take z instead of a: closed gates send nothing.
# loses: gradients-output, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), z.T @ d_out, d_out.sum(axis=0)

# %% nothing stops at the bend
# message: Nothing stops at the bend: where a gate is closed, nothing comes back.
# loses: gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = d_out @ v.T
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% the output weights are left out
# message: The weights v have no effect on what comes back to the hidden layer.
# loses: gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = (d_out @ np.ones(v.T.shape)) * (z > 0)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% times z at the bend
# message: At the bend you multiply by z; multiply by the slope of ReLU, 0 or 1.
# loses: gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = (d_out @ v.T) * a
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% the gate looks at the slope
# message: Your gate looks at what comes back; it opens and closes with z.
# loses: gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = np.maximum(0, d_out @ v.T)
    return x.T @ dz, dz.sum(axis=0), a.T @ d_out, d_out.sum(axis=0)

# %% two slopes of four
# message: Return four things: dW, db, dv, dc.
# loses: gradients-output, gradients-hidden, gradients-steps, gradients-edge
def gradients(x, y, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    d_out = 2 * (a @ v + c - y) / len(x)
    dz = (d_out @ v.T) * (z > 0)
    return x.T @ dz, a.T @ d_out
