# Typical wrong answers to task 5.

# %% the matrix is turned
# message: Rows are what is, columns what was said; yours are turned.
# loses: confusion-value, confusion-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (said, actual), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)

# %% shares instead of counts
# message: These are shares; count rows.
# loses: confusion-value, confusion-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes))
    np.add.at(table, (actual, said), 1 / len(actual))
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)

# %% counted once
# message: Several rows in one field count as one; count all.
# loses: confusion-value
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    table[actual, said] += 1
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)

# %% only right answers
# message: Only right answers are counted; wrong ones belong in it.
# loses: confusion-value, confusion-edge
def confusion(actual, said, classes):
    return np.diag([np.sum((actual == k) & (said == k)) for k in range(classes)])

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)

# %% only the classes that occur
# message: A class that does not occur has a row and a column of zeros.
# loses: confusion-edge
def confusion(actual, said, classes):
    names = np.unique(np.concatenate([actual, said]))
    return np.array(
        [[np.sum((actual == a) & (said == b)) for b in names] for a in names]
    )

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(truly, 1)

# %% precision and recall exchanged
# message: The two have changed places.
# loses: scores-value, scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(truly, 1), right / np.maximum(said, 1)

# %% divided by all rows
# message: You divide by all rows.
# loses: scores-value, scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix) / matrix.sum()
    return right, right

# %% only the columns
# message: You read down the columns twice.
# loses: scores-value, scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix) / np.maximum(matrix.sum(axis=0), 1)
    return right, right

# %% divided by the mistakes
# message: You divide by the mistakes; divide by the whole sum.
# loses: scores-value, scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    other_said = matrix.sum(axis=0) - right
    other_truly = matrix.sum(axis=1) - right
    return right / np.maximum(other_said, 1), right / np.maximum(other_truly, 1)

# %% divided by nothing
# message: A class that is never named gives nan; it should give 0.
# loses: scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    return right / matrix.sum(axis=0), right / matrix.sum(axis=1)

# %% one number for all classes
# message: Return two arrays, with one score for each class.
# loses: scores-value, scores-edge
def confusion(actual, said, classes):
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, said), 1)
    return table

def precision_recall(matrix):
    right = np.diag(matrix)
    said, truly = matrix.sum(axis=0), matrix.sum(axis=1)
    return np.mean(right / np.maximum(said, 1)), np.mean(right / np.maximum(truly, 1))
