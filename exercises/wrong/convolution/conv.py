# Typical wrong answers to task 2.

# %% turned
# message: You turned the filter; do not.
# loses: conv-value, conv-places
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, f[::-1, ::-1], b, stride, padding)

# %% no bias
# message: The bias is missing.
# loses: conv-value, conv-places, conv-edge
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, f, 0, stride, padding)

# %% the filter transposed
# message: Rows and columns are mixed up.
# loses: conv-value, conv-places
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, np.swapaxes(f, 0, 1), b, stride, padding)

# %% the first channel alone
# message: Add up all the channels.
# loses: conv-value, conv-places
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x[:, :, :1], f[:, :, :1], b, stride, padding)

# %% a bias for each channel
# message: The bias is added once for each channel.
# loses: conv-value, conv-places
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, f, x.shape[2] * np.asarray(b), stride, padding)

# %% no stride
# message: The stride has no effect.
# loses: conv-places, conv-shape
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, f, b, 1, padding)

# %% no padding
# message: The padding has no effect.
# loses: conv-places, conv-shape
def conv(x, f, b, stride=1, padding=0):
    return reference_conv(x, f, b, stride, 0)

# %% the border repeats the picture
# message: The border holds zeros.
# loses: conv-places
def conv(x, f, b, stride=1, padding=0):
    x = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0)), mode="edge")
    return reference_conv(x, f, b, stride)

# %% square pictures alone
# message: With stride 2 every second place is visited
# loses: conv-value, conv-places, conv-shape
def conv(x, f, b, stride=1, padding=0):
    x = np.pad(x, ((padding,) * 2, (padding,) * 2, (0, 0)))
    k, places = len(f), (len(x) - len(f)) // stride + 1
    z = np.zeros((places, places, len(b)))
    for r in range(places):
        for c in range(places):
            under = x[r * stride : r * stride + k, c * stride : c * stride + k]
            z[r, c] = np.tensordot(under, f, 3) + b
    return z
