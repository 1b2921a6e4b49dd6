# Typical wrong answers to task 1.

# %% scales all rows together
# message: Mean and deviation must come from the training rows alone.
# loses: scale-train, scale-test
def scale(train, test):
    both = np.vstack([train, test])
    center, spread = both.mean(axis=0), both.std(axis=0)
    spread = np.where(spread > 0, spread, 1)
    return (train - center) / spread, (test - center) / spread

# %% the test rows by themselves
# message: The test row lies far outside; its own mean must not move it to the middle.
# loses: scale-test
def scale(train, test):
    def alone(table):
        spread = table.std(axis=0)
        return (table - table.mean(axis=0)) / np.where(spread > 0, spread, 1)
    return alone(train), alone(test)

# %% one less in the denominator
# message: Divide by NumPy's std as it comes: the root of the mean square.
# loses: scale-train, scale-test
def scale(train, test):
    center, spread = train.mean(axis=0), train.std(axis=0, ddof=1)
    spread = np.where(spread > 0, spread, 1)
    return (train - center) / spread, (test - center) / spread

# %% centered alone
# message: The rows are centered, but not divided.
# loses: scale-train, scale-test
def scale(train, test):
    return train - train.mean(axis=0), test - train.mean(axis=0)

# %% divided by the variance
# message: This divides by the variance; take its root.
# loses: scale-train, scale-test
def scale(train, test):
    center, spread = train.mean(axis=0), train.var(axis=0)
    spread = np.where(spread > 0, spread, 1)
    return (train - center) / spread, (test - center) / spread

# %% divides by zero
# message: A feature that does not vary becomes 0, not a division by zero.
# loses: scale-edge
def scale(train, test):
    center, spread = train.mean(axis=0), train.std(axis=0)
    return (train - center) / spread, (test - center) / spread
