# Typical wrong answers to task 5.

# %% somebody else's network
# message: The id in your answer is not the one under which you hand in.
# loses: own-network-states, own-network-slopes, own-network-reach, own-network-counts
student = "somebody else"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]

# %% no memory
# message: Each state takes its share of the one before it.
# loses: own-network-states
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]
own_states = w * x

# %% the last step alone
# message: This is the share of the last step; add up all steps.
# loses: own-network-slopes
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]
own_slopes = [deltas[2] * h[2], deltas[2] * x[2]]

# %% signs turned around
# message: The signs are turned around: state minus target.
# loses: own-network-slopes
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (target - h[3]) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]

# %% the state after the step
# message: u met the state before the step.
# loses: own-network-slopes
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[1:], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]

# %% deltas do not shrink
# message: On its way back the delta is multiplied by u at each step.
# loses: own-network-slopes
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([1, 1, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]

# %% slopes swapped
# message: First the slope in u, then that in w.
# loses: own-network-slopes
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]
own_slopes = own_slopes[::-1]

# %% a step too few
# message: After that many steps it is still above a thousandth.
# loses: own-network-reach
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 3, 4)]
reach = reach - 1

# %% no biases
# message: The biases are missing.
# loses: own-network-counts
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units) for k in (1, 3, 4)]

# %% no weights between states
# message: The weights from state to state are missing.
# loses: own-network-counts
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + 1) for k in (1, 3, 4)]

# %% GRU and LSTM swapped
# message: GRU and LSTM are swapped.
# loses: own-network-counts
student = "instructor"
u, w, x, target, inputs, units = own_network(student)
h = [0.0]
for now in x:
    h.append(u * h[-1] + w * now)
deltas = (h[3] - target) * np.array([u * u, u, 1])
own_states = h[1:]
own_slopes = [deltas @ h[:3], deltas @ x]
reach = int(np.ceil(np.log(1e-3) / np.log(abs(u))))
counts = [k * units * (inputs + units + 1) for k in (1, 4, 3)]
