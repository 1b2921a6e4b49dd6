# Typical wrong answers to task 2.

# %% a correlation
# message: This slides without turning: a correlation.
# loses: on-clock-value, on-clock-round
def on_clock(f, g, places):
    return np.fft.ifft(np.conj(np.fft.fft(f, places)) * np.fft.fft(g, places)).real

def spoiled(k, n, places):
    return max(0, n + k - 1 - places)

# %% the numbers themselves
# message: You multiply the numbers themselves, not their waves.
# loses: on-clock-value, on-clock-round
def on_clock(f, g, places):
    return np.pad(f, (0, places - len(f))) * np.pad(g, (0, places - len(g)))

def spoiled(k, n, places):
    return max(0, n + k - 1 - places)

# %% not back
# message: Transform back, and keep the real parts.
# loses: on-clock-value, on-clock-round
def on_clock(f, g, places):
    return np.fft.fft(f, places) * np.fft.fft(g, places)

def spoiled(k, n, places):
    return max(0, n + k - 1 - places)

# %% the ordinary one
# message: What has no place at the end comes round; it is not dropped.
# loses: on-clock-round
def on_clock(f, g, places):
    whole = np.convolve(f, g)
    return np.pad(whole, (0, max(0, places - len(whole))))[:places]

def spoiled(k, n, places):
    return max(0, n + k - 1 - places)

# %% as long as the data
# message: There are as many results as the clock has places.
# loses: on-clock-value, on-clock-round
def on_clock(f, g, places):
    return np.fft.ifft(np.fft.fft(f, places) * np.fft.fft(g, places)).real[: len(g)]

def spoiled(k, n, places):
    return max(0, n + k - 1 - places)

# %% only the filter is too long
# message: Two and four numbers on four places: another count.
# loses: on-clock-spoiled
def on_clock(f, g, places):
    return np.fft.ifft(np.fft.fft(f, places) * np.fft.fft(g, places)).real

def spoiled(k, n, places):
    return max(0, n - places)

# %% the result is taken as too long
# message: Two and four numbers have room on five places.
# loses: on-clock-spoiled
def on_clock(f, g, places):
    return np.fft.ifft(np.fft.fft(f, places) * np.fft.fft(g, places)).real

def spoiled(k, n, places):
    return max(0, n + k - places)

# %% all but the filter
# message: For other lengths the count differs: how long is the full result?
# loses: on-clock-spoiled
def on_clock(f, g, places):
    return np.fft.ifft(np.fft.fft(f, places) * np.fft.fft(g, places)).real

def spoiled(k, n, places):
    return k - 1 if places < n + k - 1 else 0
