# Typical wrong answers to task 2.

# %% all rows together
# message: All rows together share one 1; each row has a 1 of its own to share.
# loses: softmax-value, softmax-stable, softmax-shape
def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()

# %% down the columns
# message: The columns add up to 1; each row must.
# loses: softmax-value, softmax-stable, softmax-shape, softmax-edge
def softmax(z):
    powers = np.exp(z - z.max(axis=0))
    return powers / powers.sum(axis=0)

# %% the scores are shared
# message: You share the scores; share powers.
# loses: softmax-value, softmax-stable, softmax-edge
def softmax(z):
    return z / z.sum(axis=1, keepdims=True)

# %% the exponent has the wrong sign
# message: The sign in the exponent is wrong: larger scores get smaller shares.
# loses: softmax-value, softmax-stable, softmax-edge
def softmax(z):
    powers = np.exp(z.min(axis=1, keepdims=True) - z)
    return powers / powers.sum(axis=1, keepdims=True)

# %% powers of 2
# message: These are powers of 2; take powers of e.
# loses: softmax-value, softmax-stable, softmax-edge
def softmax(z):
    powers = 2 ** (z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

# %% not divided
# message: The powers are right; now divide each by the sum of its row.
# loses: softmax-value, softmax-stable, softmax-shape, softmax-edge
def softmax(z):
    return np.exp(z)

# %% sigmoids
# message: The shares of each row must add up to 1.
# loses: softmax-value, softmax-stable, softmax-shape, softmax-edge
def softmax(z):
    return 1 / (1 + np.exp(-z))

# %% large scores overflow
# message: Large scores give nan: a power, or a sum, is no number.
# loses: softmax-stable
def softmax(z):
    powers = np.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)

# %% one shift for all rows
# message: Large scores give nan: a power, or a sum, is no number.
# loses: softmax-stable
def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum(axis=1, keepdims=True)

# %% large scores are cut off
# message: Only differences within a row count, whatever its size.
# loses: softmax-stable
def softmax(z):
    powers = np.exp(np.clip(z, -50, 50))
    return powers / powers.sum(axis=1, keepdims=True)

# %% writes into its argument
# message: Your function changes the scores it was given.
# loses: softmax-edge
def softmax(z):
    if z.flags.writeable:
        z -= z.max(axis=1, keepdims=True)
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
