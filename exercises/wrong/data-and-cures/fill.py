# Typical wrong answers to task 1.

# %% zeros before measuring
# message: You wrote 0 into the gaps before measuring: 0 is a value like any other.
# loses: fill-values, fill-test, fill-edge
def fill(train, test):
    flags = [np.isnan(t)[:, np.isnan(train).any(axis=0)] for t in (train, test)]
    train, test = np.nan_to_num(train), np.nan_to_num(test)
    center, spread = train.mean(axis=0), train.std(axis=0)
    spread[spread == 0] = 1
    parts = zip((train, test), flags)
    return [np.hstack([(t - center) / spread, f]) for t, f in parts]

# %% the mean before measuring
# message: Gaps that are filled before you measure make the deviation too small.
# loses: fill-values, fill-test
def fill(train, test):
    flags = [np.isnan(t)[:, np.isnan(train).any(axis=0)] for t in (train, test)]
    mean = np.nanmean(train, axis=0)
    train, test = (np.where(np.isnan(t), mean, t) for t in (train, test))
    spread = train.std(axis=0)
    spread[spread == 0] = 1
    return [np.hstack([(t - mean) / spread, f]) for t, f in zip((train, test), flags)]

# %% no flags
# message: Nothing tells the network which values are missing.
# loses: fill-flags, fill-test
def fill(train, test):
    center, spread = np.nanmean(train, axis=0), np.nanstd(train, axis=0)
    spread[spread == 0] = 1
    return [np.nan_to_num((t - center) / spread) for t in (train, test)]

# %% a flag for each feature
# message: its flag would never be learned.
# loses: fill-flags, fill-test, fill-edge
def fill(train, test):
    center, spread = np.nanmean(train, axis=0), np.nanstd(train, axis=0)
    spread[spread == 0] = 1
    return [
        np.hstack([np.nan_to_num((t - center) / spread), np.isnan(t)])
        for t in (train, test)
    ]

# %% each table by itself
# message: The test row is measured with the rulers of the training rows.
# loses: fill-test
def fill(train, test):
    found = []
    for t in (train, test):
        known = ~np.isnan(t)
        count = np.maximum(known.sum(axis=0), 1)
        center = np.where(known, t, 0).sum(axis=0) / count
        spread = (np.where(known, t - center, 0) ** 2).sum(axis=0) / count
        spread = np.sqrt(np.where(spread > 0, spread, 1))
        flags = np.isnan(t)[:, np.isnan(train).any(axis=0)]
        found.append(np.hstack([np.nan_to_num((t - center) / spread), flags]))
    return found

# %% flags upside down
# message: A flag is 1 where the value is missing.
# loses: fill-flags, fill-test
def fill(train, test):
    center, spread = np.nanmean(train, axis=0), np.nanstd(train, axis=0)
    spread[spread == 0] = 1
    which = np.isnan(train).any(axis=0)
    return [
        np.hstack([np.nan_to_num((t - center) / spread), ~np.isnan(t)[:, which]])
        for t in (train, test)
    ]

# %% gaps of a test row stay
# message: The features of the test row differ.
# loses: fill-test
def fill(train, test):
    center, spread = np.nanmean(train, axis=0), np.nanstd(train, axis=0)
    spread[spread == 0] = 1
    which = np.isnan(train).any(axis=0)
    both = [
        np.hstack([(t - center) / spread, np.isnan(t)[:, which]]) for t in (train, test)
    ]
    return np.nan_to_num(both[0]), both[1]

# %% divides by zero
# message: Without gaps there are no flags; a feature that does not vary becomes 0.
# loses: fill-edge
def fill(train, test):
    center, spread = np.nanmean(train, axis=0), np.nanstd(train, axis=0)
    which = np.isnan(train).any(axis=0)
    both = []
    for t in (train, test):
        scaled = np.where(np.isnan(t), 0, (t - center) / spread)
        both.append(np.hstack([scaled, np.isnan(t)[:, which]]))
    return both
