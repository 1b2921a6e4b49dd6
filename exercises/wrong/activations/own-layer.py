# Typical wrong answers to task 5.

# %% somebody else's layer
# message: The id in your answer is not the one under which you hand in.
# loses: own-layer-opened, own-layer-bias, own-layer-leaky
student = "somebody else"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
d_weights = 0.1 * x.T @ da

# %% closed gates
# message: These are the closed gates.
# loses: own-layer-opened
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
opened = 4 - opened
d_weights = 0.1 * x.T @ da

# %% counted from one
# message: Units are counted from 0.
# loses: own-layer-opened
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
dead = dead + 1
d_weights = 0.1 * x.T @ da

# %% exactly zero
# message: Then its largest sum is exactly 0, and the gate still closed.
# loses: own-layer-bias
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = -z[:, dead].max()
d_weights = 0.1 * x.T @ da

# %% open for all
# message: This opens it for all rows; one is enough.
# loses: own-layer-bias
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].min()
d_weights = 0.1 * x.T @ da

# %% slope one
# message: The leak is missing: on the left the slope is not 1.
# loses: own-layer-leaky
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
d_weights = x.T @ da

# %% a mean
# message: The rows are added up here; take no mean.
# loses: own-layer-leaky
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
d_weights = 0.1 * x.T @ da / 4

# %% relu
# message: That is ReLU's gradient, which keeps it dead; a leak passes some.
# loses: own-layer-leaky
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
d_weights = [0, 0]

# %% the leak of the book
# message: You used another leak.
# loses: own-layer-leaky
student = "instructor"
x, W, b, da = own_layer(student)
z = x @ W + b
opened = np.sum(z > 0, axis=0)
dead = int(np.argmin(opened))
raise_by = 1 - z[:, dead].max()
d_weights = 0.01 * x.T @ da
