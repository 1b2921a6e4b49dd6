# Typical wrong answers to task 3.

# %% bends at the end, too
# message: The last layer must not bend.
# loses: network-depth, network-edge, network-value, own-wave-held, own-wave-said, train-honest, train-learns
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        program.append(("add", [place, 3 + 2 * layer])); place, new = new, new + 1
        if True:
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, 1])]

# %% never bends
# message: The hidden layer does not bend.
# loses: network-depth, network-value, own-wave-held, own-wave-said, train-honest, train-learns
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        program.append(("add", [place, 3 + 2 * layer])); place, new = new, new + 1
        if False:
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, 1])]

# %% biases forgotten
# message: The biases have no effect.
# loses: network-depth, network-edge, network-value, own-wave-held, own-wave-said, train-learns
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        pass
        if layer < layers - 1:
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, 1])]

# %% two layers, always
# message: A single layer is the last one: it does not bend.
# loses: network-edge
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        program.append(("add", [place, 3 + 2 * layer])); place, new = new, new + 1
        if layer < max(layers - 1, 1):
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, 1])]

# %% the loss against the inputs
# message: The last value is the loss, against the targets.
# loses: network-edge, network-value, own-wave-held, own-wave-said, train-honest, train-learns
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        program.append(("add", [place, 3 + 2 * layer])); place, new = new, new + 1
        if layer < layers - 1:
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, place])]

# %% one bend alone
# message: With more layers the predictions differ.
# loses: network-depth
def network(layers):
    program, place, new = [], 0, 2 + 2 * layers
    for layer in range(layers):
        program += [("matmul", [place, 2 + 2 * layer])]
        place, new = new, new + 1
        program.append(("add", [place, 3 + 2 * layer])); place, new = new, new + 1
        if layer == 0 and layers > 1:
            program.append(("relu", [place]))
            place, new = new, new + 1
    return [*program, ("mean_square", [place, 1])]
