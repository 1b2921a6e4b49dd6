# Typical wrong answers to task 2.

# %% uphill
# message: The gradient points uphill: the step goes against it.
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v = momentum * np.asarray(v) + rate * np.asarray(g)
    return theta + v, v

# %% the misprint: the velocity is subtracted
# message: The velocity is added: it points downhill already.
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v = momentum * np.asarray(v) - rate * np.asarray(g)
    return theta - v, v

# %% without the rate
# message: The gradient enters without the learning rate.
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v = momentum * np.asarray(v) - np.asarray(g)
    return theta + v, v

# %% all of the old velocity
# message: All of the old velocity is kept; keep a share of it.
# loses: momentum-value, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v = np.asarray(v) - rate * np.asarray(g)
    return theta + v, v

# %% moves by the old velocity
# message: You moved by the old velocity.
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    return theta + np.asarray(v), momentum * np.asarray(v) - rate * np.asarray(g)

# %% the rate acts twice
# message: The learning rate acts twice; it is in v already.
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v = momentum * np.asarray(v) - rate * np.asarray(g)
    return theta + rate * v, v

# %% changes what it was given
# message: output array is read-only
# loses: momentum-value, momentum-edge, momentum-path
def momentum_step(theta, g, v, rate, momentum):
    v *= momentum
    v -= rate * np.asarray(g)
    theta += v
    return theta, v
