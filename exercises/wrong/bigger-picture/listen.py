# Typical wrong answers to task 5.

# %% no mask
# message: Nobody may listen to later tokens.
# loses: listen-value, listen-mask, listen-shortcut
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return x + powers / powers.sum(axis=1, keepdims=True) @ x @ w_v

# %% no shortcut
# message: The shortcut is missing: add what went in.
# loses: listen-value, listen-mask, listen-shortcut, listen-edge
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1])
    scores[np.triu_indices(len(x), 1)] = -np.inf
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ x @ w_v

# %% the mask the wrong way round
# message: You masked the earlier tokens.
# loses: listen-value, listen-mask, listen-shortcut
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1])
    scores[np.tril_indices(len(x), -1)] = -np.inf
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return x + powers / powers.sum(axis=1, keepdims=True) @ x @ w_v

# %% no root
# message: The scores are not divided by the root.
# loses: listen-value
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T
    scores[np.triu_indices(len(x), 1)] = -np.inf
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return x + powers / powers.sum(axis=1, keepdims=True) @ x @ w_v

# %% masked after the softmax
# message: Mask before the softmax: the weights of a row have to sum to 1.
# loses: listen-value, listen-mask, listen-shortcut
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = powers / powers.sum(axis=1, keepdims=True)
    return x + np.tril(weights) @ x @ w_v

# %% masked by scores of 0
# message: A score of 0 is no mask: it still gets a weight.
# loses: listen-value, listen-mask, listen-shortcut
def listen(x, w_q, w_k, w_v):
    scores = np.tril(x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1]))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return x + powers / powers.sum(axis=1, keepdims=True) @ x @ w_v

# %% overflows
# message: Scores of a million must not give nan.
# loses: listen-edge
def listen(x, w_q, w_k, w_v):
    scores = x @ w_q @ (x @ w_k).T / np.sqrt(w_k.shape[1])
    powers = np.tril(np.exp(scores))
    return x + powers / powers.sum(axis=1, keepdims=True) @ x @ w_v
