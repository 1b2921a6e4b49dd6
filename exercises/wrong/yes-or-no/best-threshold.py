# Typical wrong answers to task 5.

# %% chosen by accuracy
# message: You choose by accuracy; on imbalanced data F1 wants another threshold.
# loses: best-threshold-value
def best_threshold(actual, outputs):
    best, best_accuracy = None, -1.0
    for threshold in np.unique(outputs):
        accuracy = np.mean((outputs >= threshold) == actual)
        if accuracy >= best_accuracy:
            best, best_accuracy = threshold, accuracy
    return best, scores(confusion(actual, outputs >= best))[2]

# %% always one half
# message: For the ten rows another threshold is best; try them one by one.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    return 0.5, scores(confusion(actual, outputs >= 0.5))[2]

# %% larger instead of at least
# message: You call 1 what is larger; what is equal belongs to it.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)[::-1]
    f1 = [scores(confusion(actual, outputs > t))[2] for t in thresholds]
    return thresholds[np.argmax(f1)], max(f1)

# %% the place of the threshold
# message: This is the place of the threshold; give the threshold itself.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    f1 = [scores(confusion(actual, outputs >= t))[2] for t in outputs]
    return int(np.argmax(f1)), max(f1)

# %% the smallest of equals
# message: Two are equally good; take the larger one.
# loses: best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)
    f1 = [scores(confusion(actual, outputs >= t))[2] for t in thresholds]
    return thresholds[np.argmax(f1)], max(f1)

# %% the best recall
# message: This threshold has the best recall; F1 is asked for.
# loses: best-threshold-value, best-threshold-ties
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)
    recall = [scores(confusion(actual, outputs >= t))[1] for t in thresholds]
    best = thresholds[np.argmax(recall)]
    if max(recall) == 0:
        best = thresholds[-1]
    return best, scores(confusion(actual, outputs >= best))[2]

# %% the best precision
# message: This threshold has the best precision; F1 is asked for.
# loses: best-threshold-value, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)[::-1]
    precision = [scores(confusion(actual, outputs >= t))[0] for t in thresholds]
    best = thresholds[np.argmax(precision)]
    return best, scores(confusion(actual, outputs >= best))[2]

# %% the accuracy in second place
# message: The second number is the accuracy; F1 is asked for.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)[::-1]
    f1 = [scores(confusion(actual, outputs >= t))[2] for t in thresholds]
    best = thresholds[np.argmax(f1)]
    return best, np.mean((outputs >= best) == actual)

# %% in the wrong order
# message: First the threshold, then its F1.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)[::-1]
    f1 = [scores(confusion(actual, outputs >= t))[2] for t in thresholds]
    return max(f1), thresholds[np.argmax(f1)]

# %% the threshold alone
# message: Return two numbers: the threshold and its F1.
# loses: best-threshold-value, best-threshold-ties, best-threshold-edge
def best_threshold(actual, outputs):
    thresholds = np.unique(outputs)[::-1]
    f1 = [scores(confusion(actual, outputs >= t))[2] for t in thresholds]
    return thresholds[np.argmax(f1)]
