# Typical wrong answers to task 3.

# %% both signs reversed
# message: Both signs are reversed; the error is predicted minus actual.
# loses: gradient-weights, gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = target - weighted_sum(inputs, weights, bias)
    return 2 * inputs.T @ error / len(target), 2 * np.mean(error)

# %% the 2 is missing
# message: The 2 that comes from differentiating the square is missing.
# loses: gradient-weights, gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return inputs.T @ error / len(target), np.mean(error)

# %% the sum over the rows
# message: You add up over the rows; the slope is a mean.
# loses: gradient-weights, gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return 2 * inputs.T @ error, 2 * np.sum(error)

# %% the inputs are left out
# message: The slopes ignore the inputs; each error counts times its input.
# loses: gradient-weights, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return np.full(len(weights), 2 * np.mean(error)), 2 * np.mean(error)

# %% averaged apart
# message: You average errors and inputs apart; multiply row by row first.
# loses: gradient-weights, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return 2 * np.mean(error) * np.mean(inputs, axis=0), 2 * np.mean(error)

# %% the inputs enter the slope of the bias
# message: The slope of the bias has the inputs in it; the bias has no input.
# loses: gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    dw = 2 * inputs.T @ error / len(target)
    return dw, dw.sum()

# %% the prediction has no bias
# message: The slopes of the weights differ; follow the first weight on paper.
# loses: gradient-weights, gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, 0.0) - target
    return 2 * inputs.T @ error / len(target), 2 * np.mean(error)

# %% divided by the features
# message: You divide by the features, not by the rows.
# loses: gradient-weights, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return 2 * inputs.T @ error / len(weights), 2 * np.mean(error)

# %% one slope per row
# message: There is one slope for each weight, not each row.
# loses: gradient-weights, gradient-slope, gradient-shape, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return 2 * inputs * error[:, None] / len(target), 2 * np.mean(error)

# %% always divided by two
# message: You always divide by 2; divide by the rows there are.
# loses: gradient-weights, gradient-bias, gradient-slope, gradient-edge
def mse_gradient(inputs, target, weights, bias):
    error = weighted_sum(inputs, weights, bias) - target
    return inputs.T @ error, np.sum(error)
