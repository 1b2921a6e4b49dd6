# Typical wrong answers to task 6.

# %% somebody else's circle
# message: The id in your answer is not the one under which you hand in.
# loses: own-graph-heard, own-graph-ending, own-graph-layers, own-graph-weights
student = "somebody else"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs

# %% without oneself
# message: Everybody belongs to their own mean.
# loses: own-graph-heard
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
others = near - np.eye(6)
heard = others @ numbers / others.sum(axis=1)

# %% sums
# message: These are sums; take the mean.
# loses: own-graph-heard
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
heard = near @ numbers

# %% the plain mean
# message: Those with many friends are heard more.
# loses: own-graph-ending
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
ending = numbers.mean()

# %% friends without oneself
# message: Each counts as a listener, too.
# loses: own-graph-ending
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
friends = near.sum(axis=1) - 1
ending = friends @ numbers / friends.sum()

# %% counts people
# message: Count steps along friendships, not people.
# loses: own-graph-layers
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
layers_needed = layers_needed + 1

# %% weights for each person
# message: All people share the same weights.
# loses: own-graph-weights
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
weights = 6 * inputs * outputs

# %% a dense layer
# message: That would be a dense layer, one weight for each link.
# loses: own-graph-weights
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
weights = 36 * inputs * outputs

# %% with biases
# message: No biases were asked for.
# loses: own-graph-weights
student = "instructor"
edges, numbers, inputs, outputs = own_graph(student)
near = np.eye(6)
for i, j in edges:
    near[i, j] = near[j, i] = 1
heard = near @ numbers / near.sum(axis=1)
ending = near.sum(axis=1) @ numbers / near.sum()
layers_needed = 1
while not np.linalg.matrix_power(near, layers_needed).all():
    layers_needed += 1
weights = inputs * outputs
weights = (inputs + 1) * outputs
