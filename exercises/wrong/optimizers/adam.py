# Typical wrong answers to task 3.

# %% no correction
# message: The averages are not corrected for their start at zero.
# loses: adam-first, adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for g in gradients:
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta - rate * m / (np.sqrt(s) + epsilon)
    return theta

# %% the gradients alone corrected
# message: The average of the squares is not corrected for its start at zero.
# loses: adam-first, adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta - rate * m / (1 - beta_1**t) / (np.sqrt(s) + epsilon)
    return theta

# %% the squares alone corrected
# message: The average of the gradients is not corrected for its start at zero.
# loses: adam-first, adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta - rate * m / (np.sqrt(s / (1 - beta_2**t)) + epsilon)
    return theta

# %% uphill
# message: The step goes uphill; subtract it.
# loses: adam-first, adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta + rate * m / (1 - beta_1**t) / (
            np.sqrt(s / (1 - beta_2**t)) + epsilon
        )
    return theta

# %% no root
# message: The root of the squares is missing.
# loses: adam-first, adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta - rate * m / (1 - beta_1**t) / (s / (1 - beta_2**t) + epsilon)
    return theta

# %% always the correction of the first step
# message: After three steps the parameters differ; is the power of β that of the step?
# loses: adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for g in gradients:
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta = theta - rate * m / (1 - beta_1) / (
            np.sqrt(s / (1 - beta_2)) + epsilon
        )
    return theta

# %% the usual betas, whatever is asked
# message: The values of β are written into your function.
# loses: adam-many
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g**2
        theta = theta - rate * m / (1 - 0.9**t) / (
            np.sqrt(s / (1 - 0.999**t)) + epsilon
        )
    return theta

# %% changes the start
# message: output array is read-only
# loses: adam-first, adam-many, adam-edge
def adam(theta, gradients, rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = s = 0
    for t, g in enumerate(gradients, 1):
        m, s = beta_1 * m + (1 - beta_1) * g, beta_2 * s + (1 - beta_2) * g**2
        theta -= rate * m / (1 - beta_1**t) / (
            np.sqrt(s / (1 - beta_2**t)) + epsilon
        )
    return theta
