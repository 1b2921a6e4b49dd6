# Typical wrong answers to task 4.

# %% newest first
# message: Oldest first; what is old has been multiplied most often.
# loses: family-memory, family-limits, family-rmsprop, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% starts at the first value
# message: It starts at 0, not at the first value.
# loses: family-memory, family-limits, family-rmsprop, family-adagrad, family-edge
def memory(beta, t, corrected):
    weights = (1 - beta) * float(beta) ** np.arange(t)[::-1]
    weights[0] += beta**t
    return weights / weights.sum()


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% new values in full
# message: A new value enters with the share 1 − β.
# loses: family-memory, family-limits, family-rmsprop, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% always corrected
# message: These are corrected.
# loses: family-memory, family-limits, family-rmsprop, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum()


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% never corrected
# message: Corrected, they add up to 1.
# loses: family-memory, family-limits, family-adagrad, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% divided by zero at beta 1
# message: Corrected, as β goes to 1, all count alike.
# loses: family-limits, family-adagrad
def memory(beta, t, corrected):
    weights = (1 - beta) * float(beta) ** np.arange(t)[::-1]
    return weights / np.float64(1 - beta**t) if corrected else weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% uphill
# message: The step goes against the gradient.
# loses: family-rmsprop, family-adagrad, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% no root
# message: The root is missing.
# loses: family-rmsprop, family-adagrad, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v if v > 0 else 0

# %% the first gradient
# message: The last gradient stands above the line, not the first.
# loses: family-rmsprop, family-adagrad, family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[0] / v**0.5 if v > 0 else 0

# %% the rate never falls
# message: The rate does not fall.
# loses: family-adagrad
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% the rate falls with t
# message: The rate falls with the root of t.
# loses: family-adagrad
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients)
    return -rate * gradients[-1] / v**0.5 if v > 0 else 0

# %% nothing to divide by
# message: No slope, no step.
# loses: family-edge
def memory(beta, t, corrected):
    weights = float(beta) ** np.arange(t)[::-1]
    return weights / weights.sum() if corrected else (1 - beta) * weights


def last_step(gradients, rate, beta, corrected, falling):
    v = np.sum(memory(beta, len(gradients), corrected) * gradients**2)
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / v**0.5
