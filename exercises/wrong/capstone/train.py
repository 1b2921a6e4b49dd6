# Typical wrong answers to task 4.

# %% uphill
# message: The loss does not fall.
# loses: own-wave-held, own-wave-said, train-learns
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] + rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses

# %% far too short steps
# message: The loss falls, but too slowly: look at start and optimizer.
# loses: own-wave-held, own-wave-said, train-learns
def train(x, y, sizes, seed, epochs=600, rate=1e-6):
    generator = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses

# %% always the same start
# message: The seed has no effect.
# loses: train-honest
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng(0)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses

# %% a start of its own
# message: The same seed must begin the same run.
# loses: train-honest
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng()
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses

# %% equal weights
# message: Equal weights stay equal for ever; draw them.
# loses: own-wave-held, own-wave-said, train-edge, train-honest, train-learns
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [np.full((fan_in, fan_out), 0.5), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses

# %% other weights than the last
# message: The weights that come back are not those after the last epoch.
# loses: own-wave-held, own-wave-said, train-honest
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return [w + 0.1 for w in weights], losses

# %% centers the data in place
# message: The data are changed.
# loses: train-edge, train-honest
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    generator = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        weights += [generator.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out)]
    m, s = ([np.zeros_like(w) for w in weights] for _ in range(2))
    program, losses = network(len(sizes) - 1), []
    for epoch in range(1, epochs + 1):
        y -= y.mean()
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)[2 : 2 + len(weights)]
        for i, slope in enumerate(slopes):
            m[i] = 0.9 * m[i] + 0.1 * slope
            s[i] = 0.99 * s[i] + 0.01 * slope**2
            long = np.sqrt(s[i] / (1 - 0.99**epoch)) + 1e-8
            weights[i] = weights[i] - rate * m[i] / (1 - 0.9**epoch) / long
    return weights, losses
