# Typical wrong answers to task 3.

# %% runs to the end
# message: It ran to the end: the validation loss stopped improving long ago.
# loses: session-stops, session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls[1:], **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% no validation
# message: No rows were held back for validation.
# loses: session-stops, session-compile, session-log, session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(monitor="loss", patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% another patience
# message: It stops 3 epochs after the best one.
# loses: session-stops
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=6, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% the last weights
# message: These are the weights of the last epoch; go back to the best ones.
# loses: session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=False),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% the optimizer by name
# message: Another learning rate.
# loses: session-stops, session-compile, session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile("adam", "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% plain descent
# message: Another optimizer was asked for.
# loses: session-stops, session-compile, session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.SGD(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% another loss
# message: Another loss was asked for.
# loses: session-compile, session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mae")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% another seed
# message: This is another seed; set it before you build.
# loses: session-compile
def session(x, y, seed):
    dlcore.utils.set_random_seed(1)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% the head of the table alone
# message: The table needs a row for each epoch.
# loses: session-log
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    model.save(folder + "/model.keras")
    table = list(csv.DictReader(open(folder + "/run.csv")))[:1]
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)

# %% saved too early
# message: The saved model is not the trained one: when do you save?
# loses: session-best
def session(x, y, seed):
    dlcore.utils.set_random_seed(seed)
    dense, folder = dlcore.layers.Dense, tempfile.mkdtemp()
    model = dlcore.Sequential([dlcore.Input((2,)), dense(8, "tanh"), dense(1)])
    calls = [
        dlcore.callbacks.EarlyStopping(patience=3, restore_best_weights=True),
        dlcore.callbacks.CSVLogger(folder + "/run.csv"),
    ]
    model.compile(dlcore.optimizers.Adam(0.05), "mse")
    rows = dict(batch_size=8, validation_split=0.25, verbose=0)
    model.save(folder + "/model.keras")
    log = model.fit(x, y, epochs=40, callbacks=calls, **rows)
    table = list(csv.DictReader(open(folder + "/run.csv")))
    again = dlcore.models.load_model(folder + "/model.keras")
    return log.history, table, again.predict(x, verbose=0)
