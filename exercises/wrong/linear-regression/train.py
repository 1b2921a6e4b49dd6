# Typical wrong answers to task 4.

# %% up the slope
# message: You walk up the slope; the loss grows with every step.
# loses: train-one-epoch, train-value, train-history, train-edge, train-hotels
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights + learning_rate * dw, bias + learning_rate * db
    return weights, bias, losses

# %% every epoch starts from 0
# message: After 300 epochs the loss should be far below its start of 1.25.
# loses: train-value, train-history, train-edge, train-hotels
def train(inputs, target, learning_rate, epochs):
    losses = []
    weights, bias = np.zeros(inputs.shape[1]), 0.0
    for _ in range(epochs):
        weights, bias = np.zeros(inputs.shape[1]), 0.0
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights - learning_rate * dw, bias - learning_rate * db
    return weights, bias, losses

# %% the bias does not learn
# message: The bias stays where it was; it learns too.
# loses: train-one-epoch, train-value, train-history, train-edge, train-hotels
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights = weights - learning_rate * dw
    return weights, bias, losses

# %% losses measured after the adjustment
# message: The first loss is the one before anything was learned.
# loses: train-history
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights - learning_rate * dw, bias - learning_rate * db
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
    return weights, bias, losses

# %% adjusted after every row
# message: You adjust after every row; one epoch sees all rows, then adjusts.
# loses: train-one-epoch, train-value, train-history, train-edge, train-hotels
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        for row in range(len(target)):
            one = slice(row, row + 1)
            dw, db = mse_gradient(inputs[one], target[one], weights, bias)
            weights, bias = weights - learning_rate * dw, bias - learning_rate * db
    return weights, bias, losses

# %% weights first, then the bias
# message: The bias is adjusted with weights that have moved already
# loses: train-one-epoch, train-value, train-history, train-edge
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        weights = weights - learning_rate * mse_gradient(inputs, target, weights, bias)[0]
        bias = bias - learning_rate * mse_gradient(inputs, target, weights, bias)[1]
    return weights, bias, losses

# %% one epoch too many
# message: You train one epoch more than asked.
# loses: train-one-epoch, train-value, train-history, train-edge
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs + 1):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights - learning_rate * dw, bias - learning_rate * db
    return weights, bias, losses

# %% the learning rate is forgotten
# message: The learning rate has no effect on your step.
# loses: train-one-epoch, train-value, train-history, train-edge, train-hotels
def train(inputs, target, learning_rate, epochs):
    weights, bias, losses = np.zeros(inputs.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(mean_squared_error(weighted_sum(inputs, weights, bias), target))
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights - dw, bias - db
    return weights, bias, losses

# %% no loss is kept
# message: Seven epochs leave seven losses, one for each.
# loses: train-history
def train(inputs, target, learning_rate, epochs):
    weights, bias = np.zeros(inputs.shape[1]), 0.0
    for _ in range(epochs):
        dw, db = mse_gradient(inputs, target, weights, bias)
        weights, bias = weights - learning_rate * dw, bias - learning_rate * db
    return weights, bias, []
