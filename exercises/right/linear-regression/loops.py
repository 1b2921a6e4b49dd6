"""All tasks with plain loops, without calling one task from another."""

import numpy as np


# %% weighted-sum
def weighted_sum(inputs, weights, bias):
    """Return one prediction per row, shape (rows,)."""
    predictions = []
    for row in inputs:
        total = bias
        for value, weight in zip(row, weights, strict=True):
            total += value * weight
        predictions.append(total)
    return np.array(predictions)


# %% mean-squared-error
def mean_squared_error(prediction, target):
    """Return the mean of the squared errors, one number."""
    total = 0.0
    for guess, price in zip(prediction, target, strict=True):
        total += (guess - price) ** 2
    return total / len(target)


# %% mse-gradient
def mse_gradient(inputs, target, weights, bias):
    """Return the slopes of the loss: an array of shape (features,) and a number."""
    dw, db = np.zeros(len(weights)), 0.0
    for row, price in zip(inputs, target, strict=True):
        error = float(np.dot(row, weights)) + bias - price
        dw += 2 * error * row / len(target)
        db += 2 * error / len(target)
    return dw, db


# %% train
def train(inputs, target, learning_rate, epochs):
    """Return weights, bias and the list of losses, one per epoch."""
    weights, bias, losses = [0.0] * inputs.shape[1], 0.0, []
    for _ in range(epochs):
        errors = [np.dot(row, weights) + bias for row in inputs] - target
        losses.append(sum(errors**2) / len(errors))
        for feature in range(len(weights)):
            slope = 2 * sum(errors * inputs[:, feature]) / len(errors)
            weights[feature] -= learning_rate * slope
        bias -= learning_rate * 2 * sum(errors) / len(errors)
    return np.array(weights), bias, losses
