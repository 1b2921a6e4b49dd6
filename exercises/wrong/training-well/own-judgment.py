# Typical wrong answers to task 7.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-judgment-baseline, own-judgment-sure, own-judgment-trials, own-judgment-trainings, own-judgment-columns
student = "somebody else"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)

# %% the mean of the test prices
# message: The mean of the test prices is not known yet.
# loses: own-judgment-baseline
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
baseline = np.mean((test - test.mean()) ** 2)

# %% sizes
# message: The squared error was asked for.
# loses: own-judgment-baseline
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
baseline = np.mean(abs(test - train.mean()))

# %% a variance
# message: This is the variance; take its root.
# loses: own-judgment-sure
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
sure = p * (1 - p) / n

# %% one row
# message: This is the scatter of a single row.
# loses: own-judgment-sure
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
sure = (p * (1 - p)) ** 0.5

# %% one trial too few
# message: One more: with these it is still less.
# loses: own-judgment-trials
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
trials = trials - 1

# %% hits added up
# message: Misses multiply; hits do not add up.
# loses: own-judgment-trials
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
trials = np.ceil(c / f)

# %% one start
# message: Each fold gets several starts.
# loses: own-judgment-trainings
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
trainings = k * times

# %% not repeated
# message: The whole is repeated.
# loses: own-judgment-trainings
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
trainings = k * starts

# %% a column for each list
# message: A column for each word, not for each list of words.
# loses: own-judgment-columns
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
columns = numbers + len(words)

# %% one word left out
# message: Every word gets a column, the last one too.
# loses: own-judgment-columns
student = "instructor"
mine = own_judgment(student)
train, test, (n, right), (f, c), (k, times, starts), numbers, words = mine
baseline = np.mean((test - train.mean()) ** 2)
p = right / n
sure = (p * (1 - p) / n) ** 0.5
trials = int(np.ceil(np.log(1 - c) / np.log(1 - f)))
trainings = k * times * starts
columns = numbers + sum(words)
columns = numbers + sum(words) - len(words)
