# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-reader-context, own-reader-embedding, own-reader-slid, own-reader-bound, own-reader-last-value
student = "somebody else"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)

# %% all alike
# message: Who fits the query counts for more.
# loses: own-reader-context
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
context = h.mean(axis=0)

# %% weights that do not sum to 1
# message: The weights have to sum to 1.
# loses: own-reader-context
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
context = powers @ h

# %% no exponentials
# message: The exponentials are missing.
# loses: own-reader-context
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
context = h @ q @ h / (h @ q).sum()

# %% a bias
# message: There is no bias.
# loses: own-reader-embedding
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
embedding = words * d + d

# %% added
# message: A row of numbers for each word.
# loses: own-reader-embedding
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
embedding = words + d

# %% one number a word
# message: The window reads whole vectors.
# loses: own-reader-slid
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
slid = [filters * (k + 1), T - k + 1]

# %% a place for each word
# message: At the end the window does not fit.
# loses: own-reader-slid
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
slid = [slid[0], T]

# %% tanh
# message: That is the bound for tanh.
# loses: own-reader-bound
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
bound = s**n

# %% a quarter once
# message: Each step has a slope of the sigmoid, at most a quarter.
# loses: own-reader-bound
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
bound = s**n / 4

# %% sizes
# message: The squared error was asked for.
# loses: own-reader-last-value
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
last_value = np.mean(abs(np.diff(y)))

# %% six forecasts
# message: There are five forecasts.
# loses: own-reader-last-value
student = "instructor"
h, q, (words, d, T, k, filters), (s, n), y = own_reader(student)
powers = np.exp(h @ q)
context = powers @ h / powers.sum()
embedding = words * d
slid = [filters * (k * d + 1), T - k + 1]
bound = (s / 4) ** n
last_value = np.mean(np.diff(y) ** 2)
last_value = np.sum(np.diff(y) ** 2) / 6
