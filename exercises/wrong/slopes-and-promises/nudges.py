# Typical wrong answers to task 3.

# %% the estimate itself
# message: This is the estimate; how far is it from the true slope?
# loses: nudges-both, nudges-one, nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return (f(x + size) - f(x - back)) / (size + back)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% divided by one size, always
# message: Between the two points lie two sizes.
# loses: nudges-both, nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return abs((f(x + size) - f(x - back)) / size - slope)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% one way, always
# message: This is the error of one way.
# loses: nudges-both
def nudge_error(f, x, slope, size, both):
    return abs((f(x + size) - f(x)) / size - slope)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% both ways, always
# message: This is the error of both ways.
# loses: nudges-one
def nudge_error(f, x, slope, size, both):
    return abs((f(x + size) - f(x - size)) / (2 * size) - slope)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% one way downward
# message: One way is upward, from x to x + size.
# loses: nudges-one
def nudge_error(f, x, slope, size, both):
    up = size if both else 0
    return abs((f(x + up) - f(x - size)) / (size + up) - slope)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% where both errors are equal
# message: There the two errors are equal. Where is their sum smallest?
# loses: nudges-best, nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return abs((f(x + size) - f(x - back)) / (size + back) - slope)


def best_size(value, third, rounding):
    return np.cbrt(6 * rounding * abs(value) / np.float64(abs(third)))

# %% a square root
# message: One error grows as the square: what power of the size is left?
# loses: nudges-best, nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return abs((f(x + size) - f(x - back)) / (size + back) - slope)


def best_size(value, third, rounding):
    return np.sqrt(3 * rounding * abs(value) / np.float64(abs(third)))

# %% the sixth forgotten
# message: Of the third derivative only a sixth counts.
# loses: nudges-best, nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return abs((f(x + size) - f(x - back)) / (size + back) - slope)


def best_size(value, third, rounding):
    return np.cbrt(rounding * abs(value) / np.float64(abs(third)) / 2)

# %% signs are kept
# message: Errors have no sign.
# loses: nudges-edge
def nudge_error(f, x, slope, size, both):
    back = size if both else 0
    return abs((f(x + size) - f(x - back)) / (size + back) - slope)


def best_size(value, third, rounding):
    return np.cbrt(3 * rounding * value / np.float64(third))
