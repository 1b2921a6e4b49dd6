# Typical wrong answers to task 2.

# %% what is left over gets lost
# message: The samples that are left over get lost.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    return [data[i * size : (i + 1) * size] for i in range(len(data) // size)]

# %% the batches overlap
# message: Your batches overlap; go on where the last one ended.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    return [data[start : start + size] for start in range(len(data))]

# %% the size is taken for the number
# message: The second argument is the size of a batch, not their number.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    return np.array_split(data, size)

# %% in the reversed order
# message: The order of the samples is reversed.
# loses: batches-value
def batches(data, size):
    return [data[::-1][start : start + size] for start in range(0, len(data), size)]

# %% flattened
# message: Cutting does not flatten; a batch keeps its rank.
# loses: batches-shape, batches-edge
def batches(data, size):
    rows = data.reshape(len(data), -1)
    return [rows[start : start + size] for start in range(0, len(data), size)]

# %% the last axis is cut
# message: Five samples in batches of two have the sizes 2, 2, 1.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    steps = range(0, data.shape[-1], size)
    return [data[..., start : start + size] for start in steps]

# %% the second bound is counted in
# message: Five samples in batches of two have the sizes 2, 2, 1.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    return [data[start : start + size - 1] for start in range(0, len(data), size)]

# %% an empty batch at the end
# message: Nothing is left over here: there is no further batch.
# loses: batches-edge
def batches(data, size):
    number = len(data) // size + 1
    return [data[i * size : (i + 1) * size] for i in range(number)]

# %% only the first batch
# message: Return a list of arrays.
# loses: batches-count, batches-value, batches-shape, batches-edge
def batches(data, size):
    return data[0:size]
