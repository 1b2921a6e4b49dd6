# Typical wrong answers to task 1.

# %% w_h the wrong way round
# message: `w_h` is the wrong way round
# loses: states-value, states-rows
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + h @ w_h.T + b)
        kept.append(h)
    return np.stack(kept, axis=1)

# %% no bias
# message: No bias.
# loses: states-value, states-rows, states-edge
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + h @ w_h)
        kept.append(h)
    return np.stack(kept, axis=1)

# %% no activation
# message: The activation is missing.
# loses: states-value, states-rows, states-edge
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = x[:, t] @ w_x + h @ w_h + b
        kept.append(h)
    return np.stack(kept, axis=1)

# %% no memory
# message: No step remembers the one before it.
# loses: states-value, states-rows
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + b)
        kept.append(h)
    return np.stack(kept, axis=1)

# %% the last state alone
# message: Return the states of all steps, not the last alone.
# loses: states-value, states-rows, states-edge
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + h @ w_h + b)
        kept.append(h)
    return h

# %% steps before rows
# message: The states have the axes rows, steps, units.
# loses: states-value, states-rows, states-edge
def states(x, w_x, w_h, b):
    h, kept = np.zeros((len(x), len(b))), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + h @ w_h + b)
        kept.append(h)
    return np.array(kept)

# %% goes on from row to row
# message: Equal sequences have equal states: start each from zeros.
# loses: states-value, states-rows, states-edge
def states(x, w_x, w_h, b):
    h, found = np.zeros(len(b)), []
    for row in x:
        found.append([])
        for now in row:
            h = np.tanh(now @ w_x + h @ w_h + b)
            found[-1].append(h)
    return np.array(found)
