# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-echoes-pair, own-echoes-dear, own-echoes-folds, own-echoes-epochs, own-echoes-survive, own-echoes-tower, own-echoes-reader, own-echoes-wall, own-echoes-kinds
student = "somebody else"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]

# %% a weight that is not idle
# message: While the first is off, its weight is idle.
# loses: own-echoes-pair
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
pair[0] = max(0, duo[2] * duo[0] + duo[3])

# %% straight neurons
# message: Both are ReLU neurons.
# loses: own-echoes-pair
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
pair = [duo[2] * z + duo[3] for z in duo[:2]]

# %% no bias
# message: The bias of the second is missing.
# loses: own-echoes-pair
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
pair = [0, max(0, duo[2] * duo[1])]

# %% exponentials for nothing
# message: An exponential costs as much as a dozen products.
# loses: own-echoes-dear
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
dear = k / (k + work)

# %% compared with products
# message: A share of all the work, exponentials included.
# loses: own-echoes-dear
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
dear = 12 * k / work

# %% outputs too
# message: The outputs are straight.
# loses: own-echoes-dear
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
dear = 12 * (k + out) / (12 * (k + out) + work)

# %% all folds
# message: The scatter of the shuffles' means, not of single folds.
# loses: own-echoes-folds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
folds[1] = np.std(rounds)

# %% divided by two
# message: Divide by three.
# loses: own-echoes-folds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
folds[1] *= 1.5**0.5

# %% the variance
# message: This is a variance; take its root.
# loses: own-echoes-folds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
folds[1] **= 2

# %% the best shuffle
# message: The mean of all shuffles, not the luckiest one.
# loses: own-echoes-folds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
folds[0] = min(np.mean(rounds, axis=1))

# %% no patience
# message: A run goes on until its patience is over.
# loses: own-echoes-epochs
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
epochs[1] = plan[1] * plan[2]

# %% one setting
# message: For each of the other settings.
# loses: own-echoes-epochs
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
epochs = [sum(plan[0]), plan[2] + plan[3]]

# %% the longest alone
# message: Each number is a run of its own.
# loses: own-echoes-epochs
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
epochs[0] = plan[1] * max(plan[0])

# %% in the wrong order
# message: New masks at every step come first.
# loses: own-echoes-survive
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
survive[:2] = [survive[1], survive[0]]

# %% the dropped ones
# message: The rate is the share that is dropped.
# loses: own-echoes-survive
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
survive = [drops[0] * drops[1] ** drops[2], drops[0] * drops[1], drops[3]]

# %% shares
# message: These are shares; how many parts are they?
# loses: own-echoes-survive
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
survive = [survive[0] / drops[0], survive[1] / drops[0], drops[3]]

# %% one mask for all
# message: Each sequence draws its own.
# loses: own-echoes-survive
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
survive[2] = 1

# %% the same inputs again
# message: What does the second layer read?
# loses: own-echoes-tower
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
tower[1] = tower[0]

# %% a quarter
# message: An LSTM has three gates and a candidate.
# loses: own-echoes-tower
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
tower = [tower[0] // 4, tower[1] // 4, tower[2]]

# %% one layer after the other
# message: A layer can follow one step behind the one below.
# loses: own-echoes-tower
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
tower[2] = pile[3] * pile[2]

# %% no waiting
# message: An upper layer has to wait for the one below.
# loses: own-echoes-tower
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
tower[2] = pile[3]

# %% vectors for free
# message: The vectors of the words are learned, too.
# loses: own-echoes-reader
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
reader -= words * width

# %% no last bias
# message: The last unit has a bias.
# loses: own-echoes-reader
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
reader -= 1

# %% no last unit
# message: The sigmoid unit at the end is missing.
# loses: own-echoes-reader
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
reader -= u + 1

# %% reads one-hot words
# message: It reads vectors, not words.
# loses: own-echoes-reader
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
reader += 4 * u * (words - width)

# %% thrown off
# message: The slope is clipped before the step.
# loses: own-echoes-wall
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
wall[1] = hill[0] - hill[4] * steep[0]

# %% up the wall
# message: The step goes against the slope.
# loses: own-echoes-wall
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
wall[1] = hill[0] + hill[4] * hill[3]

# %% clipped up
# message: Clipping leaves alone what is too short.
# loses: own-echoes-wall
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
wall[2] = -hill[3]

# %% one step of many
# message: Each of the steps contains u.
# loses: own-echoes-wall
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
wall = [wall[0] / T, wall[1], wall[2] / T]

# %% the error
# message: This is the error; how does it change with u?
# loses: own-echoes-wall
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
wall = [hill[0] ** T - 0.5, wall[1], hill[1] ** T - 0.5]

# %% a picture is many
# message: What goes in: one thing, or many?
# loses: own-echoes-kinds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
kinds = ["many to one" if k == "one to many" else k for k in kinds]

# %% always one to many
# message: What goes in: one thing, or many?
# loses: own-echoes-kinds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
kinds = ["one to many"] * 3

# %% in step with a whole sentence
# message: In step: an output for each input, at once.
# loses: own-echoes-kinds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
kinds = ["in step" if k == "read first" else k for k in kinds]

# %% a summary is one
# message: Read first: many out, when all has been read.
# loses: own-echoes-kinds
student = "instructor"
duo, (p, k, out), rounds, plan, drops, pile, text, hill, jobs = own_echoes(student)
pair = [duo[3], max(0, duo[2] * duo[1] + duo[3])]
work = p * k + k * out
dear = 12 * k / (12 * k + work)
folds = [np.mean(rounds), np.std(np.mean(rounds, axis=1))]
epochs = [sum(plan[0]) * plan[1], plan[1] * (plan[2] + plan[3])]
survive = [drops[0] * (1 - drops[1]) ** drops[2], drops[0] * (1 - drops[1]), drops[3]]
n = pile[1]
tower = [4 * n * (pile[0] + n + 1), 4 * n * (2 * n + 1), pile[3] + pile[2] - 1]
words, width, u = text
reader = words * width + 4 * u * (width + u + 1) + u + 1
T = hill[2]
steep = [(v**T - 0.5) * T * v ** (T - 1) for v in hill[:2]]
wall = [steep[0], hill[0] - hill[4] * hill[3], steep[1]]
words_for = {TASKS[1]: "one to many", TASKS[5]: "one to many"}
words_for.update({TASKS[2]: "read first", TASKS[6]: "read first"})
words_for.update({TASKS[3]: "in step", TASKS[7]: "in step"})
kinds = [words_for.get(job, "many to one") for job in jobs]
kinds = ["many to one" if k == "read first" else k for k in kinds]
