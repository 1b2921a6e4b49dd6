# Typical wrong answers to task 1.

# %% uphill
# message: This goes uphill: what is the sign of the gradient of the cost?
# loses: step-gradient, step-newton, step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = 2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F + tau * np.eye(len(theta)))
    return theta - rate * A @ g

# %% without the two
# message: A sum of squares, neither halved nor averaged, has a longer gradient.
# loses: step-gradient, step-newton, step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = -F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F + tau * np.eye(len(theta)))
    return theta - rate * A @ g

# %% times the curvature
# message: Divide by the curvature: where it is strong, steps are short.
# loses: step-newton, step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = -2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = F.T @ F
    if kind == "levenberg-marquardt":
        A = F.T @ F + tau * np.eye(len(theta))
    return theta - rate * A @ g

# %% tau for both
# message: Gauss-Newton has no tau.
# loses: step-newton
def step(kind, theta, F, r, rate, tau):
    g, A = -2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F + tau * np.eye(len(theta)))
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F + tau * np.eye(len(theta)))
    return theta - rate * A @ g

# %% no tau at all
# message: Here tau counts: without it this is Gauss-Newton.
# loses: step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = -2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F)
    return theta - rate * A @ g

# %% tau everywhere
# message: to which entries is tau added?
# loses: step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = -2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.pinv(F.T @ F + tau)
    return theta - rate * A @ g

# %% tau with a minus
# message: Tau makes steps shorter; it must not be taken away.
# loses: step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    g, A = -2 * F.T @ r, np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F - tau * np.eye(len(theta)))
    return theta - rate * A @ g

# %% changes the start
# message: output array is read-only
# loses: step-gradient, step-newton, step-damped, step-edge
def step(kind, theta, F, r, rate, tau):
    A = np.eye(len(theta))
    if kind == "gauss-newton":
        A = np.linalg.inv(F.T @ F)
    if kind == "levenberg-marquardt":
        A = np.linalg.inv(F.T @ F + tau * np.eye(len(theta)))
    theta += 2 * rate * A @ F.T @ r
    return theta
