# Typical wrong answers to task 5.

# %% somebody else's network
# message: The id in your answer is not the one under which you hand in.
# loses: own-network-prediction, own-network-dz, own-network-slopes
student = "somebody else"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% somebody else's numbers under the own id
# message: Your network predicts something else for your hotel.
# loses: own-network-prediction, own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network("somebody else")
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% no bend
# message: Your hidden layer does not bend.
# loses: own-network-prediction, own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = z
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0]).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% no output bias
# message: The bias c at the output is missing.
# loses: own-network-prediction, own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% through the closed gate
# message: One of your gates is closed; nothing comes back through it.
# loses: own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0]).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% actual minus predicted
# message: The sign is reversed; the error is predicted minus actual.
# loses: own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (y.item() - prediction)
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% the 2 is missing
# message: The 2 that comes from differentiating the square is missing.
# loses: own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = prediction - y.item()
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% the output weights are left out
# message: The weights v are missing on the way back.
# loses: own-network-dz, own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * a[0]).tolist()

# %% dW turned
# message: dW has the shape of W: a row for each input.
# loses: own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(dz, x).tolist()
dv = (d_out * a[0]).tolist()

# %% rows exchanged
# message: The rows have changed places: the first is for the first input.
# loses: own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x[0, ::-1], dz).tolist()
dv = (d_out * a[0]).tolist()

# %% z for a
# message: You took z for dv; the output neuron reads a.
# loses: own-network-slopes
student = "instructor"
x, y, W, b, v, c = own_network(student)
z = x @ W + b
a = np.maximum(0, z)
prediction = (a @ v + c).item()
d_out = 2 * (prediction - y.item())
dz = (d_out * v[:, 0] * (z[0] > 0)).tolist()
dW = np.outer(x, dz).tolist()
dv = (d_out * z[0]).tolist()
