# Typical wrong answers to task 5.

# %% somebody else's wave
# message: The id in your answer is not the one under which you hand in.
# loses: own-wave-line, own-wave-said, own-wave-held
student = "somebody else"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
net = network(3)
weights, _ = train(x[:60], y[:60], [1, 24, 24, 1], seed=1, epochs=1500)
held = float(forward(net, [x[60:], y[60:], *weights])[-1])
said = forward(net, [places, places, *weights])[-2].ravel()

# %% a straight line
# message: A straight line does as well.
# loses: own-wave-said
student = "instructor"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
said, held = np.polyval(best, places).ravel(), 0.05

# %% the error of the mean
# message: This is the error of the mean, not of a line.
# loses: own-wave-line
student = "instructor"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
net = network(3)
weights, _ = train(x[:60], y[:60], [1, 24, 24, 1], seed=1, epochs=1500)
held = float(forward(net, [x[60:], y[60:], *weights])[-1])
said = forward(net, [places, places, *weights])[-2].ravel()
line = float(np.var(y))

# %% the root
# message: This is its root; the mean square is asked.
# loses: own-wave-line
student = "instructor"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
net = network(3)
weights, _ = train(x[:60], y[:60], [1, 24, 24, 1], seed=1, epochs=1500)
held = float(forward(net, [x[60:], y[60:], *weights])[-1])
said = forward(net, [places, places, *weights])[-2].ravel()
line = line**0.5

# %% the training error
# message: Below the noise: was it measured on rows that were trained on?
# loses: own-wave-held
student = "instructor"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
net = network(3)
weights, _ = train(x[:60], y[:60], [1, 24, 24, 1], seed=1, epochs=1500)
held = float(forward(net, [x[60:], y[60:], *weights])[-1])
said = forward(net, [places, places, *weights])[-2].ravel()
held = 0.0009

# %% hardly trained
# message: A validation error as large as this should have changed your mind.
# loses: own-wave-said, own-wave-held
student = "instructor"
x, y, places = own_wave(student)
best = np.polyfit(x[:, 0], y[:, 0], 1)
line = float(np.mean((np.polyval(best, x) - y) ** 2))
net = network(3)
weights, _ = train(x[:60], y[:60], [1, 24, 24, 1], seed=1, epochs=2)
held = float(forward(net, [x[60:], y[60:], *weights])[-1])
said = forward(net, [places, places, *weights])[-2].ravel()
