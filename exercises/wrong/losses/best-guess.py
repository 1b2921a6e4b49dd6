# Typical wrong answers to task 1.

# %% always the mean
# message: The mean is best for squares alone; use the loss that is given.
# loses: best-guess-value, best-guess-order, best-guess-edge
def best_guess(y, candidates, loss):
    return sum(y) / len(y)

# %% always the median
# message: The middle one is best for sizes alone; use the loss that is given.
# loses: best-guess-value, best-guess-order, best-guess-edge
def best_guess(y, candidates, loss):
    return sorted(y)[len(y) // 2]

# %% the worst
# message: This guess has the largest loss, not the smallest.
# loses: best-guess-value, best-guess-order, best-guess-edge
def best_guess(y, candidates, loss):
    return max(candidates, key=lambda guess: sum(loss(truth, guess) for truth in y))

# %% the loss itself
# message: Return the guess, not its loss.
# loses: best-guess-value, best-guess-order, best-guess-edge
def best_guess(y, candidates, loss):
    return min(sum(loss(truth, guess) for truth in y) for guess in candidates)

# %% turned around
# message: Truth and prediction are turned around.
# loses: best-guess-order
def best_guess(y, candidates, loss):
    return min(candidates, key=lambda guess: sum(loss(guess, truth) for truth in y))

# %% the last of equals
# message: If several are equally good, the first is taken.
# loses: best-guess-edge
def best_guess(y, candidates, loss):
    return min(list(candidates)[::-1], key=lambda guess: sum(loss(truth, guess) for truth in y))
