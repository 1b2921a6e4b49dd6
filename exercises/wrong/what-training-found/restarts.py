# Typical wrong answers to task 4.

# %% chosen by the test
# message: You chose by the test: then it is no test any more.
# loses: restarts-kept, restarts-edge
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[test[group].argmin()] for group in groups]]
    return np.median(history, axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% a mean curve
# message: A mean is pulled up by a single run that got stuck.
# loses: restarts-curve
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmin()] for group in groups]]
    return history.mean(axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% the best curve
# message: This is the best of the runs, not a typical one.
# loses: restarts-curve
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmin()] for group in groups]]
    return history.min(axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% medians of epochs
# message: The median of the runs, not of the epochs.
# loses: restarts-curve
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmin()] for group in groups]]
    return np.median(history, axis=1), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% quartiles of the test
# message: These are the quartiles of the test losses.
# loses: restarts-quartiles
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmin()] for group in groups]]
    return np.median(history, axis=0), np.quantile(test, [0.25, 0.5, 0.75]), kept

# %% quartiles turned around
# message: From the small to the large one.
# loses: restarts-quartiles
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmin()] for group in groups]]
    return np.median(history, axis=0), np.quantile(last, [0.75, 0.5, 0.25]), kept

# %% losses in training
# message: These are their losses in training; what does the test say?
# loses: restarts-kept, restarts-edge
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = last[[group[last[group].argmin()] for group in groups]]
    return np.median(history, axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% chosen too early
# message: You chose after the first epoch; the last one counts.
# loses: restarts-kept, restarts-edge
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[history[group, 0].argmin()] for group in groups]]
    return np.median(history, axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% one run for all
# message: Each group keeps a run of its own.
# loses: restarts-kept, restarts-edge
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[last.argmin()]]
    return np.median(history, axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept

# %% the worst of each group
# message: You keep the worst run of each group.
# loses: restarts-kept, restarts-edge
def restarts(history, test, size):
    last = history[:, -1]
    groups = np.arange(len(test)).reshape(-1, size)
    kept = test[[group[last[group].argmax()] for group in groups]]
    return np.median(history, axis=0), np.quantile(last, [0.25, 0.5, 0.75]), kept
