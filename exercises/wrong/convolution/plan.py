# Typical wrong answers to task 1.

# %% padding and stride forgotten, side kept
# message: Without padding the map is smaller than the picture.
# loses: plan-sides, plan-parameters, plan-work
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            w = n[1] ** 2 * channels * n[0]
            channels = n[0]
            rows.append((side, channels, w + channels, w * side * side))
    return rows

# %% padding on one side
# message: With stride and padding the sides differ
# loses: plan-sides, plan-parameters, plan-work
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            side = (side + n[3] - n[1]) // n[2] + 1
            w = n[1] ** 2 * channels * n[0]
            channels = n[0]
            rows.append((side, channels, w + channels, w * side * side))
    return rows

# %% no biases
# message: The biases are missing.
# loses: plan-parameters
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w, w))
        else:
            side = (side + 2 * n[3] - n[1]) // n[2] + 1
            w = n[1] ** 2 * channels * n[0]
            channels = n[0]
            rows.append((side, channels, w, w * side * side))
    return rows

# %% a filter of one channel
# message: A filter spans all channels of what it looks at.
# loses: plan-parameters, plan-work
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            side = (side + 2 * n[3] - n[1]) // n[2] + 1
            w = n[1] ** 2 * n[0]
            channels = n[0]
            rows.append((side, channels, w + channels, w * side * side))
    return rows

# %% a bias for each channel of each filter
# message: One bias for each filter, not for each channel of it.
# loses: plan-parameters
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            side = (side + 2 * n[3] - n[1]) // n[2] + 1
            w = n[1] ** 2 * channels * n[0]
            rows.append((side, n[0], w + channels * n[0], w * side * side))
            channels = n[0]
    return rows

# %% weights at one place only
# message: Each weight works at every place of the map.
# loses: plan-work
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            side = (side + 2 * n[3] - n[1]) // n[2] + 1
            w = n[1] ** 2 * channels * n[0]
            channels = n[0]
            rows.append((side, channels, w + channels, w))
    return rows

# %% at every pixel of the picture
# message: The places are those of the map, not of the picture.
# loses: plan-work
def plan(side, channels, steps):
    rows = []
    for kind, *n in steps:
        if kind == "pool":
            side //= n[0]
            rows.append((side, channels, 0, 0))
        elif kind == "dense":
            w = side * side * channels * n[0]
            side, channels = 1, n[0]
            rows.append((1, channels, w + channels, w))
        else:
            w = n[1] ** 2 * channels * n[0]
            work = w * side * side
            side = (side + 2 * n[3] - n[1]) // n[2] + 1
            channels = n[0]
            rows.append((side, channels, w + channels, work))
    return rows
