# Typical wrong answers to task 4.

# %% the deviation as limit
# message: This is the standard deviation, not the limit.
# loses: follow-limits
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit / 3**0.5)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% glorot without units
# message: Glorot counts inputs and units.
# loses: follow-limits, follow-signals, follow-deltas
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% he with units
# message: He counts the inputs only.
# loses: follow-limits, follow-signals, follow-deltas
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% no third
# message: The variance of a weight is a third of the squared limit.
# loses: follow-signals
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% units instead of inputs
# message: A sum has as many terms as the layer has inputs.
# loses: follow-signals
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_out * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% each layer alone
# message: The factors of the layers multiply.
# loses: follow-signals
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% no half for relu
# message: ReLU lets only half of the mean square through.
# loses: follow-signals, follow-deltas
def follow(sizes, scheme, kind):
    keeps = 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% half for the inputs
# message: The inputs have met no ReLU yet: their mean square is 1.
# loses: follow-signals
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square * keeps)
        square = signals[-1]
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas

# %% deltas turned
# message: The first layer comes first; the last delta has the variance 1.
# loses: follow-deltas
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas[::-1]

# %% deltas with inputs
# message: A delta adds up the paths to all units of the next layer.
# loses: follow-deltas
def follow(sizes, scheme, kind):
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limit = np.sqrt(6 / ways)
        limits.append(limit)
        signals.append(n_in * limit**2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        factor = sizes[layer] * limits[layer] ** 2 / 3 * keeps
        deltas.insert(0, deltas[0] * factor)
    return limits, signals, deltas
