# Typical wrong answers to task 1.

# %% the sums for the outputs
# message: These are the sums; what are the outputs?
# loses: judge-range
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [z.min(), z.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% the largest output first
# message: The smallest output comes first.
# loses: judge-range
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.max(), a.min()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% the ends are the range
# message: Some curves fall.
# loses: judge-range
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a[0], a[-1]],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% slopes with signs
# message: Slopes have signs.
# loses: judge-steepest, judge-flat
def judge(f, slope, z):
    a, sizes = f(z), slope(z)
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% the mean slope
# message: The largest slope, not the mean.
# loses: judge-steepest
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.mean(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% slopes by nudging the middle
# message: Measure the slope by the function that you are given.
# loses: judge-steepest
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": np.float64(1.0 if sizes.max() < 1 else sizes.max()),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% a level output
# message: It is the slope that is to be small.
# loses: judge-flat
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] > 1e-3, sizes[-1] > 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% only the left end
# message: Ends have sides.
# loses: judge-flat
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "left" if left or right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0 or sizes[-1] == 0,
    }

# %% saturated is dead
# message: Nearly 0 is not 0: a saturated unit is slow, not dead.
# loses: judge-dies
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": left or right,
    }

# %% dead on the left alone
# message: The dead end may be on the right.
# loses: judge-dies
def judge(f, slope, z):
    a, sizes = f(z), np.abs(slope(z))
    left, right = sizes[0] < 1e-3, sizes[-1] < 1e-3
    flat = "both" if left and right else "left" if left else "right" if right else "none"
    return {
        "range": [a.min(), a.max()],
        "steepest": sizes.max(),
        "flat": flat,
        "dies": sizes[0] == 0,
    }
