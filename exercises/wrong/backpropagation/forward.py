# Typical wrong answers to task 1. Each must lose exactly the tests named under
# `loses`, and one of those must show the message.

# %% no hidden biases
# message: The biases have no effect on your sums.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W
    a = np.maximum(0, z)
    return z, a, a @ v + c

# %% a for z
# message: These are the outputs a; z is the sum before the bend.
# loses: forward-value
def forward(x, W, b, v, c):
    z = np.maximum(0, x @ W + b)
    return z, z, z @ v + c

# %% no bend
# message: The hidden layer does not bend: a is the same as z.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    return z, z, z @ v + c

# %% size instead of ReLU
# message: ReLU turns negative sums into 0, not positive.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    a = np.abs(z)
    return z, a, a @ v + c

# %% 1 through an open gate
# message: A gate passes the sum itself, not 1.
# loses: forward-value
def forward(x, W, b, v, c):
    z = x @ W + b
    a = (z > 0).astype(float)
    return z, a, a @ v + c

# %% no output bias
# message: The bias of the output neuron has no effect.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    return z, a, a @ v

# %% the output reads z
# message: The output neuron reads z; it should read a.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    return z, a, z @ v + c

# %% a bend at the output
# message: The output must not bend; it may be negative.
# loses: forward-value, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    return z, a, np.maximum(0, a @ v + c)

# %% a flat prediction
# message: The predictions are a column, of shape (rows, 1).
# loses: forward-value, forward-shape, forward-edge
def forward(x, W, b, v, c):
    z = x @ W + b
    a = np.maximum(0, z)
    return z, a, (a @ v + c)[:, 0]

# %% the prediction alone
# message: Return three things: z, a and the predictions.
# loses: forward-value, forward-shape, forward-edge
def forward(x, W, b, v, c):
    return np.maximum(0, x @ W + b) @ v + c
