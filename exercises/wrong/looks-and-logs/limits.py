# Typical wrong answers to task 4.

# %% the share of wrong labels
# message: This is how often even the best network counts as wrong.
# loses: limits-accuracy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -safe * np.log(safe) - (1 - safe) * np.log(1 - safe)
    return np.minimum(e, 1 - e), entropy.round(12)

# %% labels drawn anew
# message: A replaced label is always wrong, not half of the time.
# loses: limits-accuracy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -safe * np.log(safe) - (1 - safe) * np.log(1 - safe)
    return 1 - e / 2, entropy.round(12)

# %% never turned around
# message: Who knows that labels are mostly wrong turns them around.
# loses: limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -safe * np.log(safe) - (1 - safe) * np.log(1 - safe)
    return 1 - e, entropy.round(12)

# %% perfect
# message: Who knows the truth does not know which labels are wrong.
# loses: limits-accuracy, limits-entropy, limits-edge
def limits(noise):
    return np.ones(np.shape(noise)), np.zeros(np.shape(noise))

# %% the right labels alone
# message: The wrong labels cost as well.
# loses: limits-entropy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -(1 - safe) * np.log(1 - safe)
    return np.maximum(e, 1 - e), entropy.round(12)

# %% the wrong labels alone
# message: The right labels cost as well.
# loses: limits-entropy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -safe * np.log(safe)
    return np.maximum(e, 1 - e), entropy.round(12)

# %% bits
# message: These are logarithms to base 2; take natural ones.
# loses: limits-entropy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -safe * np.log2(safe) - (1 - safe) * np.log2(1 - safe)
    return np.maximum(e, 1 - e), entropy.round(12)

# %% the shares exchanged
# message: The two shares have changed places.
# loses: limits-entropy, limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = np.clip(e, 1e-15, 1 - 1e-15)
    entropy = -(1 - safe) * np.log(safe) - safe * np.log(1 - safe)
    return np.maximum(e, 1 - e), entropy.round(12)

# %% nothing times infinity
# message: Without noise a 0 meets a logarithm of 0.
# loses: limits-edge
def limits(noise):
    e = np.array(noise, dtype=float)
    safe = e
    entropy = -safe * np.log(safe) - (1 - safe) * np.log(1 - safe)
    return np.maximum(e, 1 - e), entropy
