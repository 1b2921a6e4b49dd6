# Typical wrong answers to task 1.

# %% through the origin
# message: Your line goes through 0 and 0: the bias has to be found, too.
# loses: line-value, line-floor
def best_line(x, y):
    weights = np.linalg.lstsq(x, y, rcond=None)[0]
    return weights, 0.0, np.mean((x @ weights - y) ** 2)


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% the bias at the mean
# message: The bias is the prediction at 0 miles, not at the mean.
# loses: line-value
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array(weights), np.mean(y), floor


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% each feature alone
# message: You fit each feature alone; together they share the work.
# loses: line-value, line-floor
def best_line(x, y):
    gaps = x - x.mean(axis=0)
    weights = gaps.T @ y / np.sum(gaps**2, axis=0)
    bias = y.mean() - x.mean(axis=0) @ weights
    return weights, bias, np.mean((x @ weights + bias - y) ** 2)


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% the residual variance of statistics
# message: Divide by the rows, not by the rows less the parameters.
# loses: line-floor
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.sum((x @ weights + bias - y) ** 2) / (len(x) - 1 - x.shape[1])
    return np.array(weights), bias, floor


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% a floor in dollars
# message: You took a root; the floor is a mean of squares.
# loses: line-floor
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array(weights), bias, floor**0.5


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% the bias among the weights
# message: The bias is not one of the weights.
# loses: line-value, line-shape
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array([*weights, bias]), bias, floor


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean / std)

# %% multiplied by the deviation
# message: Divide the weight by the deviation: the features were divided.
# loses: line-units
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array(weights), bias, floor


def in_units(weights, bias, mean, std):
    return weights * std, bias - np.sum(weights * std * mean)

# %% a bias that stays
# message: The bias moves as well: at 0 miles the old feature is not 0.
# loses: line-units
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array(weights), bias, floor


def in_units(weights, bias, mean, std):
    return weights / std, bias

# %% the old weight times the mean
# message: The mean is multiplied by the weight for miles, not the old one.
# loses: line-units
def best_line(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *weights, bias = np.linalg.lstsq(table, y, rcond=None)[0]
    floor = np.mean((x @ weights + bias - y) ** 2)
    return np.array(weights), bias, floor


def in_units(weights, bias, mean, std):
    return weights / std, bias - np.sum(weights * mean)
