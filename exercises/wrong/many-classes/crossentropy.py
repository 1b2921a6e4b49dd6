# Typical wrong answers to task 3.

# %% the sum
# message: This is the sum; twice as many rows must not double it.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.sum(log_a[np.arange(len(c)), c])

# %% the sign is reversed
# message: The sign is reversed; a loss is not negative.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.mean(log_a[np.arange(len(c)), c])

# %% logarithms to base 10
# message: These are logarithms to base 10; take natural ones.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_a[np.arange(len(c)), c]) / np.log(10)

# %% divided by the classes as well
# message: You divide by the classes as well; divide by the rows.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.eye(z.shape[1])[c] * log_a)

# %% all classes are charged
# message: You charge for all classes; only the share of the true one.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(log_a, axis=1))

# %% the mean before the logarithm
# message: You average the shares; average their logarithms.
# loses: crossentropy-value, crossentropy-stable
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.log(np.mean(np.exp(log_a[np.arange(len(c)), c])))

# %% the scores themselves
# message: You took the scores themselves; the shares are missing.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    return -np.mean(z[np.arange(len(c)), c])

# %% always divided by two
# message: You always divide by 2; divide by the rows there are.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.sum(log_a[np.arange(len(c)), c]) / 2

# %% from rounded shares
# message: A logarithm of 0: the cost of sure and wrong rows is inf.
# loses: crossentropy-stable
def crossentropy(z, c):
    return -np.mean(np.log(softmax(z)[np.arange(len(c)), c]))

# %% zero times infinity
# message: The cost is nan: 0 times infinity, or a power too large.
# loses: crossentropy-stable
def crossentropy(z, c):
    a = softmax(z).round(300)
    return -np.mean(np.sum(one_hot(c, z.shape[1]) * np.log(a * (a > 1e-20)), axis=1))

# %% shares are cut off
# message: Sure and wrong rows are cut off; let them pay.
# loses: crossentropy-stable
def crossentropy(z, c):
    a = np.clip(softmax(z), 1e-9, 1)
    return -np.mean(np.log(a[np.arange(len(c)), c]))

# %% one cost per row
# message: The cost is one number, not one for each row.
# loses: crossentropy-value, crossentropy-stable, crossentropy-shape, crossentropy-edge
def crossentropy(z, c):
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_a[np.arange(len(c)), c]
