# Typical wrong answers to task 4.

# %% the first biases get lost
# message: The biases of the first layer get lost; they go through the second.
# loses: collapse-value, collapse-many
def collapse(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b_next
    return W, b

# %% the last biases are missing
# message: The bias of the last layer is missing.
# loses: collapse-value, collapse-many
def collapse(layers):
    W, b = layers[0]
    for W_next, _ in layers[1:]:
        W, b = W @ W_next, b @ W_next
    return W, b

# %% only two layers
# message: Three layers: multiply them in order.
# loses: collapse-many
def collapse(layers):
    (W, b), *rest = layers
    if rest:
        W, b = W @ rest[0][0], b @ rest[0][0] + rest[0][1]
    return W, b

# %% in the other order
# message: Three layers: each bias passes all that follow.
# loses: collapse-many
def collapse(layers):
    W, b = layers[-1]
    for W_front, b_front in layers[-2::-1]:
        W, b = W_front @ W, b_front @ layers[-1][0] + b
    return W, b

# %% weights of the last layer alone
# message: The weights of the single layer differ.
# loses: collapse-value, collapse-many, collapse-edge
def collapse(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W_next, b @ W_next + b_next
    return W, b

# %% empties the list
# message: Your function changes the list that it was given.
# loses: collapse-edge
def collapse(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    del layers[1:]
    return W, b

# %% with a bend in between
# message: For two other layers the single layer differs.
# loses: collapse-value, collapse-many
def collapse(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, np.maximum(b, -1) @ W_next + b_next
    return W, b
