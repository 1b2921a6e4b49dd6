"""Step by step, as somebody writes who has just learned how to."""
# ruff: noqa: E402, F821, SIM103 - each part is a cell of the notebook


# %% offer
def offer(chance, worth, discount):
    """Return whether to offer the discount."""
    without_discount = chance * worth + (1 - chance) * 0
    if discount < without_discount:
        return True
    return False


# %% bill
def bill(truth, said, missed, alarm):
    """Return the cost of all errors."""
    cost = 0
    for day in range(len(truth)):
        if truth[day] is True and said[day] is False:
            cost = cost + missed
        if truth[day] is False and said[day] is True:
            cost = cost + alarm
    return cost


# %% track
def track(forecasts, happened):
    """Return the errors of the forecasts that can be judged."""
    errors = []
    for forecast in forecasts:
        made, year, said = forecast
        if made >= year:
            continue
        was = happened.get(year)
        if was is None:
            continue
        errors.append(said - was)
    return errors


# %% learn
def right_answers(limit, miles, demanded):
    """Return about how many hotels the rule is right."""
    count = 0
    for i in range(len(miles)):
        if miles[i] <= limit and demanded[i]:
            count = count + 1
        if miles[i] > limit and not demanded[i]:
            count = count + 1
    return count


def learn(miles, demanded):
    """Return the limit that is right about the most examples."""
    best, most = 0, right_answers(0, miles, demanded)
    for limit in miles:
        hits = right_answers(limit, miles, demanded)
        if hits > most or (hits == most and limit < best):
            best, most = limit, hits
    return best


# %% turn
def turn(start, truth, part, rounds):
    """Return what the dial says after each round."""
    dial = start
    said = []
    for _ in range(rounds):
        prediction = dial
        error = prediction - truth
        step = -part * error
        dial = dial + step
        said.append(dial)
    return said


# %% own-hotels
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
miles, demanded, new_miles, new_demanded = own_hotels(student)
yes = 0
for answer in demanded:
    if answer:
        yes = yes + 1
base_rate = yes / 11
known_right, limit = 0, 0
for at_most in range(31):
    hits = 0
    for far, answer in zip(miles, demanded, strict=True):
        hits = hits + ((far <= at_most) == answer)
    if hits > known_right and (at_most == 0 or at_most in miles):
        known_right, limit = hits, at_most
new_right, always = 0, 0
for far, answer in zip(new_miles, new_demanded, strict=True):
    new_right = new_right + ((far <= limit) == answer)
    always = always + ((yes >= 6) == answer)

# %% own-workers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [
    0.1 * jobs / fast + 0.9 * jobs / strong / fast,
    0.1 * jobs + 0.9 * jobs / simple,
]
