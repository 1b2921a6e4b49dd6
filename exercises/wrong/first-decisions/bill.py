# Typical wrong answers to task 2.

# %% kinds mixed up
# message: You have mixed up misses and false alarms.
# loses: bill-value, bill-kinds
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += alarm
        if forecast and not was:
            cost += missed
    return cost

# %% counts
# message: You count the errors; add up what they cost.
# loses: bill-value, bill-kinds
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += 1
        if forecast and not was:
            cost += 1
    return cost

# %% misses alone
# message: The false alarms cost something as well.
# loses: bill-value, bill-kinds
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += missed
        if forecast and not was:
            cost += 0
    return cost

# %% false alarms alone
# message: The misses cost something as well.
# loses: bill-value, bill-kinds
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += 0
        if forecast and not was:
            cost += alarm
    return cost

# %% one price
# message: The two kinds of errors have different prices.
# loses: bill-value, bill-kinds
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += missed
        if forecast and not was:
            cost += missed
    return cost

# %% the right ones pay
# message: You let the right forecasts pay.
# loses: bill-value, bill-kinds, bill-edge
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and forecast:
            cost += missed
        if not forecast and not was:
            cost += alarm
    return cost

# %% the mean
# message: All days together were asked for, not the mean.
# loses: bill-value, bill-kinds, bill-edge
def bill(truth, said, missed, alarm):
    cost = 0
    for was, forecast in zip(truth, said):
        if was and not forecast:
            cost += missed
        if forecast and not was:
            cost += alarm
    return cost / len(truth)
