# Typical wrong answers to task 3.

# %% label minus output
# message: The sign is reversed: output minus label.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return (y - sigmoid(z)) / len(y)

# %% not divided by the rows
# message: The cost is a mean over the rows; its slope has 1/n.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return sigmoid(z) - y

# %% the 2 of the square
# message: There is a 2 too much; that one belongs to the square.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return 2 * (sigmoid(z) - y) / len(y)

# %% times the slope of the sigmoid
# message: You multiply by the slope of the sigmoid; with this loss it cancels.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    a = sigmoid(z)
    return (a - y) * a * (1 - a) / len(y)

# %% the label is left out
# message: The label is not taken away from the output.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return sigmoid(z) / len(y)

# %% z instead of the output
# message: You take the label from z; take it from the output, the sigmoid of z.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return (z - y) / len(y)

# %% a single mean slope
# message: Each row has a slope of its own; yours is a single number.
# loses: gradient-value, gradient-steps, gradient-shape, gradient-edge
def crossentropy_gradient(z, y):
    return np.mean(sigmoid(z) - y)

# %% always divided by three
# message: You always divide by 3; divide by the rows there are.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return (sigmoid(z) - y) / 3

# %% the class instead of the output
# message: The slopes of the three rows differ; do the first row on paper.
# loses: gradient-value, gradient-steps, gradient-edge
def crossentropy_gradient(z, y):
    return ((sigmoid(z) >= 0.5).astype(float) - y) / len(y)
