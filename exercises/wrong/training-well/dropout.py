# Typical wrong answers to task 4.

# %% nothing is made larger
# message: What stays has to be made larger.
# loses: dropout-training, dropout-mean
def dropout(a, mask, rate, kind, training):
    if training:
        return a * np.asarray(mask)
    return a * (1 - rate) if kind == "classical" else a * 1

# %% rate and its rest confused
# message: The chance to stay is 1 minus the rate.
# loses: dropout-training, dropout-predict, dropout-mean
def dropout(a, mask, rate, kind, training):
    if training:
        return a * np.asarray(mask) / (max(rate, 1e-9) if kind == "inverted" else 1)
    return a * rate if kind == "classical" else a * 1

# %% multiplies instead
# message: Divide by the chance to stay; do not multiply.
# loses: dropout-training, dropout-mean
def dropout(a, mask, rate, kind, training):
    if training:
        return a * np.asarray(mask) * (1 - rate if kind == "inverted" else 1)
    return a * (1 - rate) if kind == "classical" else a * 1

# %% the mask turned round
# message: 1 in the mask means that the unit stays.
# loses: dropout-training, dropout-mean
def dropout(a, mask, rate, kind, training):
    if training:
        return a * (1 - np.asarray(mask)) / (1 - rate if kind == "inverted" else 1)
    return a * (1 - rate) if kind == "classical" else a * 1

# %% drops in prediction, too
# message: In prediction all units work.
# loses: dropout-predict
def dropout(a, mask, rate, kind, training):
    if training:
        return a * np.asarray(mask) / (1 - rate if kind == "inverted" else 1)
    return a * np.asarray(mask) * (1 - rate if kind == "classical" else 1)

# %% classical is never paid back
# message: Classical dropout has to be paid back in prediction.
# loses: dropout-predict, dropout-mean
def dropout(a, mask, rate, kind, training):
    if training:
        return a * np.asarray(mask) / (1 - rate if kind == "inverted" else 1)
    return a * 1
