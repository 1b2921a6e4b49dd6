# Typical wrong answers to task 3.

# %% means over the places
# message: A bias acts at every place: add up, take no mean.
# loses: conv-back-filter, conv-back-bias, conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx, many = np.zeros(f.shape), np.zeros(x.shape), dz[:, :, 0].size
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][..., None] * dz[r, c] / many
        dx[place] += f @ dz[r, c]
    inside = slice(padding, -padding or None)
    return df, dz.mean(axis=(0, 1)), dx[inside, inside]

# %% the slopes with respect to the filter turned
# message: This is turned; here nothing has to be turned.
# loses: conv-back-filter, conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][::-1, ::-1, :, None] * dz[r, c]
        dx[place] += f @ dz[r, c]
    inside = slice(padding, -padding or None)
    return df, dz.sum(axis=(0, 1)), dx[inside, inside]

# %% the filter the wrong way round
# message: The filter is the wrong way round
# loses: conv-back-picture, conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][..., None] * dz[r, c]
        dx[place] += f[::-1, ::-1] @ dz[r, c]
    inside = slice(padding, -padding or None)
    return df, dz.sum(axis=(0, 1)), dx[inside, inside]

# %% overwrites
# message: Windows overlap: add to what is there, do not overwrite it.
# loses: conv-back-picture, conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][..., None] * dz[r, c]
        dx[place] = f @ dz[r, c]
    inside = slice(padding, -padding or None)
    return df, dz.sum(axis=(0, 1)), dx[inside, inside]

# %% the border is left on
# message: dx has the shape of x, without the border of zeros.
# loses: conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][..., None] * dz[r, c]
        dx[place] += f @ dz[r, c]
    return df, dz.sum(axis=(0, 1)), dx

# %% the stride is forgotten
# message: With stride 2 the windows must be 2 apart.
# loses: conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r : r + k, c : c + k]
        df += x[place][..., None] * dz[r, c]
        dx[place] += f @ dz[r, c]
    inside = slice(padding, -padding or None)
    return df, dz.sum(axis=(0, 1)), dx[inside, inside]

# %% the last filter alone sends something back
# message: With several filters the slopes in x differ
# loses: conv-back-picture, conv-back-places
def conv_back(x, f, dz, stride=1, padding=0):
    x, k = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0))), len(f)
    df, dx = np.zeros(f.shape), np.zeros(x.shape)
    for r, c in np.ndindex(*dz.shape[:2]):
        place = np.s_[r * stride : r * stride + k, c * stride : c * stride + k]
        df += x[place][..., None] * dz[r, c]
        dx[place] += f[..., -1] * dz[r, c, -1]
    inside = slice(padding, -padding or None)
    return df, dz.sum(axis=(0, 1)), dx[inside, inside]
