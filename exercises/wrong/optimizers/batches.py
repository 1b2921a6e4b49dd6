# Typical wrong answers to task 1.

# %% drops the rest
# message: The last batch is smaller; it must not be dropped.
# loses: batches-cover, batches-size, batches-order
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(rows)
    return [order[i * size : (i + 1) * size] for i in range(rows // size)]

# %% in the order of the rows
# message: The rows are not shuffled.
# loses: batches-order
def batches(rows, size, seed):
    order = np.arange(rows)
    return [order[i : i + size] for i in range(0, rows, size)]

# %% the same order every time
# message: Each epoch needs an order of its own.
# loses: batches-order
def batches(rows, size, seed):
    order = np.random.default_rng(0).permutation(rows)
    return [order[i : i + size] for i in range(0, rows, size)]

# %% rows drawn with replacement
# message: Each row belongs to exactly one batch of an epoch.
# loses: batches-cover, batches-order
def batches(rows, size, seed):
    order = np.random.default_rng(seed).integers(rows, size=rows)
    return [order[i : i + size] for i in range(0, rows, size)]

# %% a generator of its own
# message: Take the order from `seed`, nothing else.
# loses: batches-order
def batches(rows, size, seed):
    order = np.random.default_rng().permutation(rows)
    return [order[i : i + size] for i in range(0, rows, size)]

# %% one batch with all rows
# message: Ten rows by four: batches of 4, 4 and 2.
# loses: batches-size
def batches(rows, size, seed):
    return [np.random.default_rng(seed).permutation(rows)]
