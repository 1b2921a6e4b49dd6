# Typical wrong answers to task 3.

# %% the other way round
# message: What was said minus what was, not the other way round.
# loses: track-value, track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made < due:
            errors.append(happened[due] - said)
    return errors

# %% without signs
# message: The sign says whether a forecast was too high or too low; keep it.
# loses: track-value, track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made < due:
            errors.append(abs(said - happened[due]))
    return errors

# %% compared with the year it was made
# message: Compare with the year that it was made for.
# loses: track-value, track-dates, track-edge
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made < due:
            errors.append(said - happened.get(made, 0))
    return errors

# %% the mean
# message: Return the error of each forecast, not their mean.
# loses: track-value, track-dates, track-edge
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made < due:
            errors.append(said - happened[due])
    return [sum(errors) / len(errors)]

# %% in the year itself
# message: Said in the year itself, it is no forecast any more.
# loses: track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made <= due:
            errors.append(said - happened[due])
    return errors

# %% does not mind the years
# message: The year 2030 has not come: its forecast is left out.
# loses: track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if made < due:
            errors.append(said - happened[due])
    return errors

# %% as if nothing had happened
# message: Nobody knows yet what will be: leave that forecast out.
# loses: track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if made < due:
            errors.append(said - happened.get(due, 0))
    return errors

# %% afterwards
# message: To know afterwards is no forecast.
# loses: track-dates
def track(forecasts, happened):
    errors = []
    for made, due, said in forecasts:
        if due in happened and made != due:
            errors.append(said - happened[due])
    return errors
