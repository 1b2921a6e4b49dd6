# Typical wrong answers to task 7.

# %% somebody else's machine
# message: The id in your answer is not the one under which you hand in.
# loses: own-machine-costs, own-machine-starts, own-machine-crossing, own-machine-epoch
student = "somebody else"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs

# %% time by rows
# message: The start is still in it.
# loses: own-machine-costs
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
row_costs = times[:, 1] / 1100

# %% whole steps
# message: These are whole steps of 100 rows.
# loses: own-machine-starts
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
starts = times[:, 0]

# %% the card first
# message: First the start of the processor, then that of the card.
# loses: own-machine-starts
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
starts = starts[::-1]

# %% the start of the card alone
# message: The processor has a start as well.
# loses: own-machine-crossing
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
crossing = starts[1] / (row_costs[0] - row_costs[1])

# %% costs added
# message: Divide by what a row gains.
# loses: own-machine-crossing
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
crossing = (starts[1] - starts[0]) / row_costs.sum()

# %% full batches alone
# message: The small last batch has a start as well.
# loses: own-machine-epoch
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
epoch = rows // batch * starts + rows * row_costs

# %% a single start
# message: Every batch has a start.
# loses: own-machine-epoch
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
epoch = starts + rows * row_costs

# %% a start for each row
# message: A start is paid once for a batch, not for each row.
# loses: own-machine-epoch
student = "instructor"
processor, card, rows, batch = own_machine(student)
times = np.array([processor, card])
row_costs = (times[:, 1] - times[:, 0]) / 1000
starts = times[:, 0] - 100 * row_costs
crossing = (starts[1] - starts[0]) / (row_costs[0] - row_costs[1])
epoch = np.ceil(rows / batch) * starts + rows * row_costs
epoch = rows * (starts + row_costs)
