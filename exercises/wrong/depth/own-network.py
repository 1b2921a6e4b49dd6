# Typical wrong answers to task 5.

# %% somebody else's network
# message: The id in your answer is not the one under which you hand in.
# loses: own-network-prediction, own-network-second, own-network-first, own-network-kernel
student = "somebody else"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)

# %% a loss of its own
# message: Half of the square has the slope 1 times the error.
# loses: own-network-second, own-network-first, own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = 2 * (prediction - y)
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)

# %% reversed
# message: The error is prediction minus target.
# loses: own-network-second, own-network-first, own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = y - prediction
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)

# %% no error
# message: The error itself is missing.
# loses: own-network-second, own-network-first, own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)

# %% not transposed
# message: Deltas travel back through the transpose.
# loses: own-network-first, own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0] * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)

# %% turned
# message: Rows are inputs, columns are units; yours is turned.
# loses: own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(delta_1, x)

# %% no gates forward
# message: A closed gate puts out 0, not its negative sum.
# loses: own-network-prediction
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = error * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
straight = x
for kernel, bias, _ in layers:
    straight = straight @ kernel + bias
prediction = float(straight[0])
d_kernel = np.outer(x, delta_1)

# %% no gates back
# message: A closed gate lets nothing back.
# loses: own-network-second, own-network-first, own-network-kernel
student = "instructor"
x, y, layers = own_network(student)
(z_1, z_2, z_3), outputs = forward(x[None], layers)
prediction = float(z_3[0, 0])
error = prediction - y
delta_2 = error * layers[2][0][:, 0]
delta_1 = delta_2 @ layers[1][0].T
d_kernel = np.outer(x, delta_1)
