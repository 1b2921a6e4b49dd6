# Typical wrong answers to task 3.

# %% always cuts at 0
# message: The best cut need not be at 0.
# loses: folds-cut, folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else abs(h - place)
        right = np.mean((h > 0) == (np.array(labels) == 1))
        shares.append(max(right, 1 - right))
    return shares

# %% class 1 always on the right
# message: Either class may be on the left.
# loses: folds-cut, folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else abs(h - place)
        shares.append(max(np.mean((h >= c) == (np.array(labels) == 1)) for c in h))
    return shares

# %% numbers of rows
# message: Return a share, not a number of rows.
# loses: folds-cut, folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else abs(h - place)
        cuts = [*h, np.inf]
        right = [np.sum((h >= c) == (np.array(labels) == 1)) for c in cuts]
        shares.append(max(max(right), len(h) - min(right)))
    return shares

# %% the worst cut
# message: Look for the best cut, not the worst.
# loses: folds-cut, folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else abs(h - place)
        cuts = [*h, np.inf]
        right = [np.mean((h >= c) == (np.array(labels) == 1)) for c in cuts]
        shares.append(min(min(right), 1 - max(right)))
    return shares

# %% one side is lost
# message: Your fold changes nothing, or loses one of the sides.
# loses: folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else np.maximum(0, h - place)
        cuts = [*h, np.inf]
        right = [np.mean((h >= c) == (np.array(labels) == 1)) for c in cuts]
        shares.append(max(max(right), 1 - min(right)))
    return shares

# %% each fold begins anew
# message: Each fold takes the line as it lies by then.
# loses: folds-after
def folds(x, labels, places):
    shares = []
    for place in [None, *places]:
        h = np.array(x) if place is None else abs(np.array(x) - place)
        cuts = [*h, np.inf]
        right = [np.mean((h >= c) == (np.array(labels) == 1)) for c in cuts]
        shares.append(max(max(right), 1 - min(right)))
    return shares

# %% the folds alone
# message: The share before the first fold is missing.
# loses: folds-cut, folds-after, folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in places:
        h = abs(h - place)
        cuts = [*h, np.inf]
        right = [np.mean((h >= c) == (np.array(labels) == 1)) for c in cuts]
        shares.append(max(max(right), 1 - min(right)))
    return shares

# %% parts what is equal
# message: No cut parts numbers that are equal.
# loses: folds-edge
def folds(x, labels, places):
    h, shares = np.array(x), []
    for place in [None, *places]:
        h = h if place is None else abs(h - place)
        rows = np.array(labels)[np.lexsort([labels, h])] == 1
        right = [np.mean((np.arange(len(h)) >= c) == rows) for c in range(len(h) + 1)]
        shares.append(max(max(right), 1 - min(right)))
    return shares
