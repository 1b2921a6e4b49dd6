"""Objects as plain data and back: what a saved model is, beside its numbers.

The data have the form that Keras 3 writes, so that its files are read by the same
functions. Only the classes of dlcore, and those that a caller hands over, are made from
data: no file can name code to run.
"""

import functools
import importlib
import inspect
from typing import Any, NamedTuple

from dlcore.errors import did_you_mean, explain, refuse_missing, refuse_unknown

NAMED = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
PLAIN = bool | int | float | str
# Modules by the names that Keras gives them; their public classes are those known here.
KINDS = ("schedules", "optimizers", "initializers", "regularizers")
KINDS += ("losses", "metrics", "layers", "models")
FUNCTIONS = ("dlcore.activations", "dlcore.losses")
# What Keras notes down and dlcore does without: always, or if it has this value.
NEEDLESS = ("name", "dtype", "build_input_shape")
WITHOUT = {
    "data_format": "channels_last",
    "ema_momentum": 0.99,
    "groups": 1,
    "interpolation": "bilinear",
    "fill_value": 0.0,
    "m_mul": 1.0,
    "renorm_momentum": 0.99,
    "summation_method": "interpolation",
    "t_mul": 2.0,
    "zero_output_for_mask": True,
}


class Given(NamedTuple):
    """What an object was made with; nobody looks for a model's layers in it."""

    arguments: tuple
    settings: dict[str, Any]


class Configured:
    """Base of what can be described by the arguments that it was made with.

    Example:
        >>> from dlcore.regularizers import L2
        >>> L2(0.1).get_config()
        {'l2': 0.1}
        >>> L2.from_config({"l2": 0.1}).l2
        0.1
    """

    settings = ()  # the arguments that all classes of its kind take
    refuses = ()  # those of its bases that a class decides itself

    def __new__(cls, *given, **settings):
        """Note down what the object is made with and see that it is all."""
        decided = [name for name in cls.refuses if name in settings]
        own = parameters(cls) if decided else ()
        unknown = {name: settings[name] for name in decided if name not in own}
        refuse_unknown(cls, unknown, cls.settings)
        refuse_missing(cls, given, settings)
        made = super().__new__(cls)
        made.made_with = Given(given, settings)
        return made

    def get_config(self):
        """Return the arguments that make such an object again: a dict of plain data.

        A number or word that was changed since, such as the learning rate, is the
        present one.
        """
        signature = inspect.signature(type(self).__init__)
        arguments, settings = self.made_with
        bound = signature.bind(self, *arguments, **settings)
        bound.apply_defaults()
        config = {}
        for name, value in list(bound.arguments.items())[1:]:
            if signature.parameters[name].kind is inspect.Parameter.VAR_KEYWORD:
                config |= value
                continue
            now = getattr(self, name, value)
            if isinstance(value, PLAIN) and isinstance(now, PLAIN):
                value = now
            config[name] = value
        return {name: plain(value) for name, value in config.items()}

    @classmethod
    def from_config(cls, config, custom_objects=None):
        """Make an object from what `get_config` returned.

        Args:
            config: dict of plain data.
            custom_objects: dict of names to classes or functions that are not dlcore's.

        Raises:
            ValueError: it asks for what dlcore does not have.
        """
        config = {name: revive(config[name], custom_objects) for name in config}
        return cls(**known_arguments(cls, config))


def plain(value):
    """Return a value as data for JSON; raises a TypeError if it cannot be described."""
    if isinstance(value, Configured):
        return described(value)
    if inspect.isclass(value) and issubclass(value, Configured):
        return described(value())
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "tolist"):  # an array, or a scalar of NumPy
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, PLAIN):
        return value
    return named_function(value)


def described(thing):
    """Return an object as a dict of its class and its arguments."""
    cls = type(thing)
    kind = next((kind for kind in KINDS if cls in known(kind).values()), None)
    module = {None: cls.__module__, "models": "keras"}.get(kind, f"keras.{kind}")
    if kind == "schedules":
        module = "keras.optimizers.schedules"
    return {
        "module": module,
        "class_name": cls.__name__,
        "config": thing.get_config(),
        "registered_name": None if kind else cls.__name__,
    }


