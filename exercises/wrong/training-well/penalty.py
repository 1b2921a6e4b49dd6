# Typical wrong answers to task 5.

# %% signs cancel
# message: In L1 a negative weight must not cancel a positive one.
# loses: penalty-value, penalty-slope, penalty-edge
def penalty(w, l1, l2):
    return l1 * np.sum(w) + l2 * np.sum(w**2), l1 * np.ones(w.shape) + 2 * l2 * w

# %% a mean
# message: This is a mean; the penalty is a sum.
# loses: penalty-value, penalty-slope
def penalty(w, l1, l2):
    return l1 * np.mean(np.abs(w)) + l2 * np.mean(w**2), l1 * np.sign(w) + 2 * l2 * w

# %% half of the square
# message: L2 has no half here: λ₂ times the sum of the squares.
# loses: penalty-value, penalty-slope
def penalty(w, l1, l2):
    return l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2) / 2, l1 * np.sign(w) + l2 * w

# %% without the two
# message: The 2 of the square is missing.
# loses: penalty-slope
def penalty(w, l1, l2):
    return l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2), l1 * np.sign(w) + l2 * w

# %% the step
# message: This is the step; the slope has the other sign.
# loses: penalty-slope
def penalty(w, l1, l2):
    return l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2), -l1 * np.sign(w) - 2 * l2 * w

# %% a slope at zero
# message: At 0 take 0 as the slope of |w|.
# loses: penalty-slope, penalty-edge
def penalty(w, l1, l2):
    sign = np.where(w >= 0, 1, -1)
    return l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2), l1 * sign + 2 * l2 * w
