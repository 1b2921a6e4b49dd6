# Typical wrong answers to task 4.

# %% each number alone
# message: You clip each number or layer alone: the direction is lost.
# loses: clip-value
def clip(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]

# %% each layer alone
# message: You clip each number or layer alone: the direction is lost.
# loses: clip-value
def clip(gradients, limit):
    return [g * min(1, limit / max(np.linalg.norm(g), 1e-30)) for g in gradients]

# %% nothing is shortened
# message: Nothing was shortened: the length of all together is 5.
# loses: clip-value
def clip(gradients, limit):
    return [np.array(g) for g in gradients]

# %% squares without the root
# message: The length is the root of the sum of squares.
# loses: clip-value, clip-short
def clip(gradients, limit):
    length = sum(np.sum(g**2) for g in gradients)
    return [g * (limit / length if length > limit else 1) for g in gradients]

# %% divided by the sum
# message: This divides by the sum of the numbers, not the length.
# loses: clip-value, clip-short
def clip(gradients, limit):
    length = sum(np.sum(np.abs(g)) for g in gradients)
    return [g * (limit / length if length > limit else 1) for g in gradients]

# %% stretches short ones
# message: This gradient is short enough; it must not be stretched.
# loses: clip-short, clip-edge
def clip(gradients, limit):
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g * (limit / length) for g in gradients]
