# Typical wrong answers to task 1.

# %% the mean forgotten
# message: The cost is the mean over the rows: divide by their number.
# loses: gradients-output, gradients-hidden, gradients-kinds
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% downhill
# message: Your gradient points downhill: prediction minus target.
# loses: gradients-output, gradients-hidden, gradients-kinds, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (y - outputs[-1]) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% no slope at the output
# message: The activation of the last layer has a slope as well.
# loses: gradients-output, gradients-hidden, gradients-kinds, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x)
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% no slopes on the way
# message: Closed gates let nothing back: the slopes are missing.
# loses: gradients-hidden, gradients-kinds, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T
    return found

# %% tanh taken at the output
# message: A small step in the first weight disagrees for tanh; check its slope.
# loses: gradients-output, gradients-hidden, gradients-kinds, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(np.tanh(z)) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% the last layer comes first
# message: The first layer comes first.
# loses: gradients-output, gradients-hidden, gradients-kinds, gradients-shape, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.append((outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% the corner is open
# message: At its corner a gate is closed.
# loses: gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z >= 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found

# %% two layers and no more
# message: In deeper networks the gradients differ; is each delta made from the next?
# loses: gradients-hidden, gradients-kinds, gradients-shape, gradients-edge
def gradients(x, y, layers):
    slopes = {
        "linear": lambda z: 1 + 0 * z,
        "relu": lambda z: 1.0 * (z > 0),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: bend(z, "sigmoid") * bend(-z, "sigmoid"),
    }
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slopes[layers[-1][2]](zs[-1])
    found = []
    for place in reversed(range(len(layers))):
        kernel, _, name = layers[place]
        found.insert(0, (outputs[place].T @ delta, delta.sum(axis=0)))
        if place == len(layers) - 1 and place:
            delta = delta @ kernel.T * slopes[layers[place - 1][2]](zs[place - 1])
    return found
