# Typical wrong answers to task 2.

# %% the best of three
# message: This is the best of the three; the minimum may lie between or beyond.
# loses: bowl-where, bowl-floor, bowl-rate
def bowl(weights, losses):
    place = np.argmin(losses)
    return weights[place], losses[place], 1.0

# %% a sign
# message: The sign is reversed: where is the slope 0?
# loses: bowl-where
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return -best, start - square * best**2, 1 / square

# %% no factor of the square
# message: A factor of 2 is lost: the slope of a square has a 2.
# loses: bowl-where
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return 2 * best, start - square * best**2, 1 / square

# %% a floor of zero
# message: The loss does not have to reach 0 at its minimum.
# loses: bowl-floor
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return best, 0.0, 1 / square

# %% the loss at zero
# message: This is the loss at the weight 0.
# loses: bowl-floor
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return best, start, 1 / square

# %% one step
# message: With this rate one step is enough; larger ones still settle.
# loses: bowl-rate
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return best, start - square * best**2, 1 / (2 * square)

# %% the curvature
# message: This is the curvature; in a narrow bowl steps must be small.
# loses: bowl-rate
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return best, start - square * best**2, 2 * square

# %% half of the curvature
# message: The curvature is the slope of the slope: count its factor 2.
# loses: bowl-rate
def bowl(weights, losses):
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / (2 * square)
    return best, start - square * best**2, 2 / square
