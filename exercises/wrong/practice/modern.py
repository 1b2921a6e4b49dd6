# Typical wrong answers to task 1.

# %% both names
# message: The old name has to go; both together are refused.
# loses: modern-names
def modern(name, places, named):
    named = dict(named)
    for old, new in {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
    }.items():
        if old in named:
            named[new] = named[old]
    words = {
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
        "categorial_crossentropy": "categorical_crossentropy",
    }
    if "loss" in named:
        named["loss"] = words.get(named["loss"], named["loss"])
    if "metrics" in named:
        named["metrics"] = [{"acc": "accuracy"}.get(m, m) for m in named["metrics"]]
    if name == "Convolution2D":
        return "Conv2D", [places[0], tuple(places[1:])], named
    if name == "dropout":
        return "Dropout", [1 - places[0]], named
    return name, places, named

# %% changes what it was given
# message: Your function changes the dictionary that it was given.
# loses: modern-names
def modern(name, places, named):
    for old, new in {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
    }.items():
        if old in named:
            named[new] = named.pop(old)
    words = {
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
        "categorial_crossentropy": "categorical_crossentropy",
    }
    if "loss" in named:
        named["loss"] = words.get(named["loss"], named["loss"])
    if "metrics" in named:
        named["metrics"] = [{"acc": "accuracy"}.get(m, m) for m in named["metrics"]]
    if name == "Convolution2D":
        return "Conv2D", [places[0], tuple(places[1:])], named
    if name == "dropout":
        return "Dropout", [1 - places[0]], named
    return name, places, named

# %% keeps the slip of the pen
# message: The slip of the pen in the loss is still there.
# loses: modern-words
def modern(name, places, named):
    new = {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
    }
    named = {new.get(k, k): new.get(str(v), v) for k, v in named.items()}
    if "metrics" in named:
        named["metrics"] = [{"acc": "accuracy"}.get(m, m) for m in named["metrics"]]
    if name == "Convolution2D":
        return "Conv2D", [places[0], tuple(places[1:])], named
    if name == "dropout":
        return "Dropout", [1 - places[0]], named
    return name, places, named

# %% does not look into the list of metrics
# message: The metric is still called by its old name.
# loses: modern-words
def modern(name, places, named):
    new = {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity", "acc": "accuracy",
        "categorial_crossentropy": "categorical_crossentropy",
    }
    named = {new.get(k, k): new.get(str(v), v) for k, v in named.items()}
    if name == "Convolution2D":
        return "Conv2D", [places[0], tuple(places[1:])], named
    if name == "dropout":
        return "Dropout", [1 - places[0]], named
    return name, places, named

# %% only the name of the convolution
# message: Now the third number is the stride: a change that nobody reports.
# loses: modern-convolution
def modern(name, places, named):
    new = {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
        "categorial_crossentropy": "categorical_crossentropy",
        "Convolution2D": "Conv2D", "dropout": "Dropout",
    }
    named = {new.get(k, k): new.get(str(v), v) for k, v in named.items()}
    if "metrics" in named:
        named["metrics"] = [{"acc": "accuracy"}.get(m, m) for m in named["metrics"]]
    if name == "dropout":
        places = [1 - places[0]]
    return new.get(name, name), places, named

# %% only the name of dropout
# message: Today the rate is the share that is dropped.
# loses: modern-dropout
def modern(name, places, named):
    new = {
        "nb_epoch": "epochs", "output_dim": "units", "lr": "learning_rate",
        "logcosh": "log_cosh", "kullback_leibler_divergence": "kl_divergence",
        "cosine_proximity": "cosine_similarity",
        "categorial_crossentropy": "categorical_crossentropy",
        "Convolution2D": "Conv2D", "dropout": "Dropout",
    }
    named = {new.get(k, k): new.get(str(v), v) for k, v in named.items()}
    if "metrics" in named:
        named["metrics"] = [{"acc": "accuracy"}.get(m, m) for m in named["metrics"]]
    if name == "Convolution2D":
        places = [places[0], tuple(places[1:])]
    return new.get(name, name), places, named
