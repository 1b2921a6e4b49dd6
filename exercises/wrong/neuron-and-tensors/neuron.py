# Typical wrong answers to task 1. Each must lose exactly the tests named under
# `loses`, and one of those must show the message.

# %% the bias is forgotten
# message: The bias has no effect on your output; it is always added.
# loses: neuron-linear, neuron-sigmoid, neuron-edge
def neuron(x, w, b, activation):
    z = np.sum(w * x)
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% the bias is added for every input
# message: The bias is added once for every input; add it once.
# loses: neuron-linear, neuron-sigmoid, neuron-edge
def neuron(x, w, b, activation):
    z = np.sum(w * x + b)
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% sums apart
# message: You add up inputs and weights apart; multiply them in pairs first.
# loses: neuron-linear, neuron-sigmoid
def neuron(x, w, b, activation):
    z = np.sum(w) * np.sum(x) + b
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% the products are multiplied
# message: You multiply the products with each other; add them up.
# loses: neuron-linear, neuron-sigmoid
def neuron(x, w, b, activation):
    z = np.prod(w * x) + b
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% negative sums are cut off
# message: Negative outputs are cut off; a linear neuron may put out any number.
# loses: neuron-linear, neuron-edge
def neuron(x, w, b, activation):
    z = np.sum(w * x) + b
    return max(z, 0.0) if activation == "linear" else 1 / (1 + np.exp(-z))

# %% two inputs by hand
# message: Inputs beyond the second are ignored.
# loses: neuron-linear, neuron-sigmoid, neuron-edge
def neuron(x, w, b, activation):
    z = w[0] * x[0] + w[1] * x[1] + b
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% the activation is left out
# message: The activation has no effect; a sigmoid neuron squeezes its sum.
# loses: neuron-sigmoid
def neuron(x, w, b, activation):
    return np.sum(w * x) + b

# %% the exponent has the wrong sign
# message: The sign in the exponent is reversed.
# loses: neuron-sigmoid
def neuron(x, w, b, activation):
    z = np.sum(w * x) + b
    return z if activation == "linear" else 1 / (1 + np.exp(z))

# %% squeezed before the bias is added
# message: You squeeze before the bias is added; first the sum.
# loses: neuron-sigmoid
def neuron(x, w, b, activation):
    z = np.sum(w * x)
    return z + b if activation == "linear" else 1 / (1 + np.exp(-z)) + b

# %% nothing is added up
# message: There is one output, not one for each input.
# loses: neuron-linear, neuron-sigmoid, neuron-shape, neuron-edge
def neuron(x, w, b, activation):
    z = w * x + b
    return z if activation == "linear" else 1 / (1 + np.exp(-z))

# %% the output is an array of one
# message: The output is a plain number, not an array.
# loses: neuron-linear, neuron-sigmoid, neuron-shape, neuron-edge
def neuron(x, w, b, activation):
    z = np.array([np.sum(w * x) + b])
    return z if activation == "linear" else 1 / (1 + np.exp(-z))
