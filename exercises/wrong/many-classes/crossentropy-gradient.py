# Typical wrong answers to task 4.

# %% target minus output
# message: The sign is reversed: output minus target.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (y - a) / len(z)

# %% not divided by the rows
# message: The cost is a mean over the rows; its slope has 1/n.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return a - y

# %% divided by the classes
# message: You divide by the classes, not by the rows.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - y) / z.shape[1]

# %% divided by everything
# message: You divide by the classes as well; divide by the rows.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - y) / z.size

# %% the target is left out
# message: The target is not taken away from the output.
# loses: gradient-value, gradient-steps, gradient-shape, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return a / len(z)

# %% only the true class
# message: Only the true class gets a slope; the others have one, too.
# loses: gradient-value, gradient-steps, gradient-shape, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - y) * y / len(z)

# %% the slope of a squared error
# message: This is the slope of a squared error; with cross-entropy the factors of softmax cancel.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    gap = a - y
    return a * (gap - (gap * a).sum(axis=1, keepdims=True)) / len(z)

# %% always divided by two
# message: You always divide by 2; divide by the rows there are.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - y) / 2

# %% one slope per row
# message: Every score has a slope, not only that of the true class.
# loses: gradient-value, gradient-steps, gradient-shape, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - y)[np.arange(len(c)), c] / len(z)

# %% class numbers for one-hot rows
# message: The slopes of the two rows differ; do the first row on paper.
# loses: gradient-value, gradient-steps, gradient-shape, gradient-edge
def crossentropy_gradient(z, c):
    a, y = softmax(z), one_hot(c, z.shape[1])
    return (a - np.asarray(c)[:, None]) / len(z)
