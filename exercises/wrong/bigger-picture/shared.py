# Typical wrong answers to task 1.

# %% a dense layer
# message: Nothing is shared: a link and what it is moved to need one weight.
# loses: shared-value, shared-circle, shared-edge
def shared(move):
    return np.arange(len(move) ** 2).reshape(len(move), -1)

# %% the inputs alone move
# message: You move the inputs alone; the outputs move along.
# loses: shared-value, shared-circle, shared-edge
def shared(move):
    table = np.arange(len(move) ** 2).reshape(len(move), -1)
    for _ in move:
        table = np.minimum(table, table[:, move])
    return np.unique(table, return_inverse=True)[1].reshape(table.shape)

# %% always the convolution
# message: These are the weights for moves by one step; this move is another.
# loses: shared-value, shared-circle, shared-edge
def shared(move):
    places = np.arange(len(move))
    return (places[None] - places[:, None]) % len(move)

# %% always the layer for sets
# message: You share more than this move asks for: it does not exchange all places.
# loses: shared-value, shared-circle, shared-edge
def shared(move):
    return 1 - np.eye(len(move))

# %% counts from 1
# message: The first weight has the number 0.
# loses: shared-value, shared-circle, shared-edge
def shared(move):
    table = np.zeros((len(move), len(move)), dtype=int)
    number = 0
    for i, j in np.ndindex(table.shape):
        if not table[i, j]:
            number += 1
        while not table[i, j]:
            table[i, j] = number
            i, j = move[i], move[j]
    return table

# %% moves once and stops
# message: A move can be repeated: follow each link until it is back where it began.
# loses: shared-value, shared-circle
def shared(move):
    table = np.arange(len(move) ** 2).reshape(len(move), -1)
    table = np.minimum(table, table[np.ix_(move, move)])
    return np.unique(table, return_inverse=True)[1].reshape(table.shape)
