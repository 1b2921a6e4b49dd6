# Typical wrong answers to task 1.

# %% own scores alone
# message: Each score is in the sum of all: others move, too.
# loses: jacobians-value, jacobians-rows
def jacobians(a):
    return np.array([np.diag(row * (1 - row)) for row in a])

# %% the others gain as well
# message: Raising one score takes from the other shares.
# loses: jacobians-value, jacobians-rows, jacobians-edge
def jacobians(a):
    return np.array([np.diag(row) + np.outer(row, row) for row in a])

# %% only what is taken
# message: A share also rises with its own score.
# loses: jacobians-value, jacobians-rows, jacobians-edge
def jacobians(a):
    return np.array([-np.outer(row, row) for row in a])

# %% every sign turned round
# message: All signs are the wrong way round.
# loses: jacobians-value
def jacobians(a):
    return np.array([np.outer(row, row) - np.diag(row) for row in a])

# %% the slope of the power alone
# message: The sum of all powers changes, too.
# loses: jacobians-value, jacobians-rows, jacobians-edge
def jacobians(a):
    return np.array([np.diag(row) for row in a])

# %% one number a share
# message: Each share answers to each score: a table for each row.
# loses: jacobians-value, jacobians-rows, jacobians-edge
def jacobians(a):
    return a * (1 - a)

# %% the first row for all
# message: Rows do not depend on each other.
# loses: jacobians-value, jacobians-rows, jacobians-edge
def jacobians(a):
    table = np.diag(a[0]) - np.outer(a[0], a[0])
    return np.array([table for _ in a])
