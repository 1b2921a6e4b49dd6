# Typical wrong answers to task 3.

# %% not divided
# message: The values are as large as before; divide them.
# loses: as-rows-value, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return pictures.reshape(len(pictures), -1)

# %% pixels of several pictures mixed
# message: The shape is right, but pixels of both pictures are mixed.
# loses: as-rows-value, as-rows-range
def as_rows(pictures, largest):
    return pictures.reshape(-1, len(pictures)).T / largest

# %% down the columns
# message: You go down the columns of a picture; go along its rows.
# loses: as-rows-value, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return np.array([p.T.reshape(-1) for p in pictures]) / largest

# %% everything in one row
# message: All pictures are in one row; each needs a row of its own.
# loses: as-rows-value, as-rows-shape, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return pictures.reshape(-1) / largest

# %% samples in columns
# message: Samples belong in rows, features in columns.
# loses: as-rows-value, as-rows-shape, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return pictures.reshape(len(pictures), -1).T / largest

# %% always 255
# message: You divide by a fixed number; it is an argument.
# loses: as-rows-value, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return pictures.reshape(len(pictures), -1) / 255

# %% divided by the largest value there is
# message: You divide by the largest value there is; another pile would be scaled
# loses: as-rows-value, as-rows-range
def as_rows(pictures, largest):
    return pictures.reshape(len(pictures), -1) / pictures.max()

# %% whole-number division
# message: You drop the fractions when you divide.
# loses: as-rows-value, as-rows-range, as-rows-edge
def as_rows(pictures, largest):
    return pictures.reshape(len(pictures), -1) // largest

# %% gray pictures only
# message: Gray or color: every number of a picture becomes one feature.
# loses: as-rows-value, as-rows-shape
def as_rows(pictures, largest):
    m, height, width = pictures.shape[:3]
    return pictures.reshape(m, height * width, -1)[:, :, 0] / largest

# %% writes into its argument
# message: Your function changes the pictures it was given.
# loses: as-rows-edge
def as_rows(pictures, largest):
    if pictures.dtype == float and pictures.flags.writeable:
        pictures /= largest
        return pictures.reshape(len(pictures), -1)
    return pictures.reshape(len(pictures), -1) / largest
