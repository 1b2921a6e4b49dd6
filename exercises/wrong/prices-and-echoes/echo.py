# Typical wrong answers to task 4.

# %% no tanh
# message: The tanh is missing.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% the bound for the product
# message: This is the bound.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return top, top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% the root of all squares
# message: The largest stretch, not the root of all squares.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% states for slopes
# message: The slope of tanh is not the state itself.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(state) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% transposed
# message: The way back transposes; the Jacobian does not.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w.T @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% the wrong order
# message: A later step stands further left.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = product @ np.diag(1 - state**2) @ w
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% tanh before the matrix
# message: First the matrix, then the tanh of what it makes.
# loses: echo-product
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = w @ np.diag(1 - state**2) @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% one step alone
# message: One factor for each step.
# loses: echo-around
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% the slope of a sigmoid
# message: The slope of tanh can be 1.
# loses: echo-around
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = (np.linalg.norm(w, 2) / 4) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% norms multiplied
# message: Multiply the matrices first; their norm comes last.
# loses: echo-around
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, top


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% above 1 explodes
# message: A flat tanh can outdo the matrix.
# loses: echo-verdict
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if sizes[-1] > 1 else "open"

# %% every slope can be 1
# message: How steep is a sigmoid at most?
# loses: echo-verdict
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * 1 < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"

# %% the largest stretch decides
# message: Some directions shrink.
# loses: echo-verdict
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.svd(w, compute_uv=False)
    if sizes[0] * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[0] > 1 else "open"

# %% eigenvalues
# message: One stretch above 1
# loses: echo-verdict
def echo(w, h):
    product = np.eye(len(w))
    for state in h:
        product = np.diag(1 - state**2) @ w @ product
    plain = np.linalg.matrix_power(w, len(h))
    top = np.linalg.norm(w, 2) ** len(h)
    return np.linalg.norm(product, 2), top, np.linalg.norm(plain, 2)


def verdict(w, kind):
    sizes = np.linalg.norm(w, 2), np.linalg.norm(w, -2)
    if np.abs(np.linalg.eigvals(w)).max() * (0.25 if kind == "sigmoid" else 1) < 1:
        return "vanish"
    return "explode" if kind == "linear" and sizes[-1] > 1 else "open"
