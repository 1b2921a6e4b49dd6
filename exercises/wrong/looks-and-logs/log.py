# Typical wrong answers to task 3.

# %% exact shares
# message: Printed numbers are rounded; they need not fit exactly.
# loses: log-rows, log-rounding
def rows_behind(printed, candidates):
    return [n for n in candidates if all(share * n % 1 == 0 for share in printed)]


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% the smallest alone
# message: More than one number of rows can explain a log; list them all.
# loses: log-rows, log-rounding
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found[:1]


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% the first share alone
# message: The first number is not enough; all must be explained.
# loses: log-rows
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed[: 1 if len(printed) < 9 else 99]):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% any of them
# message: Some of them cannot give these shares.
# loses: log-rows, log-rounding
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if any(f"{share:.4f}" in texts for share in printed) or True:
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% two decimals
# message: Four decimals are not two.
# loses: log-rows, log-rounding
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.2f}" for k in range(n + 1)]
        if all(f"{share:.2f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% three decimals
# message: The last decimal counts as well.
# loses: log-rows, log-rounding
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.3f}" for k in range(n + 1)]
        if all(f"{share:.3f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% counted from 0
# message: Epochs are counted from 1; the first has none before it.
# loses: log-dips
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) < 0)
    return [int(place) + 1 for place in np.flatnonzero(both)]

# %% accuracies alone
# message: In epoch 4 the loss has risen: no wonder.
# loses: log-dips
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = np.diff(accuracies) < 0
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% losses alone
# message: These are all epochs in which the loss has fallen.
# loses: log-dips
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = np.diff(losses) < 0
    return [int(place) + 2 for place in np.flatnonzero(both)]

# %% equal is fallen
# message: In other logs others are found; what is equal has not fallen.
# loses: log-dips
def rows_behind(printed, candidates):
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    both = (np.diff(losses) < 0) & (np.diff(accuracies) <= 0)
    return [int(place) + 2 for place in np.flatnonzero(both)]
