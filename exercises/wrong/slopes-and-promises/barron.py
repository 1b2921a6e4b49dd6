# Typical wrong answers to task 5.

# %% signed amplitudes
# message: An amplitude counts without its sign: fast is fast.
# loses: barron-constant
def constant(amplitudes, frequencies):
    return amplitudes @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return max(1, int(np.ceil((2 * radius * c) ** 2 / error)))

# %% squared lengths
# message: The length of a frequency is a root.
# loses: barron-constant, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.sum(frequencies**2, axis=1)


def promised(c, radius, error):
    return max(1, int(np.ceil((2 * radius * c) ** 2 / error)))

# %% summed coordinates
# message: The length of a frequency is the root of the sum of its squares.
# loses: barron-constant
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.abs(frequencies).sum(axis=1)


def promised(c, radius, error):
    return max(1, int(np.ceil((2 * radius * c) ** 2 / error)))

# %% no amplitudes
# message: Each length counts with its amplitude.
# loses: barron-constant
def constant(amplitudes, frequencies):
    return np.linalg.norm(frequencies, axis=1).sum()


def promised(c, radius, error):
    return max(1, int(np.ceil((2 * radius * c) ** 2 / error)))

# %% sums multiplied
# message: Each length counts with its own amplitude.
# loses: barron-constant, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes).sum() * np.linalg.norm(frequencies, axis=1).sum()


def promised(c, radius, error):
    return max(1, int(np.ceil((2 * radius * c) ** 2 / error)))

# %% rounded down
# message: With one unit less the promise is larger than the error.
# loses: barron-units, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return int((2 * radius * c) ** 2 / error)

# %% not twice the constant
# message: The constant counts twice, before it is squared.
# loses: barron-units, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return max(1, int(np.ceil((radius * c) ** 2 / error)))

# %% only the constant squared
# message: All of 2rC is squared.
# loses: barron-units, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return max(1, int(np.ceil(2 * radius * c**2 / error)))

# %% half a unit
# message: A whole number of units.
# loses: barron-units, barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return (2 * radius * c) ** 2 / error

# %% always one more
# message: At most: a promise that is met exactly will do.
# loses: barron-edge
def constant(amplitudes, frequencies):
    return np.abs(amplitudes) @ np.linalg.norm(frequencies, axis=1)


def promised(c, radius, error):
    return int((2 * radius * c) ** 2 / error) + 1
