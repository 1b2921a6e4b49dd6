# Typical wrong answers to task 1.

# %% absolute values
# message: ReLU turns negative numbers into 0.
# loses: forward-value, train-honest
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = np.abs(parts[0])
        else:
            result = np.mean((parts[0] - parts[1]) ** 2)
        values.append(np.asarray(result))
    return values

# %% no bend
# message: ReLU has no effect.
# loses: forward-value, own-wave-held, own-wave-said, train-honest, train-learns
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = parts[0]
        else:
            result = np.mean((parts[0] - parts[1]) ** 2)
        values.append(np.asarray(result))
    return values

# %% a sum of squares
# message: This is the sum of the squares; take the mean over all entries.
# loses: forward-any, forward-value, own-wave-held, train-honest
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = np.maximum(parts[0], 0)
        else:
            result = np.sum((parts[0] - parts[1]) ** 2)
        values.append(np.asarray(result))
    return values

# %% half of the loss
# message: There is no half in this loss.
# loses: forward-any, forward-value, train-honest
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = np.maximum(parts[0], 0)
        else:
            result = np.mean((parts[0] - parts[1]) ** 2) / 2
        values.append(np.asarray(result))
    return values

# %% the root
# message: This is the root; the mean of the squares is asked.
# loses: forward-any, forward-value, own-wave-held, train-honest
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = np.maximum(parts[0], 0)
        else:
            result = np.sqrt(np.mean((parts[0] - parts[1]) ** 2))
        values.append(np.asarray(result))
    return values

# %% the mean over the rows
# message: This is the mean over the rows; take it over all entries.
# loses: forward-value
def forward(program, given):
    values = [np.array(array, dtype=float) for array in given]
    for name, places in program:
        parts = [values[place] for place in places]
        if name == "matmul":
            result = parts[0] @ parts[1]
        elif name == "add":
            result = parts[0] + parts[1]
        elif name == "relu":
            result = np.maximum(parts[0], 0)
        else:
            result = np.sum((parts[0] - parts[1]) ** 2) / len(parts[0])
        values.append(np.asarray(result))
    return values
