# Typical wrong answers to task 1.

# %% no leak back
# message: The left side has a slope as well; that is what it leaks for.
# loses: curve-leaky
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), 1.0 * (z > 0)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% the wrong side leaks
# message: The wrong side leaks.
# loses: curve-leaky, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.minimum(z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% corner open
# message: At 0 take the slope of the left side.
# loses: curve-leaky
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z >= 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% elu without minus one
# message: At 0 both sides meet: something is not subtracted.
# loses: curve-elu, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low + 1), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% elu slope is its value
# message: This is the value on the left; no slope is negative.
# loses: curve-elu, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% elu flat
# message: On the left the ELU is not flat.
# loses: curve-elu
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, 0.0)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% softplus mirrored
# message: Its slope grows from left to right.
# loses: curve-softplus, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 - 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% softplus second slope
# message: This is the slope of its slope.
# loses: curve-softplus, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.25 * (1 - np.tanh(z / 2) ** 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% softplus overflows
# message: The value of softplus overflows far out.
# loses: curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.log(1 + np.exp(z)), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% softplus rounds away
# message: A very small softplus is rounded away: 1 plus a very small number is 1.
# loses: curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.maximum(z, 0) + np.log(1 + np.exp(-abs(z))), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2

# %% tanh like the sigmoid
# message: This rule belongs to the sigmoid.
# loses: curve-tanh, curve-stable
def curve(z, name):
    z = np.asarray(z, dtype=float)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, a * (1 - a)

# %% one long row
# message: Value and slope of leaky keep the shape of z.
# loses: curve-edge, curve-leaky, curve-elu, curve-softplus, curve-tanh
def curve(z, name):
    z = np.ravel(z)
    if name == "leaky":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "elu":
        low = np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, low), np.where(z > 0, 1.0, low + 1)
    if name == "softplus":
        return np.logaddexp(0, z), 0.5 + 0.5 * np.tanh(z / 2)
    a = np.tanh(z)
    return a, 1 - a**2
