"""All tasks as chapter 5 writes them, with dlcore where it has the function."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% one-hot
def one_hot(c, classes):
    """Return an array (rows, classes) with a 1 in the column of each class."""
    from dlcore.utils import to_categorical

    return to_categorical(c, classes)


def class_numbers(rows):
    """Return the column of the largest number of each row, shape (rows,)."""
    return np.argmax(rows, axis=1)


# %% softmax
def softmax(z):
    """Return the shares of each row of scores, shape (rows, classes)."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


# %% crossentropy
def crossentropy(z, c):
    """Return the mean cross-entropy of scores z for class numbers c, one number."""
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_a[np.arange(len(c)), c])


# %% crossentropy-gradient
def crossentropy_gradient(z, c):
    """Return the slope of the mean cross-entropy in each score."""
    return (softmax(z) - one_hot(c, z.shape[1])) / len(z)


# %% class-scores
def confusion(actual, said, classes):
    """Return the counts, shape (classes, classes): what is, then what was said."""
    from dlcore.metrics import confusion_matrix

    return confusion_matrix(actual, said, classes)


def precision_recall(matrix):
    """Return the precision and the recall of each class, two arrays (classes,)."""
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)


# %% train-and-predict
def train_and_predict(x_train, c_train, x_new, classes, seed):
    """Return the shares of a freshly trained classifier for the rows of x_new."""
    from dlcore import Input, Sequential
    from dlcore.layers import Dense
    from dlcore.optimizers import RMSprop
    from dlcore.utils import set_random_seed, to_categorical

    set_random_seed(seed)
    low, high = x_train.min(axis=0), x_train.max(axis=0)
    x_train, x_new = ((x - low) / (high - low) * 4 - 2 for x in (x_train, x_new))
    model = Sequential(
        [
            Input(shape=(x_train.shape[1],)),
            Dense(24, activation="tanh"),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(RMSprop(0.05), loss="categorical_crossentropy")
    targets = to_categorical(c_train, classes)
    model.fit(x_train, targets, epochs=80, batch_size=32, verbose=0)
    return model.predict(x_new)


# %% own-hotels
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=3))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
recall = precision_recall(confusion(c_test, said, 3))[1]
macro_recall, weakest = recall.mean(), recall.argmin()
