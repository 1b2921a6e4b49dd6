# Typical wrong answers to task 1. Each must lose exactly the tests named under
# `loses`, and one of those must show the message.

# %% 0 and 1 exchanged
# message: 0 and 1 are exchanged.
# loses: one-hot-value, one-hot-edge
def one_hot(c, classes):
    return 1 - np.eye(classes)[c]

def class_numbers(rows):
    return np.argmax(rows, axis=1)

# %% counted from 1
# message: Classes are counted from 0.
# loses: one-hot-value, one-hot-edge
def one_hot(c, classes):
    return np.eye(classes)[np.asarray(c) - 1]

def class_numbers(rows):
    return np.argmax(rows, axis=1)

# %% samples in columns
# message: Samples belong in rows, classes in columns.
# loses: one-hot-value, one-hot-edge
def one_hot(c, classes):
    return np.eye(classes)[c].T

def class_numbers(rows):
    return np.argmax(rows, axis=1)

# %% the class number in the hot column
# message: The hot column holds a 1.
# loses: one-hot-value, one-hot-edge
def one_hot(c, classes):
    return np.eye(classes)[c] * np.asarray(c)[:, None]

def class_numbers(rows):
    return np.argmax(rows, axis=1)

# %% only the classes that occur
# message: A class that does not occur has a column all the same.
# loses: one-hot-edge
def one_hot(c, classes):
    return (np.asarray(c)[:, None] == np.unique(c)).astype(float)

def class_numbers(rows):
    return np.argmax(rows, axis=1)

# %% the number in the column
# message: Give the column, not the number in it.
# loses: one-hot-back
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    return np.max(rows, axis=1)

# %% down the columns
# message: You go down the columns; look along each row.
# loses: one-hot-back, one-hot-edge
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    return np.argmax(rows, axis=0)

# %% columns counted from 1
# message: Classes are counted from 0.
# loses: one-hot-back
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    return np.argmax(rows, axis=1) + 1

# %% only where it is 1
# message: Shares have a largest number as well; find its column.
# loses: one-hot-back, one-hot-edge
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    return np.where(rows == 1)[1]

# %% the smallest number
# message: You look for the smallest number of a row.
# loses: one-hot-back
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    return np.argmin(rows, axis=1)

# %% the last of equals
# message: Of equal numbers the first column counts.
# loses: one-hot-back
def one_hot(c, classes):
    return np.eye(classes)[c]

def class_numbers(rows):
    backward = np.asarray(rows)[:, ::-1]
    return backward.shape[1] - 1 - np.argmax(backward, axis=1)
