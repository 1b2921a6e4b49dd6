"""In one line each, where one line is enough."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% offer
def offer(chance, worth, discount):
    """Return whether to offer the discount."""
    return discount < worth * chance


# %% bill
def bill(truth, said, missed, alarm):
    """Return the cost of all errors."""
    prices = {(True, False): missed, (False, True): alarm}
    return sum(prices.get(day, 0) for day in zip(truth, said, strict=True))


# %% track
def track(forecasts, happened):
    """Return the errors of the forecasts that can be judged."""
    due = [f for f in forecasts if f[1] in happened and f[0] < f[1]]
    return [value - happened[year] for _, year, value in due]


# %% learn
def right_answers(limit, miles, demanded):
    """Return about how many hotels the rule is right."""
    return int(np.sum((np.array(miles) <= limit) == np.array(demanded)))


def learn(miles, demanded):
    """Return the limit that is right about the most examples."""
    limits = sorted({0, *miles})
    return max(limits, key=lambda limit: right_answers(limit, miles, demanded))


# %% turn
def turn(start, truth, part, rounds):
    """Return what the dial says after each round."""
    return [
        truth + (start - truth) * (1 - part) ** number
        for number in range(1, rounds + 1)
    ]


# %% own-hotels
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
miles, demanded, new_miles, new_demanded = map(np.array, own_hotels(student))
base_rate = round(float(demanded.mean()), 2)
limits = np.sort(np.append(miles, 0))
hits = ((miles <= limits[:, None]) == demanded).sum(axis=1)
limit, known_right = int(limits[hits.argmax()]), int(hits.max())
new_right = int(((new_miles <= limit) == new_demanded).sum())
always = int((new_demanded == (demanded.mean() > 0.5)).sum())

# %% own-workers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
strong, fast, simple, jobs = own_workers(student)
speeds = np.array([fast, 1])
at_once = jobs / (np.array([strong, simple]) * speeds)
chain = jobs / speeds
mixed = jobs * 0.1 / speeds + at_once * 0.9
