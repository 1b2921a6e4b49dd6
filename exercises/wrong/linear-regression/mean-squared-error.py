# Typical wrong answers to task 2.

# %% the sum
# message: This is the sum; twice as many hotels must not double the loss.
# loses: mean-squared-error-value
def mean_squared_error(prediction, target):
    return np.sum((prediction - target) ** 2)

# %% not squared
# message: Errors of opposite sign cancel; each must be squared on its own.
# loses: mean-squared-error-value, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return np.mean(prediction - target)

# %% averaged before squaring
# message: You average first and square after; square each error first.
# loses: mean-squared-error-value
def mean_squared_error(prediction, target):
    return np.mean(prediction - target) ** 2

# %% absolute errors
# message: This is the mean size of the errors; square them instead.
# loses: mean-squared-error-value, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return np.mean(np.abs(prediction - target))

# %% with one half in front
# message: This is half the loss; the book puts no ½ in front.
# loses: mean-squared-error-value, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return np.mean((prediction - target) ** 2) / 2

# %% the root
# message: You took a square root at the end; the loss is in dollars².
# loses: mean-squared-error-value, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return np.sqrt(np.mean((prediction - target) ** 2))

# %% one loss per row
# message: The loss is one number for all rows together, not one for each.
# loses: mean-squared-error-value, mean-squared-error-shape, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return (prediction - target) ** 2

# %% always divided by two
# message: You always divide by 2; divide by the rows there are.
# loses: mean-squared-error-value, mean-squared-error-edge
def mean_squared_error(prediction, target):
    return np.sum((prediction - target) ** 2) / 2

# %% writes into its inputs
# message: Your function changes its inputs.
# loses: mean-squared-error-edge
def mean_squared_error(prediction, target):
    prediction -= target
    return float(prediction @ prediction) / len(target)
