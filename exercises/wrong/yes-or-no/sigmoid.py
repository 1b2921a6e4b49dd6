# Typical wrong answers to task 1. Each must lose exactly the tests named under
# `loses`, and one of those must show the message.

# %% the exponent has the wrong sign
# message: The sign in the exponent is reversed.
# loses: sigmoid-value, sigmoid-edge
def sigmoid(z):
    return 1 / (1 + np.exp(z))

def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)

# %% tanh instead of the sigmoid
# message: This is tanh, not sigmoid.
# loses: sigmoid-value, sigmoid-slope, sigmoid-edge
def sigmoid(z):
    return np.tanh(z)

def sigmoid_slope(z):
    return 1 - np.tanh(z) ** 2

# %% the rule for a is given z
# message: Your rule wants the output a; your function receives z.
# loses: sigmoid-slope, sigmoid-edge
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def sigmoid_slope(z):
    return z * (1 - z)

# %% one factor of the slope
# message: One factor of the slope is missing.
# loses: sigmoid-slope, sigmoid-edge
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def sigmoid_slope(z):
    return 1 - sigmoid(z)

# %% a falling sigmoid
# message: The sigmoid rises everywhere; its slope is never negative.
# loses: sigmoid-slope
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (a - 1)

# %% a power that overflows
# message: For a very sure row a power overflows and nan comes out.
# loses: sigmoid-edge
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))

def sigmoid_slope(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)

# %% the slope overflows
# message: For a very sure row the slope becomes nan: a power overflows.
# loses: sigmoid-edge
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def sigmoid_slope(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2

# %% cut off at five
# message: Far out your outputs are cut off; the sigmoid goes on falling and rising.
# loses: sigmoid-edge
def sigmoid(z):
    z = np.where(np.abs(z) > 900, z, np.clip(z, -5, 5))
    return 1 / (1 + np.exp(-z))

def sigmoid_slope(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)

# %% the mean of all entries
# message: Each entry has a sigmoid and a slope of its own.
# loses: sigmoid-value, sigmoid-slope, sigmoid-shape, sigmoid-edge
def sigmoid(z):
    return np.mean(1 / (1 + np.exp(-z)))

def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)
