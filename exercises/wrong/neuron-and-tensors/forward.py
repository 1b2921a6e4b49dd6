# Typical wrong answers to task 4.

# %% no biases
# message: The biases have no effect on your outputs.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W
        if activation == "relu":
            X = np.maximum(0, X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% rows of W are read
# message: You read rows of W; each neuron is a column.
# loses: forward-one-layer, forward-layers, forward-shape, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W.T + b
        if activation == "relu":
            X = np.maximum(0, X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% ReLU everywhere
# message: A linear layer cuts nothing off.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = np.maximum(0, X @ W + b)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% no activation
# message: The activation has no effect, or comes before the bias.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
    return X

# %% size instead of ReLU
# message: ReLU turns negative sums into 0, not positive.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
        if activation == "relu":
            X = np.abs(X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% cut before the bias
# message: The activation has no effect, or comes before the bias.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W
        if activation == "relu":
            X = np.maximum(0, X)
        X = X + b
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% every layer reads the inputs
# message: The second layer reads the inputs, not the first layer.
# loses: forward-layers, forward-shape, forward-edge
def forward(X, layers):
    A = X
    for W, b, activation in layers:
        A = X @ W + b
        if activation == "relu":
            A = np.maximum(0, A)
        if activation == "sigmoid":
            A = 1 / (1 + np.exp(-A))
    return A

# %% only the first layer
# message: You stop after the first layer.
# loses: forward-layers, forward-shape, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
        if activation == "relu":
            X = np.maximum(0, X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
        return X
    return X

# %% the activation of the first layer for all
# message: All layers get the activation of the first; each has its own.
# loses: forward-layers, forward-edge
def forward(X, layers):
    for W, b, _ in layers:
        X = X @ W + b
        if layers[0][2] == "relu":
            X = np.maximum(0, X)
        if layers[0][2] == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X

# %% a single output loses its axis
# message: One output neuron: a column of shape (2, 1), not (2,).
# loses: forward-layers, forward-shape
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
        if activation == "relu":
            X = np.maximum(0, X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(-X))
    return X[:, 0] if X.shape[1] == 1 else X

# %% the exponent has the wrong sign
# message: The exponent has the wrong sign.
# loses: forward-one-layer, forward-layers, forward-edge
def forward(X, layers):
    for W, b, activation in layers:
        X = X @ W + b
        if activation == "relu":
            X = np.maximum(0, X)
        if activation == "sigmoid":
            X = 1 / (1 + np.exp(X))
    return X
