# Typical wrong answers to task 5.

# %% every part counts alike
# message: The parts have unequal numbers of rows: weigh them.
# loses: loop-step, loop-batches, loop-losses
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, 1 / len(parts)))
        step(rate)
        losses.append(sum(found))
    return losses

# %% means are added up
# message: You add up the means of the parts: whose mean is wanted?
# loses: loop-step, loop-batches, loop-losses
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, 1))
        step(rate)
        losses.append(sum(found))
    return losses

# %% a step for each part
# message: One step for each batch, not one for each part.
# loses: loop-step, loop-batches, loop-losses
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            forget()
            found.append(backward(x, y, len(y) / rows))
            step(rate)
        losses.append(sum(found))
    return losses

# %% forgets between the parts
# message: Slopes of earlier parts are forgotten too early.
# loses: loop-step, loop-batches, loop-losses
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            forget()
            found.append(backward(x, y, len(y) / rows))
        step(rate)
        losses.append(sum(found))
    return losses

# %% never forgets
# message: Slopes of the batch before are still there.
# loses: loop-batches, loop-losses, loop-edge
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, len(y) / rows))
        step(rate)
        losses.append(sum(found))
    return losses

# %% forgets at the end alone
# message: Old slopes must not count: forget first.
# loses: loop-edge
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, len(y) / rows))
        step(rate)
        forget()
        losses.append(sum(found))
    return losses

# %% no step
# message: No step was taken.
# loses: loop-step, loop-batches, loop-losses, loop-edge
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, len(y) / rows))
        losses.append(sum(found))
    return losses

# %% the loss of the last part
# message: This is the loss of the last part alone.
# loses: loop-losses
def loop(forget, backward, step, batches, rate):
    losses = []
    for parts in batches:
        forget()
        rows, found = sum(len(y) for _, y in parts), []
        for x, y in parts:
            found.append(backward(x, y, len(y) / rows))
        step(rate)
        losses.append(found[-1] * rows / len(y))
    return losses
