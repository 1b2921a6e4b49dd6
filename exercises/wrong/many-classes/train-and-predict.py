# Typical wrong answers to task 6.

# %% not standardized
# message: It learns features on a scale of about 1, but not those as measured:
# loses: train-learns
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = x_train, x_new
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% new rows scaled by themselves
# message: What a new row gets depends on the other new rows: scale with the training rows.
# loses: train-honest
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x = (x_train - center) / spread
    new = (x_new - x_new.mean(axis=0)) / x_new.std(axis=0)
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% scaled with all rows together
# message: What a new row gets depends on the other new rows: scale with the training rows.
# loses: train-honest
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    both = np.concatenate([x_train, x_new])
    center, spread = both.mean(axis=0), both.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% new rows not scaled
# message: It learns features on a scale of about 1, but not those as measured:
# loses: train-learns, train-repeats
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, x_new
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% no hidden layer
# message: Its boundaries are straight: a hidden layer, or its bend, is missing.
# loses: train-learns
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(classes, activation="softmax", input_shape=(2,)),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% no bend in the hidden layer
# message: Its boundaries are straight: a hidden layer, or its bend, is missing.
# loses: train-learns
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% sigmoids at the end
# message: The shares of each row must add up to 1.
# loses: train-shape
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="sigmoid"),
        ]
    )
    model.compile(Adam(0.2), loss="binary_crossentropy")
    model.fit(x, utils.to_categorical(c_train, classes), epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% scores instead of shares
# message: Negative shares: these are scores, before the softmax.
# loses: train-shape
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes),
        ]
    )
    from dlcore.losses import SparseCategoricalCrossentropy

    model.compile(Adam(0.2), loss=SparseCategoricalCrossentropy(from_logits=True))
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% class numbers instead of shares
# message: Return the shares of all classes, not the class numbers.
# loses: train-shape, train-learns, train-repeats
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0).argmax(axis=1)

# %% three classes by hand
# message: With two classes there are two shares in each row.
# loses: train-shape
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(3, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% far too few epochs
# message: It has not learned the rings; let it train for longer.
# loses: train-learns
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=3, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% no seed
# message: The same seed gives other shares.
# loses: train-repeats, train-honest
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(int.from_bytes(__import__('os').urandom(4), 'big'))
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% always the same seed
# message: The seed has no effect on your network.
# loses: train-repeats
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(0)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)

# %% writes into its arguments
# message: Your function changes the data it was given.
# loses: train-repeats
def train_and_predict(x_train, c_train, x_new, classes, seed):
    from dlcore import Sequential, utils
    from dlcore.layers import Dense
    from dlcore.optimizers import Adam

    utils.set_random_seed(seed)
    center, spread = x_train.mean(axis=0), x_train.std(axis=0)
    if x_train.flags.writeable:
        x_train -= center
        x_train += 0.5 * center
        center = 0.5 * center
    x, new = (x_train - center) / spread, (x_new - center) / spread
    model = Sequential(
        [
            Dense(32, activation="relu", input_shape=(2,)),
            Dense(classes, activation="softmax"),
        ]
    )
    model.compile(Adam(0.2), loss="sparse_categorical_crossentropy")
    model.fit(x, c_train, epochs=25, batch_size=len(x), verbose=0)
    return model.predict(new, verbose=0)
