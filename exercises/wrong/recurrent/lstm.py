# Typical wrong answers to task 3.

# %% the order of the chapter
# message: The order of the blocks is forget, input, candidate, output.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% candidate last
# message: The order of the blocks is forget, input, candidate, output.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, o, g = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% candidate between 0 and 1
# message: The candidate is a tanh; it may be negative.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * sigmoid(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% no input gate
# message: The input gate is missing.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% no forget gate
# message: The forget gate is missing.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% no old memory
# message: The old memory, times the forget gate, is missing.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% memory shown without tanh
# message: The output gate acts on the tanh of the memory.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * new, h)
        c = np.where(on, new, c)
    return h, c

# %% shows the old memory
# message: The state shows the new memory, not the old one.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(c), h)
        c = np.where(on, new, c)
    return h, c

# %% memory first
# message: This is the memory; the state comes first.
# loses: lstm-memory, lstm-state, lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return c, h

# %% lengths ignored
# message: Steps after the end of a row have no effect on it.
# loses: lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([True for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c

# %% zeros after the end
# message: A row keeps what it had at its end; zeros are no memory.
# loses: lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t < length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), 0)
        c = np.where(on, new, 0)
    return h, c

# %% a step too far
# message: The memory of the row of one step differs.
# loses: lstm-lengths
def lstm(x, lengths, w_x, w_h, b):
    h = c = np.zeros((len(x), len(b) // 4))
    for t in range(x.shape[1]):
        f, i, g, o = np.split(x[:, t] @ w_x + h @ w_h + b, 4, axis=1)
        new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        on = np.array([t <= length for length in lengths])[:, None]
        h = np.where(on, sigmoid(o) * np.tanh(new), h)
        c = np.where(on, new, c)
    return h, c
