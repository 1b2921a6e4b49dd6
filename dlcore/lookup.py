"""Names: what stands for what, wherever one is expected, and no two of layers alike."""

import inspect
import re

from dlcore.errors import did_you_mean, explain

CONTAINERS = (list, tuple, dict)


def look_up(kind, identifier, table):
    """Return what `identifier` stands for; classes are called without arguments.

    Args:
        kind: what is looked for, for messages: "activation", "loss", ...
        identifier: a name from `table`, an object, a class or a function.
        table: dict of names to classes or functions.

    Raises:
        ValueError: the name is not in the table.
        TypeError: the identifier is neither a name nor callable.
    """
    if isinstance(identifier, str):
        if identifier not in table:  # a class name or capitals serve as well
            spellings = identifier.lower(), snake_case(identifier)
            identifier = next((s for s in spellings if s in table), identifier)
        if identifier not in table:
            raise ValueError(
                f"Unknown {kind} {identifier!r}."
                + explain(
                    f"one of {', '.join(table)}",
                    repr(identifier),
                    did_you_mean(identifier, table),
                )
            )
        identifier = table[identifier]
    if inspect.isclass(identifier):
        return identifier()
    if not callable(identifier):
        raise TypeError(
            f"This cannot serve as {kind}."
            + explain(
                f"a name, an object or a function for the {kind}",
                f"{identifier!r} ({type(identifier).__name__})",
                f"pass a string such as {next(iter(table))!r}",
            )
        )
    return identifier


def snake_case(name):
    """`name` in lower case with underscores, as Keras writes it.

    Example:
        >>> snake_case("MeanSquaredError"), snake_case("Conv2D"), snake_case("LSTM")
        ('mean_squared_error', 'conv2d', 'lstm')
    """
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def inside(container, kind):
    """What a list, tuple or dict holds of a class, also in containers within.

    Example:
        >>> inside({"a": 1, "b": [2, "three", (4,)]}, int)
        [1, 2, 4]
    """
    found = []
    for value in container.values() if type(container) is dict else container:
        if isinstance(value, kind):
            found.append(value)
        elif type(value) in CONTAINERS:
            found += inside(value, kind)
    return found


def name_apart(layers):
    """Number the names that were not given, and check that those given differ."""
    taken = [layer.name for layer in layers if layer.named]
    for name in taken:
        if taken.count(name) > 1:
            raise ValueError(
                f"Two layers are called {name!r}."
                + explain("a name of its own for each", f"{name!r} twice", "rename one")
            )
    for layer in layers:
        if not layer.named:
            stem = name = layer.default_name
            number = 0
            while name in taken:
                number += 1
                name = f"{stem}_{number}"
            layer.name = name
            taken.append(name)
