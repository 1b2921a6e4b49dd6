# Typical wrong answers to task 2.

# %% a line that has seen the test
# message: The line has seen the test rows; they must stay unseen.
# loses: report-train, report-test, report-shares
def report(x, y, rows):
    weights, bias, floor = best_line(x, y)
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return floor, squares.mean(), squares / (total if total > 0 else 1)

# %% trained again in the test
# message: You fitted a new line: in a test nothing is learned.
# loses: report-test
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    again = best_line(x[rows:], y[rows:])[2]
    return floor, again, squares / (total if total > 0 else 1)

# %% sums
# message: This is a sum; the loss is a mean over the test rows.
# loses: report-test
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return floor, total, squares / (total if total > 0 else 1)

# %% divided by all rows
# message: Divide by the rows of the test, not by all rows.
# loses: report-test
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return floor, total / len(x), squares / (total if total > 0 else 1)

# %% the test first
# message: The loss in training comes first.
# loses: report-train, report-test
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return squares.mean(), floor, squares / (total if total > 0 else 1)

# %% shares of the sizes
# message: The loss squares the errors; so do its shares.
# loses: report-shares
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    sizes = np.sqrt(squares)
    return floor, squares.mean(), sizes / max(sizes.sum(), 1e-300)

# %% squared errors as they are
# message: These are the squared errors; which part of all is each?
# loses: report-shares
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return floor, squares.mean(), squares

# %% nothing divided by nothing
# message: Without any error you divide by 0.
# loses: report-shares
def report(x, y, rows):
    weights, bias, floor = best_line(x[:rows], y[:rows])
    squares = (x[rows:] @ weights + bias - y[rows:]) ** 2
    total = squares.sum()
    return floor, squares.mean(), squares / total
