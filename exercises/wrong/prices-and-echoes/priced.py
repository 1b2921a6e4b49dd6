# Typical wrong answers to task 2.

# %% biases pay as well
# message: Biases go free.
# loses: priced-paid
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        paid += one * np.abs(b).sum() + two * np.sum(b**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% half the squares
# message: The penalty has no half.
# loses: priced-paid
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two / 2 * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% no squares
# message: The second price is for squares.
# loses: priced-paid
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.abs(k).sum()
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% prices swapped
# message: Which price is for sizes, which for squares?
# loses: priced-paid, priced-kernels, priced-edge
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (two, one) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% the first price for all
# message: Each layer has prices of its own.
# loses: priced-paid, priced-kernels
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, [prices[0]] * len(layers)):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% weights with their signs
# message: Sizes, not the weights with their signs.
# loses: priced-paid
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * k.sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% the 2 forgotten
# message: The slope of a square has a 2.
# loses: priced-kernels
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after

# %% pushed away from 0
# message: The price pulls toward 0.
# loses: priced-kernels, priced-edge
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk - pull), b - rate * db))
    return paid, after

# %% no pull
# message: The price has no effect on the step.
# loses: priced-kernels, priced-edge
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk), b - rate * db))
    return paid, after

# %% biases are pulled
# message: Biases pay nothing.
# loses: priced-biases
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * (db + one * np.sign(b) + 2 * two * b)))
    return paid, after

# %% biases stay
# message: A bias follows the slope of the data.
# loses: priced-biases
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.sign(k) + 2 * two * k
        after.append((k - rate * (dk + pull), b))
    return paid, after

# %% a sign for 0
# message: A weight of exactly 0 is not pulled.
# loses: priced-edge
def priced(layers, slopes, prices, rate):
    paid, after = 0.0, []
    for (k, b), (dk, db), (one, two) in zip(layers, slopes, prices):
        paid += one * np.abs(k).sum() + two * np.sum(k**2)
        pull = one * np.where(k >= 0, 1, -1) + 2 * two * k
        after.append((k - rate * (dk + pull), b - rate * db))
    return paid, after
