# Typical wrong answers to task 2.

# %% the sum
# message: This is the sum; twice as many rows must not double it.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return np.sum(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))

# %% the sign is reversed
# message: The sign is reversed; a loss is not negative.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return -np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))

# %% logarithms to base 10
# message: These are logarithms to base 10; take natural ones.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    a = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log10(a) + (1 - y) * np.log10(1 - a))

# %% the labels are exchanged
# message: The labels are exchanged: you charge for the truth.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return np.mean(np.maximum(z, 0) - z * (1 - y) + np.log1p(np.exp(-np.abs(z))))

# %% only rows with label 1
# message: Rows with label 0 cost nothing; they have a term, too.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return np.mean(y * np.logaddexp(0, -z))

# %% the squared error
# message: This is the squared error of the outputs.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return np.mean((1 / (1 + np.exp(-z)) - y) ** 2)

# %% from rounded outputs
# message: A logarithm of 0, or a power too large: the cost is inf.
# loses: crossentropy-stable
def crossentropy(z, y):
    a = 1 / (1 + np.exp(-z))
    rows = np.where(y == 1, np.log(a), np.log(1 - a))
    return -np.mean(rows)

# %% zero times infinity
# message: The cost is nan: infinity times 0, or minus infinity.
# loses: crossentropy-stable
def crossentropy(z, y):
    a = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))

# %% outputs are cut off
# message: Sure and wrong rows are cut off; let them pay.
# loses: crossentropy-stable
def crossentropy(z, y):
    a = np.clip(1 / (1 + np.exp(-z)), 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))

# %% one cost per row
# message: The cost is one number, not one for each row.
# loses: crossentropy-value, crossentropy-stable, crossentropy-shape, crossentropy-edge
def crossentropy(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

# %% always divided by three
# message: You always divide by 3; divide by the rows there are.
# loses: crossentropy-value, crossentropy-stable, crossentropy-edge
def crossentropy(z, y):
    return np.sum(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))) / 3

# %% a stable half of the formula
# message: A logarithm of 0, or a power too large: the cost is inf.
# loses: crossentropy-stable
def crossentropy(z, y):
    return np.mean(z - z * y + np.log(1 + np.exp(-z)))