def named_function(function):
    """Return a function's name, or a reference to it; a lambda is refused."""
    name = getattr(function, "__name__", "")
    if not name.isidentifier():
        raise TypeError(
            "This cannot be saved, since it has no name."
            + explain(
                "a number, a string, an object of dlcore or a function with a name",
                f"{function!r} ({type(function).__name__})",
                "write `def my_function(...)` instead of lambda",
            )
        )
    for module in map(importlib.import_module, FUNCTIONS):
        if getattr(module, name, None) is function:
            return name
    reference = {"module": "builtins", "class_name": "function", "config": name}
    return {**reference, "registered_name": name}


@functools.cache
def known(kind):
    """Return the classes of a kind by name: the fixed list of what files may name."""
    library = importlib.import_module("dlcore")
    home = library.optimizers if kind == "schedules" else library
    return {
        name: value
        for name, value in vars(getattr(home, kind)).items()
        if inspect.isclass(value)
        and (issubclass(value, Configured) or name == "Input")
        and not name.startswith("_")
    }


def revive(data, custom_objects=None):
    """Return what data from `plain`, or from a file of Keras, stand for.

    Args:
        data: numbers, words, lists and dicts.
        custom_objects: dict of names to classes or functions that are not dlcore's.

    Raises:
        ValueError: the data name a class that is not known.
    """
    if isinstance(data, list):
        items = [revive(item, custom_objects) for item in data]
        whole = all(item is None or isinstance(item, PLAIN | tuple) for item in items)
        return tuple(items) if whole else items
    if not isinstance(data, dict):
        return data
    if "class_name" not in data:
        return {key: revive(item, custom_objects) for key, item in data.items()}
    name, config = data["class_name"], data["config"]
    if name == "DTypePolicy":
        return config["name"]
    if name == "__numpy__" or name == "__tensor__":
        return revive(config["value"])
    if name == "function":
        return found(str(config), "a function", named_functions(), custom_objects)
    if name == "InputLayer":
        return known("layers")["Input"](shape=tuple(input_shape(config)))
    parts = str(data.get("module", "")).split(".")
    kind = next((kind for kind in KINDS if kind in parts), "models")
    cls = found(str(name), f"a class of {kind}", known(kind), custom_objects)
    if "custom_objects" in inspect.signature(cls.from_config).parameters:
        return cls.from_config(config, custom_objects)
    return cls.from_config(config)  # overridden, in Keras's way


def named_functions():
    """Return the names of dlcore's functions, which stand for them, as a dict."""
    modules = map(importlib.import_module, (*FUNCTIONS, "dlcore.metrics"))
    return {name: name for module in modules for name in module.NAMES}


def input_shape(config):
    """Return the shape of one row, of Keras's InputLayer."""
    return (config.get("batch_shape") or config["batch_input_shape"])[1:]


def found(name, what, table, custom_objects):
    """Return what a file means by a name, and explain it if that is not known.

    Args:
        name: as it stands in the file.
        what: what it should be, for the message.
        table: dict of the names that dlcore has.
        custom_objects: dict of those that the caller has, or None.
    """
    own = custom_objects or {}
    if name in own or name in table:
        return own.get(name) or table[name]
    change = f"pass custom_objects={{{name!r}: ...}} if it is yours"
    if name == "Functional":
        change = "save a Sequential; or make the model, then call its load_weights"
    elif did_you_mean(name, table).startswith("did"):
        change = f"{change}; {did_you_mean(name, table)}"
    raise ValueError(
        f"The file asks for {name!r}, which is not known here."
        + explain(f"{what} that dlcore has", repr(name), change)
    )


def known_arguments(cls, config):
    """Return those entries of `config` that `cls` takes, and check the others.

    Raises:
        ValueError: an entry matters that `cls` does not know.
    """
    names = parameters(cls)
    for name, value in config.items():
        needless = value in (None, False, "auto", ()) or WITHOUT.get(name) == value
        if name not in names and name not in NEEDLESS and not needless:
            raise ValueError(
                f"{cls.__name__} of dlcore does not have {name!r}."
                + explain(
                    f"one of {', '.join(sorted(names))}",
                    f"{name}={value!r}",
                    f"make the model without {name}",
                )
            )
    return {name: value for name, value in config.items() if name in names}


def parameters(cls):
    """Return the names of all arguments that a class takes, also for its bases."""
    names, refused = set(), set()
    for base in cls.__mro__:
        if "__init__" in vars(base):
            taken = inspect.signature(base.__init__).parameters.values()
            named = {p.name for p in taken if p.kind in NAMED}
            names |= named - refused - {"self"}
            if not any(p.kind is p.VAR_KEYWORD for p in taken):
                break
        refused.update(vars(base).get("refuses", ()))
    return names
