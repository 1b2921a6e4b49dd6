# Typical wrong answers to task 5.

# %% only what is new
# message: Begin with the words that are given.
# loses: write-likeliest, write-edge
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text[len(begin) :]


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% never reads what it writes
# message: What is written is read before the next word.
# loses: write-likeliest, write-window
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(list(begin)[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% the least likely
# message: Another word is the likeliest.
# loses: write-likeliest
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmin(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% the last of equals
# message: Of equals the smallest number.
# loses: write-likeliest, write-window
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.flatnonzero(predict(text[-window:]) == max(predict(text[-window:])))[-1]))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% sees everything
# message: The network sees the last `window` words.
# loses: write-window
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% newest first
# message: Show the last words, the newest one at the end.
# loses: write-likeliest, write-window
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:][::-1]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% only full windows
# message: At the beginning there are fewer words to see.
# loses: write-window, write-surprise
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(window, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.sum(found) / max(1, len(found))

# %% a sum
# message: The mean over the words, not their sum.
# loses: write-surprise
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.sum(found)

# %% one word too many
# message: The first word is not predicted: three words are.
# loses: write-surprise
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.sum(found) / len(text)

# %% negative surprise
# message: The sign: what is unlikely surprises more.
# loses: write-surprise, write-edge
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% in bits
# message: The natural logarithm.
# loses: write-surprise
def write(predict, begin, count, window):
    text = list(begin)
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log2(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)

# %% changes the beginning
# message: Your function changes the list that it was given.
# loses: write-edge
def write(predict, begin, count, window):
    text = begin
    for _ in range(count):
        text.append(int(np.argmax(predict(text[-window:]))))
    return text


def surprise(predict, text, window):
    found = []
    for place in range(1, len(text)):
        found.append(-np.log(predict(text[max(0, place - window) : place])[text[place]]))
    return np.mean(found)
