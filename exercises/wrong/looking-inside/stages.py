# Typical wrong answers to task 5.

# %% never frozen
# message: In the first stage the base is frozen.
# loses: stages-frozen, stages-joint, stages-head
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (1, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% always frozen
# message: In the second stage the base moves, too.
# loses: stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 0)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% a sum
# message: The cost is a mean over the rows, not a sum.
# loses: stages-head, stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% uphill
# message: The step goes uphill: it goes against the slope.
# loses: stages-head, stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head + rate * phi.T @ dz
            base = base + pace * rate * x.T @ back
    return base, head

# %% nothing taken away
# message: The right answers are not taken away from the shares.
# loses: stages-head, stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True)) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% one rate
# message: The second stage has a rate of its own.
# loses: stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z, rate = x @ base, rates[0]
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% rates exchanged
# message: The first stage takes the first rate.
# loses: stages-head, stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates[::-1], (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% no gate
# message: Where a unit is off, no slope reaches the base.
# loses: stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T)
            head = head - rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head

# %% the new head
# message: Both slopes are taken at the weights before the step.
# loses: stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            head = head - rate * phi.T @ dz
            back = (dz @ head.T) * (z > 0)
            base = base - pace * rate * x.T @ back
    return base, head

# %% only the base
# message: In the second stage the head goes on learning.
# loses: stages-joint, stages-edge
def two_stages(x, c, base, head, steps, rates):
    y = np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1)):
        for _ in range(count):
            z = x @ base
            phi = np.maximum(z, 0)
            a = np.exp(phi @ head)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            back = (dz @ head.T) * (z > 0)
            head = head - (1 - pace) * rate * phi.T @ dz
            base = base - pace * rate * x.T @ back
    return base, head
