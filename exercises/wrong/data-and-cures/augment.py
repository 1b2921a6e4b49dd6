# Typical wrong answers to task 3.

# %% round the edge
# message: What leaves on one side is lost; zeros come in.
# loses: augment-moves
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.roll(p, -1, axis=2),
        "up": np.roll(p, -1, axis=1),
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found), np.concatenate(said)

# %% the other way
# message: This went to the right.
# loses: augment-moves
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (1, 0)))[:, :, :-1],
        "up": np.pad(p, ((0, 0), (1, 0), (0, 0)))[:, :-1],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found), np.concatenate(said)

# %% axes swapped
# message: This went up: the last axis is the width.
# loses: augment-moves
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "up": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found), np.concatenate(said)

# %% a mirror that lies
# message: This swaps top and bottom.
# loses: augment-turns, augment-labels
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found), np.concatenate(said)

# %% half of a half turn
# message: A half turn swaps left and right as well.
# loses: augment-turns, augment-labels
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found), np.concatenate(said)

# %% whatever the label
# message: A 6 after half a turn is no 6: change only what survives.
# loses: augment-labels, augment-edge
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how in allowed:
        found.append(made[how])
        said.append(labels)
    return np.concatenate(found), np.concatenate(said)

# %% without their labels
# message: Each picture has one label.
# loses: augment-labels
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        found.append(made[how][np.isin(labels, names)])
    return np.concatenate(found), labels

# %% sorted by row
# message: Change by change, as `allowed` has them.
# loses: augment-moves, augment-turns, augment-labels
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for row, label in enumerate(labels):
        for how, names in allowed.items():
            if label in names:
                found.append(made[how][[row]])
                said.append([label])
    return np.concatenate(found), np.concatenate(said)

# %% the changed ones alone
# message: One picture and two changes make three.
# loses: augment-moves, augment-turns, augment-labels, augment-edge
def augment(pictures, labels, allowed):
    p, labels = np.asarray(pictures), np.asarray(labels)
    found, said = [p], [labels]
    made = {
        "left": np.pad(p, ((0, 0), (0, 0), (0, 1)))[:, :, 1:],
        "up": np.pad(p, ((0, 0), (0, 1), (0, 0)))[:, 1:],
        "mirror": p[:, :, ::-1],
        "half turn": p[:, ::-1, ::-1],
    }
    for how, names in allowed.items():
        keep = np.isin(labels, names)
        found.append(made[how][keep])
        said.append(labels[keep])
    return np.concatenate(found[1:]), np.concatenate(said[1:])
