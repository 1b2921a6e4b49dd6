# Typical wrong answers to task 6.

# %% somebody else's run
# message: The id in your answer is not the one under which you hand in.
# loses: own-run-updates, own-run-right, own-run-losses, own-run-rate
student = "somebody else"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step

# %% the rest dropped
# message: The last batch of an epoch is a batch as well.
# loses: own-run-updates
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
updates = rows // batch * epochs

# %% one epoch
# message: This is one epoch.
# loses: own-run-updates
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
updates = -(-rows // batch)

# %% all epochs as one
# message: Each epoch ends with a smaller batch of its own.
# loses: own-run-updates
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
updates = -(-epochs * rows // batch)

# %% the wrong ones
# message: These are the rows that are wrong.
# loses: own-run-right
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
right = rows - right

# %% percent
# message: This is the accuracy in percent; count rows.
# loses: own-run-right
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
right = 100 * printed

# %% a sum
# message: This is a sum; the cost is a mean over the rows.
# loses: own-run-losses
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
losses = [each[0], sum(each)]

# %% cost and loss exchanged
# message: The loss belongs to one row, the cost to all.
# loses: own-run-losses
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
losses = losses[::-1]

# %% labels exchanged
# message: You charge for the truth, not for the rest.
# loses: own-run-losses
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
each = [-np.log(1 - a if y else a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]

# %% divided by the rows
# message: The slope of the mean is smaller than that of the sum.
# loses: own-run-rate
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
rate = step / rows

# %% the same rate
# message: The slope of a sum is longer than that of a mean.
# loses: own-run-rate
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
rate = step

# %% twice the rate
# message: Both have the 2 of the square.
# loses: own-run-rate
student = "instructor"
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = -(-rows // batch) * epochs
right = round(printed * rows)
each = [-np.log(a if y else 1 - a) for a, y in zip(outputs, labels)]
losses = [each[0], np.mean(each)]
rate = rows * step
rate = 2 * rate
