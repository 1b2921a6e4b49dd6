# Typical wrong answers to task 3.

# %% round the border
# message: What leaves must not come in on the other side.
# loses: augmented-moved, augmented-each, augmented-edge
def moved(picture, down, right):
    return np.roll(picture, (down, right), axis=(0, 1))

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]

# %% down and right exchanged
# message: Down is for the rows, right for the columns.
# loses: augmented-moved, augmented-each, augmented-edge
def moved(picture, down, right):
    down, right = right, down
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]

# %% the other way
# message: It went the other way, up and right.
# loses: augmented-moved, augmented-each
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room + down :, room + right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]

# %% all the same way
# message: All pictures went the same way.
# loses: augmented-each
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *ways[0]) for p in pictures]

# %% never the largest shift
# message: The largest shift is never drawn.
# loses: augmented-each, augmented-edge
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]

# %% the same shifts for each seed
# message: Another seed must move them otherwise.
# loses: augmented-each
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(0).integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]

# %% moves the pictures themselves
# message: assignment destination is read-only
# loses: augmented-each, augmented-edge
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng(seed).integers(-most, most + 1, size=(len(pictures), 2))
    for n, way in enumerate(ways):
        pictures[n] = moved(pictures[n], *way)
    return pictures

# %% without the seed
# message: Take the numbers from `seed`, nothing else.
# loses: augmented-each
def moved(picture, down, right):
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][: len(picture), : len(picture[0])]

def augmented(pictures, most, seed):
    ways = np.random.default_rng().integers(-most, most + 1, size=(len(pictures), 2))
    return [moved(p, *way) for p, way in zip(pictures, ways)]
