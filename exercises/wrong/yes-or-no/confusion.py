# Typical wrong answers to task 4.

# %% the matrix is turned
# message: Rows are what is, columns what was said; yours are turned.
# loses: confusion-value, confusion-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(actual + 2 * said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% class 1 comes first
# message: Class 1 comes first in your matrix; 0 comes before 1.
# loses: confusion-value, confusion-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(3 - 2 * actual - said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% shares instead of counts
# message: These are shares; count rows.
# loses: confusion-value, confusion-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2) / len(actual)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% four numbers in a row
# message: The four numbers are right; arrange them two by two.
# loses: confusion-value, confusion-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% only the classes that occur
# message: A class that does not occur has a row and a column of zeros.
# loses: confusion-edge
def confusion(actual, said):
    classes = np.unique(np.concatenate([actual, said]))
    return np.array(
        [[np.sum((actual == a) & (said == b)) for b in classes] for a in classes]
    )

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% precision and recall exchanged
# message: Precision and recall have changed places.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fn) if tp + fn else 0.0,
        tp / (tp + fp) if tp + fp else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% the ordinary mean
# message: F1 is not the ordinary mean; it is the harmonic one.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall, (precision + recall) / 2

# %% the factor 2 is missing
# message: F1 lacks its factor 2: equal scores must keep their value.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    both = precision + recall
    return precision, recall, precision * recall / both if both else 0.0

# %% scores of class 0
# message: These are the scores of class 0; class 1 is asked for.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tp, fn), (fp, tn) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% the accuracy for F1
# message: The third number is the accuracy, not F1.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        tp / (tp + fp) if tp + fp else 0.0,
        tp / (tp + fn) if tp + fn else 0.0,
        (tp + tn) / (tp + tn + fp + fn),
    )

# %% in percent
# message: These are percent; give shares between 0 and 1.
# loses: scores-value, scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    (tn, fp), (fn, tp) = matrix
    return (
        100 * tp / (tp + fp) if tp + fp else 0.0,
        100 * tp / (tp + fn) if tp + fn else 0.0,
        200 * tp / (2 * tp + fp + fn) if tp else 0.0,
    )

# %% divided by nothing
# message: Nothing to divide by gives nan; it should give 0.
# loses: scores-edge
def confusion(actual, said):
    actual, said = np.asarray(actual, int), np.asarray(said, int)
    return np.bincount(2 * actual + said, minlength=4).reshape(2, 2)

def scores(matrix):
    tn, fp, fn, tp = np.asarray(matrix, dtype=float).ravel()
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    return precision, recall, 2 * precision * recall / (precision + recall)
