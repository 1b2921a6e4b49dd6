# Typical wrong answers to task 5.

# %% a yes is 0
# message: All is reversed: a yes is 1, and steps go downhill.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer != "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% sums over the rows
# message: You add up over the rows; the cost is a mean.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = p - y
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% times the slope of the sigmoid
# message: With this loss the slope of the sigmoid cancels.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) * p * (1 - p) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% squared error
# message: This is the squared error, not cross-entropy.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = 2 * (p - y) * p * (1 - p) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% a linear neuron
# message: Your neuron is linear; its output has to be squeezed.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = x @ w + b
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% no bias learned
# message: The bias learns as well.
# loses: yes-no-step, yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% every epoch from 0
# message: Every epoch starts from 0 again; go on where the last one ended.
# loses: yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        w, b = np.zeros(x.shape[1]), 0.0
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% one prediction for all epochs
# message: Predict anew in every epoch.
# loses: yes-no-many, yes-no-edge
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    p = 1 / (1 + np.exp(-(x @ w + b)))
    for _ in range(epochs):
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[1]

# %% half as the sum
# message: The output is to be 0.5 there, not the weighted sum.
# loses: yes-no-boundary
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return (0.5 - bias - weights[0] * miles) / weights[1]

# %% a boundary without bias
# message: The bias moves the boundary as well.
# loses: yes-no-boundary
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(weights[0] * miles) / weights[1]

# %% mirrored
# message: The sign is reversed; put your rating into the weighted sum.
# loses: yes-no-boundary
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return (bias + weights[0] * miles) / weights[1]

# %% solved for the miles
# message: You solved for the miles; the rating is asked for.
# loses: yes-no-boundary
def learn(x, answers, rate, epochs):
    y = np.array([answer == "yes" for answer in answers], dtype=float)
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        p = 1 / (1 + np.exp(-(x @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - rate * x.T @ dz, b - rate * dz.sum()
    return w, b


def boundary(weights, bias, miles):
    return -(bias + weights[0] * miles) / weights[0]
