# Typical wrong answers to task 3.

# %% level behind the corner
# message: With these it stays level behind the corner: it has to come down.
# loses: flatten-one, flatten-deep
def flatten(layers):
    n = 2**layers
    places, v = np.arange(n) / n, np.where(np.arange(n) % 2, -1.0 * n, 1.0 * n)
    v[0] = n
    return places, v, [2 * layers, n]

# %% one tent for all
# message: This is one tent; two have more corners.
# loses: flatten-deep, flatten-few
def flatten(layers):
    n = 2
    places, v = np.arange(n) / n, np.where(np.arange(n) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return places, v, [2 * layers, 2**layers]

# %% teeth too low
# message: Steeper: each tooth reaches 1.
# loses: flatten-deep
def flatten(layers):
    n = 2**layers
    v = np.where(np.arange(n) % 2, -4.0, 4.0)
    v[0] = 2
    return np.arange(n) / n, v, [2 * layers, n]

# %% two pieces more for each layer
# message: Deeper zigzags differ: how many pieces, and how steep?
# loses: flatten-deep, flatten-few, flatten-count
def flatten(layers):
    n = 2 * layers
    places, v = np.arange(n) / n, np.where(np.arange(n) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return places, v, [2 * layers, n]

# %% a unit at the end
# message: Fewer units will do
# loses: flatten-one, flatten-few
def flatten(layers):
    n = 2**layers
    places, v = np.arange(n + 1) / n, np.where(np.arange(n + 1) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return places, v, [2 * layers, n]

# %% layers for units
# message: Each layer of the deep network has two units.
# loses: flatten-count
def flatten(layers):
    n = 2**layers
    places, v = np.arange(n) / n, np.where(np.arange(n) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return places, v, [layers + 1, n]

# %% squares for powers
# message: Three tents: count the units of the deep network, and yours.
# loses: flatten-count
def flatten(layers):
    n = 2**layers
    places, v = np.arange(n) / n, np.where(np.arange(n) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return places, v, [2 * layers, layers**2 if layers > 1 else 2]

# %% in another order
# message: The places ascend.
# loses: flatten-one, flatten-few
def flatten(layers):
    n = 2**layers
    v = np.where(np.arange(n) % 2, -2.0 * n, 2.0 * n)
    v[0] = n
    return (np.arange(n) / n)[::-1], v[::-1], [2 * layers, n]
