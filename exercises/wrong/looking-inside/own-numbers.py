# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-numbers-score, own-numbers-shares, own-numbers-normalized, own-numbers-filled, own-numbers-dearer
student = "somebody else"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs

# %% added up
# message: Each map is averaged, not added up.
# loses: own-numbers-score
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
score = float((A @ w).sum() + b)

# %% no bias
# message: The bias is missing.
# loses: own-numbers-score
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
score = float((A @ w).mean())

# %% slopes
# message: These are slopes; what an input brought depends on its size.
# loses: own-numbers-shares
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
shares = W @ v

# %% hidden units
# message: This is what the hidden units get; go on to the inputs.
# loses: own-numbers-shares
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
shares = (x @ W) * v

# %% by columns
# message: This goes down the columns: the batch.
# loses: own-numbers-normalized
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
normalized = (table - table.mean(0)) / table.std(0)

# %% variance
# message: Divide by the root of the variance.
# loses: own-numbers-normalized
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
normalized = center / center.var(axis=1, keepdims=True)

# %% nine at each place
# message: At the border the filter hangs over: fewer pixels are under it.
# loses: own-numbers-filled
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
filled = 9 * side**2

# %% without the border
# message: Places at the border have weights, too.
# loses: own-numbers-filled
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
filled = 9 * (side - 2) ** 2

# %% only forward
# message: From scratch there is a way back in each epoch, too.
# loses: own-numbers-dearer
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
dearer = epochs

# %% features anew
# message: The features of a frozen base are computed once, not in every epoch.
# loses: own-numbers-dearer
student = "instructor"
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = float((A @ w).mean() + b)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / center.std(axis=1, keepdims=True)
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
dearer = 3
