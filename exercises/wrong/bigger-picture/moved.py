# Typical wrong answers to task 4.

# %% no bias
# message: A last layer has a bias as well.
# loses: moved-old, moved-new, moved-scratch
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(known, y, rcond=None)[0]
        return np.mean((asked @ w - test_y) ** 2)

    test = represent(test_x)
    old, new = off(represent(old_x), old_y, test), off(represent(few_x), few_y, test)
    return [old, new, off(few_x, few_y, test_x)]

# %% the old network on the rows as they are
# message: The old network reads its features, not the rows as they are.
# loses: moved-old
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.mean((np.c_[asked, np.ones(len(asked))] @ w - test_y) ** 2)

    test = represent(test_x)
    new = off(represent(few_x), few_y, test)
    return [off(old_x, old_y, test_x), new, off(few_x, few_y, test_x)]

# %% the old network is fitted again
# message: The old network is not fitted again, and it is tested on new rows.
# loses: moved-old
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.mean((np.c_[asked, np.ones(len(asked))] @ w - test_y) ** 2)

    new = off(represent(few_x), few_y, represent(test_x))
    return [new, new, off(few_x, few_y, test_x)]

# %% sums instead of means
# message: Take the mean over the test rows, not the sum.
# loses: moved-old, moved-new, moved-scratch
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.sum((np.c_[asked, np.ones(len(asked))] @ w - test_y) ** 2)

    test = represent(test_x)
    old, new = off(represent(old_x), old_y, test), off(represent(few_x), few_y, test)
    return [old, new, off(few_x, few_y, test_x)]

# %% measured on the few rows
# message: Measure on the test rows.
# loses: moved-old, moved-new, moved-scratch
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.mean((np.c_[asked, np.ones(len(asked))] @ w - few_y) ** 2)

    few = represent(few_x)
    old, new = off(represent(old_x), old_y, few), off(few, few_y, few)
    return [old, new, off(few_x, few_y, few_x)]

# %% old and new rows together
# message: Fit the new layer to the few new rows alone, without the old ones.
# loses: moved-new
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.mean((np.c_[asked, np.ones(len(asked))] @ w - test_y) ** 2)

    test, both = represent(test_x), np.vstack([old_x, few_x])
    old = off(represent(old_x), old_y, test)
    new = off(represent(both), np.concatenate([old_y, few_y]), test)
    return [old, new, off(few_x, few_y, test_x)]

# %% features from scratch
# message: Without the old network there are no features.
# loses: moved-scratch
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    def off(known, y, asked):
        w = np.linalg.lstsq(np.c_[known, np.ones(len(known))], y, rcond=None)[0]
        return np.mean((np.c_[asked, np.ones(len(asked))] @ w - test_y) ** 2)

    test = represent(test_x)
    old, new = off(represent(old_x), old_y, test), off(represent(few_x), few_y, test)
    return [old, new, new]
