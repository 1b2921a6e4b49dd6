# Typical wrong answers to task 1. Each must lose exactly the tests named under
# `loses`, and one of those must show the message.

# %% the bias is forgotten
# message: The bias has no effect on your predictions.
# loses: weighted-sum-value, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return inputs @ weights

# %% the bias is taken away
# message: The bias is taken away; a larger bias raises the prediction.
# loses: weighted-sum-value, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return inputs @ weights - bias

# %% nothing is added up
# message: Add up over the features; each row gets one sum.
# loses: weighted-sum-value, weighted-sum-shape, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return inputs * weights + bias

# %% everything is added up
# message: All rows are added up; each row keeps its own prediction.
# loses: weighted-sum-value, weighted-sum-shape, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return np.sum(inputs * weights) + bias

# %% the bias is added for every feature
# message: The two hotels should get other predictions; follow the first one on paper.
# loses: weighted-sum-value, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return np.sum(inputs * weights + bias, axis=1)

# %% only two features are thought of
# message: On other inputs the predictions differ; look for fixed numbers in your code.
# loses: weighted-sum-value, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return inputs[:, 0] * weights[0] + inputs[:, -1] * weights[-1] + bias

# %% negative predictions are cut off
# message: Negative predictions are cut off; keep them.
# loses: weighted-sum-value, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return np.maximum(inputs @ weights + bias, 0)

# %% the result is a column
# message: The predictions form a column; one axis is asked for.
# loses: weighted-sum-value, weighted-sum-shape, weighted-sum-edge
def weighted_sum(inputs, weights, bias):
    return inputs @ weights[:, None] + bias
