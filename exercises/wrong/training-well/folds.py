# Typical wrong answers to task 2.

# %% the rest is never validated
# message: With a remainder some rows are never validated, or twice.
# loses: folds-once, folds-size
def folds(rows, k):
    size, every = rows // k, np.arange(rows)
    return [
        (np.delete(every, slice(i * size, (i + 1) * size)), every[i * size : (i + 1) * size])
        for i in range(k)
    ]

# %% trains on all rows
# message: A row is in both parts: its validation would flatter.
# loses: folds-apart
def folds(rows, k):
    return [(np.arange(rows), part) for part in np.array_split(np.arange(rows), k)]

# %% trains on the next part alone
# message: All rows that are not validated train.
# loses: folds-apart
def folds(rows, k):
    parts = np.array_split(np.arange(rows), k)
    return [(parts[(i + 1) % k], parts[i]) for i in range(k)]

# %% pairs the wrong way round
# message: Every row is validated exactly once.
# loses: folds-once, folds-apart, folds-size
def folds(rows, k):
    parts = np.array_split(np.arange(rows), k)
    return [
        (part, np.concatenate(parts[:i] + parts[i + 1 :])) for i, part in enumerate(parts)
    ]

# %% every k-th row
# message: The rows stay in their order.
# loses: folds-size
def folds(rows, k):
    every = np.arange(rows)
    return [(every[every % k != i], every[every % k == i]) for i in range(k)]
