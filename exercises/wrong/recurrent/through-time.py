# Typical wrong answers to task 2.

# %% not transposed on the way back
# message: On the way back `w_h` is transposed.
# loses: through-time-recurrent, through-time-inputs, through-time-bias
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h
    return by_x, by_h, by_b

# %% no slope of tanh
# message: The slope of tanh is missing.
# loses: through-time-recurrent, through-time-inputs, through-time-bias
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h, by_b

# %% the state after the step
# message: `w_h` met the state before the step.
# loses: through-time-recurrent, through-time-edge
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if True:
            by_h = by_h + h[:, t].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h, by_b

# %% nothing goes back
# message: Earlier steps get their share as well.
# loses: through-time-recurrent, through-time-inputs, through-time-bias
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = 0
    return by_x, by_h, by_b

# %% the loss of the last step alone
# message: With a loss at every step the slopes in `w_h`
# loses: through-time-recurrent, through-time-inputs, through-time-bias
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] if t == h.shape[1] - 1 else later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h, by_b

# %% transposed
# message: Transposed: `w_h` is (from, to).
# loses: through-time-recurrent
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h.T, by_b

# %% a mean over the steps
# message: Add up over the steps; take no mean.
# loses: through-time-bias
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if t:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h, by_b / h.shape[1]

# %% a wrap-around at the first step
# message: The first step met a state of zeros.
# loses: through-time-recurrent, through-time-edge
def through_time(x, h, dh, w_h):
    later, by_x, by_h, by_b = np.zeros(h[:, 0].shape), 0, np.zeros(w_h.shape), 0
    for t in reversed(range(h.shape[1])):
        delta = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        by_x = by_x + x[:, t].T @ delta
        if True:
            by_h = by_h + h[:, t - 1].T @ delta
        by_b = by_b + delta.sum(axis=0)
        later = delta @ w_h.T
    return by_x, by_h, by_b
