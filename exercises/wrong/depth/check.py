# Typical wrong answers to task 2.

# %% one number for all
# message: One number for each array, not for all or each entry.
# loses: check-right, check-wrong, check-central, check-edge
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / max(lengths, 1e-300))
    return max(errors)

# %% one side only
# message: For a parabola central differences are exact at any step.
# loses: check-central, check-right
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept
            below = cost(parameters)
            nudged[place] = (above - below) / step
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / max(lengths, 1e-300))
    return errors

# %% one step instead of two
# message: These gradients are right, but your referee objects.
# loses: check-right, check-wrong, check-central
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / step
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / max(lengths, 1e-300))
    return errors

# %% the distance itself
# message: This is the distance; make it relative.
# loses: check-wrong, check-central
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap)
    return errors

# %% by one length only
# message: Divide by the two lengths together.
# loses: check-wrong, check-central
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient)
        errors.append(gap / max(lengths, 1e-300))
    return errors

# %% not put back
# message: Put each entry back after nudging it.
# loses: check-right, check-restores
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / max(lengths, 1e-300))
    return errors

# %% zero by zero
# message: Two gradients of zero agree: the relative error is 0.
# loses: check-edge
def check(cost, parameters, gradients, step=1e-5):
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / lengths)
    return errors

# %% a step of its own
# message: With a cube the error differs; use `step`.
# loses: check-central
def check(cost, parameters, gradients, step=1e-5):
    step = 1e-5
    errors = []
    for array, gradient in zip(parameters, gradients):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            below = cost(parameters)
            nudged[place] = (above - below) / (2 * step)
            array[place] = kept
        gap = np.linalg.norm(gradient - nudged)
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(gap / max(lengths, 1e-300))
    return errors
