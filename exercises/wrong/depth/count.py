# Typical wrong answers to task 3.

# %% a single row
# message: Each row is multiplied: count the whole batch.
# loses: count-passes
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = sum(each)
    back = (2 * sum(each) - each[0])
    return there, back, 2 * rows * units, 2 * (sum(each) + units)

# %% biases multiplied
# message: A bias is added, not multiplied.
# loses: count-passes
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * (sum(each) + units)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * rows * units, 2 * (sum(each) + units)

# %% twice forward
# message: The delta of the inputs is not needed: the first layer saves.
# loses: count-passes
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each))
    return there, back, 2 * rows * units, 2 * (sum(each) + units)

# %% the last layer saves
# message: It is the first layer that sends nothing on, not the last.
# loses: count-passes
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[-1])
    return there, back, 2 * rows * units, 2 * (sum(each) + units)

# %% backward like forward
# message: Backward, most weights are used twice: for what?
# loses: count-passes
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * sum(each)
    return there, back, 2 * rows * units, 2 * (sum(each) + units)

# %% outputs only
# message: Both z and a of each layer are kept.
# loses: count-memory
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, rows * units, 2 * (sum(each) + units)

# %% kept for one row
# message: They are kept for every row.
# loses: count-memory
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * units, 2 * (sum(each) + units)

# %% inputs counted
# message: The inputs are there anyway; count the layers.
# loses: count-memory
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * rows * sum(sizes), 2 * (sum(each) + units)

# %% one side
# message: Central differences look on both sides.
# loses: count-nudging
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * rows * units, sum(each) + units

# %% weights only
# message: Biases are nudged as well.
# loses: count-nudging
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * rows * units, 2 * sum(each)

# %% once for each row
# message: One evaluation of the cost covers the whole batch.
# loses: count-nudging
def count(sizes, rows):
    each = [n_in * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:])]
    units = sum(sizes[1:])
    there = rows * sum(each)
    back = rows * (2 * sum(each) - each[0])
    return there, back, 2 * rows * units, 2 * rows * (sum(each) + units)
