# Typical wrong answers to task 2.

# %% a third number
# message: Your filters jump: a third number is the stride.
# loses: program-counts, program-shares, program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, 3, 3, activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, 2, 2, activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.moveaxis(x, 1, -1), verbose=0)

# %% pooling twice
# message: There is one pooling in this program, not two.
# loses: program-counts, program-shares, program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.moveaxis(x, 1, -1), verbose=0)

# %% one number for all
# message: One number for each layer that has any.
# loses: program-counts
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return [sum(counts)], 0.4, model.predict(np.moveaxis(x, 1, -1), verbose=0)

# %% the share that is kept
# message: Today the rate is the share that is dropped.
# loses: program-rate
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.6),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.6, model.predict(np.moveaxis(x, 1, -1), verbose=0)

# %% scores
# message: The last layer of four neurons should make shares.
# loses: program-shares, program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.moveaxis(x, 1, -1), verbose=0)

# %% reshaped
# message: Move the axis; reshape mixes it.
# loses: program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.reshape(x, (-1, 24, 20, 3)), verbose=0)

# %% the wrong axis moved
# message: Height and width changed places.
# loses: program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((20, 24, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "sigmoid"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.swapaxes(x, 1, 3), verbose=0)

# %% another activation
# message: The activations differ.
# loses: program-numbers
def program(x, weights=None):
    layers = dlcore.layers
    model = dlcore.Sequential([
        dlcore.Input((24, 20, 3)),
        layers.Conv2D(6, (3, 3), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Conv2D(8, (2, 2), activation="relu"),
        layers.Flatten(),
        layers.Dense(20, "relu"),
        layers.Dropout(0.4),
        layers.Dense(4, "softmax"),
    ])
    if weights:
        model.set_weights(weights)
    counts = [layer.count_params() for layer in model.layers if layer.count_params()]
    return counts, 0.4, model.predict(np.moveaxis(x, 1, -1), verbose=0)
