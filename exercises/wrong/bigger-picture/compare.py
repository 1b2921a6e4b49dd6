# Typical wrong answers to task 2.

# %% the mean of the test rows
# message: The mean of the test rows is not known before the test.
# loses: compare-mean, compare-axes
def compare(train, test, encode, decode):
    mean, codes = test.mean(axis=0), encode(test)
    axes = np.linalg.svd(train - train.mean(axis=0))[2][: codes.shape[1]]
    flat = mean + (test - mean) @ axes.T @ axes
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% sums instead of means
# message: Take the mean over all numbers, not their sum.
# loses: compare-mean, compare-axes, compare-network
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(train - mean)[2][: codes.shape[1]]
    flat = mean + (test - mean) @ axes.T @ axes
    return [np.sum((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% divides by the rows alone
# message: Divide by the rows and by the numbers in each row.
# loses: compare-mean, compare-axes, compare-network
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(train - mean)[2][: codes.shape[1]]
    flat = mean + (test - mean) @ axes.T @ axes
    guesses = (mean, flat, decode(codes))
    return [np.sum((test - guess) ** 2) / len(test) for guess in guesses]

# %% one mean for all columns
# message: The mean row is one number for each column, not one for all.
# loses: compare-mean, compare-axes
def compare(train, test, encode, decode):
    mean, codes = train.mean(), encode(test)
    axes = np.linalg.svd(train - mean)[2][: codes.shape[1]]
    flat = mean + (test - mean) @ axes.T @ axes
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% axes of the test rows
# message: Find the axes on the training rows
# loses: compare-axes
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(test - test.mean(axis=0))[2][: codes.shape[1]]
    flat = test.mean(axis=0) + (test - test.mean(axis=0)) @ axes.T @ axes
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% the axes of the smallest variance
# message: Keep the axes of the largest variance.
# loses: compare-axes
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    values, axes = np.linalg.eigh((train - mean).T @ (train - mean))
    axes = axes[:, : codes.shape[1]]
    flat = mean + (test - mean) @ axes @ axes.T
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% always one axis
# message: As many axes as the code has numbers.
# loses: compare-axes, compare-edge
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(train - mean)[2][:1]
    flat = mean + (test - mean) @ axes.T @ axes
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% without taking the mean away
# message: Take the mean away before you turn.
# loses: compare-axes
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(train)[2][: codes.shape[1]]
    flat = test @ axes.T @ axes
    return [np.mean((test - guess) ** 2) for guess in (mean, flat, decode(codes))]

# %% the autoencoder on the training rows
# message: This is measured on the training rows.
# loses: compare-network
def compare(train, test, encode, decode):
    mean, codes = train.mean(axis=0), encode(test)
    axes = np.linalg.svd(train - mean)[2][: codes.shape[1]]
    flat = mean + (test - mean) @ axes.T @ axes
    errors = [np.mean((test - guess) ** 2) for guess in (mean, flat)]
    return [*errors, np.mean((train - decode(encode(train))) ** 2)]
