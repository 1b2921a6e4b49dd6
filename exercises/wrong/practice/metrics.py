# Typical wrong answers to task 4.

# %% equal scores count nothing
# message: A pair of equal scores counts one half.
# loses: metrics-auc
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no))


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% equal scores count one
# message: A pair of equal scores counts one half, not one.
# loses: metrics-auc
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean(yes >= no)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% ranked upside down
# message: Positive rows are to stand above the negative ones.
# loses: metrics-auc
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes < no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% accuracy
# message: This is the accuracy; no threshold was asked for.
# loses: metrics-auc
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((scores > 0.5) == (labels == 1))


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% the share itself
# message: Take it from 1: perfect predictions give 1.
# loses: metrics-r-squared
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% without a divisor
# message: Divide by the squared errors of the mean: it must not have a unit.
# loses: metrics-r-squared
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.mean((targets - predictions) ** 2)


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% the spread of the predictions
# message: The spread is that of the targets, not of the predictions.
# loses: metrics-r-squared
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((predictions - np.mean(predictions)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% a correlation
# message: This is a squared correlation; it forgives a wrong scale.
# loses: metrics-r-squared
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return np.corrcoef(targets, predictions)[0, 1] ** 2


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% the likeliest alone
# message: This is the plain accuracy; the second likeliest counts as well.
# loses: metrics-top-k
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :1]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% the k-th alone
# message: The classes up to the second one count, not that one alone.
# loses: metrics-top-k
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, k - 1 : k]
    return np.mean([label in row for label, row in zip(labels, best)])

# %% a number of rows
# message: Return a share, not a number of rows.
# loses: metrics-top-k
def auc(labels, scores):
    labels, scores = np.array(labels), np.array(scores)
    yes, no = scores[labels == 1][:, None], scores[labels == 0]
    return np.mean((yes > no) + (yes == no) / 2)


def r_squared(targets, predictions):
    spread = np.sum((targets - np.mean(targets)) ** 2)
    return 1 - np.sum((targets - predictions) ** 2) / spread


def top_k(labels, shares, k):
    best = np.argsort(-shares, axis=1)[:, :k]
    return np.sum([label in row for label, row in zip(labels, best)])
