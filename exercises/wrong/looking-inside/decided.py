# Typical wrong answers to task 4.

# %% only what speaks for it
# message: Keep the places that speak against the class.
# loses: class-map-value
def class_map(maps, weights, label):
    return np.maximum(maps @ weights[:, label], 0)

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% another class
# message: This is another class: class 1 is the second column.
# loses: class-map-value
def class_map(maps, weights, label):
    return maps @ weights[:, label - 1]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% averaged already
# message: Do not average: each place keeps a value of its own.
# loses: class-map-value
def class_map(maps, weights, label):
    return maps @ weights[:, label] / maps[:, :, 0].size

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% without weights
# message: The maps are added without their weights.
# loses: class-map-value
def class_map(maps, weights, label):
    return np.sum(maps, axis=2)

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% slopes
# message: This is the slope; what an input brought depends on its size.
# loses: relevance-value, relevance-dead, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    gates, a = [], x
    for w in weights[:-1]:
        gates.append(a @ w > 0)
        a = np.maximum(a @ w, 0)
    slope = weights[-1][:, label]
    for w, gate in zip(weights[-2::-1], gates[::-1]):
        slope = w @ (gate * slope)
    return slope

# %% all outputs
# message: All outputs are shared out; only one was asked for.
# loses: relevance-value, relevance-dead, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% shares by weights
# message: Shares by the weights alone leave out how large the inputs are.
# loses: relevance-value, relevance-dead, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    a = x
    for w in weights[:-1]:
        a = np.maximum(a @ w, 0)
    share = (a @ weights[-1]) * np.eye(weights[-1].shape[1])[label]
    for w in weights[::-1]:
        share = w @ (share / w.sum(axis=0))
    return share

# %% in equal parts
# message: Not in equal parts: in proportion to what each brought.
# loses: relevance-value, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    a = x
    for w in weights[:-1]:
        a = np.maximum(a @ w, 0)
    return np.full(len(x), (a @ weights[-1])[label] / len(x))

# %% one is shared out
# message: The value of the output is shared out, not 1.
# loses: relevance-value, relevance-dead, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = 1.0 * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% no ReLU
# message: A unit that is off brings nothing: the ReLU is missing.
# loses: relevance-value, relevance-dead, relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(sums[-1])
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share

# %% added to negative sums
# message: Added to a negative sum, epsilon makes it smaller, not larger.
# loses: relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon
        share = a * (w @ (share / z))
    return share

# %% the sign of zero is zero
# message: A sum of exactly zero counts as positive.
# loses: relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z + epsilon * np.sign(z)
        share = a * (w @ (share / z))
    return share

# %% nothing at the output
# message: Epsilon has no effect at the output.
# loses: relevance-epsilon
def class_map(maps, weights, label):
    return maps @ weights[:, label]

def relevance(x, weights, label, epsilon=0.0):
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1]):
        z = z if z is sums[-1] else z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share
