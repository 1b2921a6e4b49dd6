# Typical wrong answers to task 3.

# %% stops at the first worse epoch
# message: One worse epoch is not yet two.
# loses: early-stopping-value, early-stopping-edge, early-stopping-patience
def early_stopping(losses, patience):
    for epoch in range(1, len(losses)):
        if losses[epoch] >= losses[epoch - 1]:
            return epoch, epoch - 1
    return len(losses) - 1, len(losses) - 1

# %% keeps the last weights
# message: The weights that are kept are the best, not the last.
# loses: early-stopping-value, early-stopping-edge, early-stopping-patience
def early_stopping(losses, patience):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(losses):
        best, wait = (loss, 0) if loss < best else (best, wait + 1)
        if wait == patience:
            return epoch, epoch
    return len(losses) - 1, len(losses) - 1

# %% looks at all epochs
# message: Two epochs without a better loss: it stops before.
# loses: early-stopping-value, early-stopping-edge, early-stopping-patience
def early_stopping(losses, patience):
    return len(losses) - 1, int(np.argmin(losses))

# %% compares with the epoch before
# message: Two epochs without a better loss: it stops before.
# loses: early-stopping-value
def early_stopping(losses, patience):
    best, wait = 0, 0
    for epoch in range(1, len(losses)):
        wait = wait + 1 if losses[epoch] >= losses[epoch - 1] else 0
        best = epoch if losses[epoch] < losses[best] else best
        if wait == patience:
            return epoch, best
    return len(losses) - 1, best

# %% never forgets a bad epoch
# message: With more patience it gets over the bump; a better loss starts the count anew.
# loses: early-stopping-value, early-stopping-patience
def early_stopping(losses, patience):
    best, worse = 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        else:
            worse += 1
        if worse == patience:
            return epoch, best
    return len(losses) - 1, best

# %% an equal loss counts as better
# message: An equal loss is no better.
# loses: early-stopping-edge
def early_stopping(losses, patience):
    best, wait = 0, 0
    for epoch in range(1, len(losses)):
        best, wait = (epoch, 0) if losses[epoch] <= losses[best] else (best, wait + 1)
        if wait == patience:
            return epoch, best
    return len(losses) - 1, best
