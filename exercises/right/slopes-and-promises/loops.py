"""All tasks number by number, with lists."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook


# %% jacobians
def jacobians(a):
    """Return the slopes of all shares in all scores, (rows, classes, classes)."""
    return [
        [[s * ((k == m) - t) for m, t in enumerate(row)] for k, s in enumerate(row)]
        for row in a
    ]


# %% head
def head(h, z, y, loss):
    """Return the slopes of the cost in the weights and in the biases."""
    rows, units, classes = len(z), len(h[0]), len(z[0])
    weights = [[0.0] * classes for _ in range(units)]
    biases = [0.0] * classes
    for r in range(rows):
        powers = [2.718281828459045 ** (score - max(z[r])) for score in z[r]]
        a = [power / sum(powers) for power in powers]
        pull = [a[k] - y[r][k] for k in range(classes)]
        if loss == "squared":
            away = sum(a[k] * pull[k] for k in range(classes))
            pull = [a[k] * (pull[k] - away) for k in range(classes)]
        for k in range(classes):
            biases[k] += pull[k] / rows
            for unit in range(units):
                weights[unit][k] += h[r][unit] * pull[k] / rows
    return weights, biases


# %% nudges
def nudge_error(f, x, slope, size, both):
    """Return the error, without sign, of a slope that is estimated by nudging."""
    low, width = x, size
    if both:
        low, width = x - size, 2 * size
    error = (f(x + size) - f(low)) / width - slope
    return error if error > 0 else -error


def best_size(value, third, rounding):
    """Return the size of the nudge that makes both errors together smallest."""
    import math

    # the slope of (third/6) s² + rounding value / s is 0
    if abs(third) == 0:
        return float("inf")
    return math.exp(math.log(3 * rounding * abs(value) / abs(third)) / 3)


# %% family
def memory(beta, t, corrected):
    """Return the weights of t values in a moving average, oldest first."""
    weights = []
    for _ in range(t):
        weights = [beta * weight for weight in weights] + [1 - beta]
    if corrected and beta == 1:
        return [1 / t for _ in range(t)]
    if corrected:
        return [weight / (1 - beta**t) for weight in weights]
    return weights


def last_step(gradients, rate, beta, corrected, falling):
    """Return the step after these gradients of one parameter, one number."""
    weights = memory(beta, len(gradients), corrected)
    average = sum(w * g * g for w, g in zip(weights, gradients, strict=True))
    if falling:
        rate = rate / len(gradients) ** 0.5
    return -rate * gradients[-1] / average**0.5 if average else 0


# %% barron
def constant(amplitudes, frequencies):
    """Return C of a sum of waves; frequencies has the shape (waves, inputs)."""
    total = 0.0
    for size, wave in zip(amplitudes, frequencies, strict=True):
        total += abs(size) * sum(part * part for part in wave) ** 0.5
    return total


def promised(c, radius, error):
    """Return the smallest number of units for which the bound is at most `error`."""
    units = max(1, int(4 * radius * radius * c * c / error) - 1)
    while 4 * radius * radius * c * c / units > error:
        units += 1
    return units


# %% own-slopes
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
groups = own_slopes(student)
rows, m = groups[0]
updates, left = 0, rows
while left > 0:
    updates, left = updates + 1, left - m
empty = 0
while (m + empty) % 32:
    empty += 1
kinds = [1, updates, rows, empty]
slower = [groups[1], groups[1] ** 2]
heights, place = groups[2]
low = []
for i in range(1, len(heights) - 1):
    if heights[i - 1] > heights[i] < heights[i + 1]:
        low.append(i)
while place not in low:
    place += 1 if heights[place + 1] < heights[place] else -1
dips = [len(low), place, min(low, key=lambda i: heights[i])]
travel = [round(groups[3][0] / groups[3][1]), groups[3][0] / groups[3][2]]
(p, units, classes), wide = groups[4]
sizes = [p * units + units + units * classes + classes, 784 * wide + wide + 10 * wide]
sizes[1] += 10
starts = []
for part in groups[5][:2]:
    starts.append(sum(1 for right in part if right == 24) / len(part))
starts.append(round(sum(groups[5][3]) / 80 - sum(groups[5][2]) / 80, 4))
c, radius, many, reached = groups[6]
slack = 2 * radius * c * 2 * radius * c / many / reached
shapes = []
for stack in groups[7]:
    if sorted(stack, reverse=True) != stack:
        shapes.append("neither")
    else:
        shapes.append("tunnel" if len(set(stack)) == 1 else "funnel")
