# Typical wrong answers to task 2.

# %% the two is missing
# message: mean_square: the 2 of the square is missing.
# loses: backward-value, backward-shared, backward-edge
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% no mean
# message: mean_square: the mean divides the slope, too.
# loses: backward-shared, backward-value
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% the other way round
# message: mean_square: it is the first minus the second.
# loses: backward-edge, backward-shared, backward-value, own-wave-held, own-wave-said, train-learns
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[1]) - parts[0]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% an open gate
# message: relu: nothing comes back through a closed gate.
# loses: backward-value, backward-shared
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [come]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% a row for every row
# message: add: the slope of a row has the shape of the row.
# loses: backward-shared, backward-value, own-wave-held, own-wave-said, train-edge
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% the mean of the rows
# message: add: the slopes add up; this is their mean.
# loses: backward-value, backward-shared
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.mean(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% the last use wins
# message: One of two uses overwrites the other; add them up.
# loses: backward-shared
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = part
    return slopes

# %% from the first step on
# message: relu: nothing has arrived; begin at the last step.
# loses: backward-shared, backward-value, own-wave-held, own-wave-said, train-learns
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.ones(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in range(len(program)):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes

# %% from zero
# message: The slope of the loss in itself is 1.
# loses: backward-edge, backward-shared, backward-value, own-wave-held, own-wave-said, train-learns
def backward(program, values):
    slopes = [np.zeros(np.shape(value)) for value in values]
    slopes[-1] = np.zeros(np.shape(values[-1]))
    first = len(values) - len(program)
    for number in reversed(range(len(program))):
        name, places = program[number]
        come, parts = slopes[first + number], [values[place] for place in places]
        if name == "matmul":
            back = [come @ np.transpose(parts[1]), np.transpose(parts[0]) @ come]
        elif name == "add":
            row = np.shape(parts[0]) != np.shape(parts[1])
            back = [come, come.sum(axis=0) if row else come]
        elif name == "relu":
            back = [np.where(np.asarray(parts[0]) > 0, come, 0)]
        else:
            gap = (np.asarray(parts[0]) - parts[1]) * 2 * come / np.size(parts[0])
            back = [gap, -gap]
        for place, part in zip(places, back):
            slopes[place] = slopes[place] + part
    return slopes
