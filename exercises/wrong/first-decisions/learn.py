# Typical wrong answers to task 4.

# %% nearer than the limit
# message: At most 4 miles: a hotel at 4 miles is near enough.
# loses: learn-count, learn-limit
def right_answers(limit, miles, demanded):
    return sum((far < limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return best

# %% the yes alone
# message: You count something else: a right no is a right answer as well.
# loses: learn-count, learn-limit
def right_answers(limit, miles, demanded):
    return sum(far <= limit and answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return best

# %% how often it says yes
# message: You count how often the rule says yes, or no.
# loses: learn-count, learn-limit, learn-edge
def right_answers(limit, miles, demanded):
    return sum(far <= limit for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return best

# %% the largest of the best
# message: Of several limits that are equally good, the smallest was asked for.
# loses: learn-limit
def right_answers(limit, miles, demanded):
    return sum((far <= limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits >= right_answers(best, miles, demanded):
            best = limit
    return best

# %% how often it is right
# message: Return the limit, not how often it is right.
# loses: learn-limit, learn-edge
def right_answers(limit, miles, demanded):
    return sum((far <= limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return right_answers(best, miles, demanded)

# %% a mean
# message: A mean of distances is not chosen by its right answers.
# loses: learn-limit, learn-edge
def right_answers(limit, miles, demanded):
    return sum((far <= limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    near = [far for far, answer in zip(miles, demanded) if answer]
    return sum(near) / max(len(near), 1)

# %% the farthest hotel
# message: This says yes to every hotel.
# loses: learn-limit, learn-edge
def right_answers(limit, miles, demanded):
    return sum((far <= limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = 0
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return max(miles)

# %% without 0
# message: With a limit of 0 nobody is in demand.
# loses: learn-edge
def right_answers(limit, miles, demanded):
    return sum((far <= limit) == answer for far, answer in zip(miles, demanded))


def learn(miles, demanded):
    best = min(miles)
    for limit in sorted(miles):
        hits = right_answers(limit, miles, demanded)
        if hits > right_answers(best, miles, demanded):
            best = limit
    return best
