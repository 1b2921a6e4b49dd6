"""Messages in three parts: what was expected, what came, what to change."""

import difflib
import inspect
from numbers import Integral, Real

# What has a name of its own in other libraries and books, by the name it has here.
ELSEWHERE = {
    "batch_size": ("batch", "minibatch"),
    "epochs": ("iterations", "max_iter", "n_iter", "nb_epoch"),
    "filters": ("channels", "out_channels", "units"),
    "input_dim": ("in_features", "num_embeddings", "vocab_size", "vocabulary_size"),
    "learning_rate": ("alpha", "eta", "lr", "step_size"),
    "negative_slope": ("alpha",),
    "optimizer": ("solver",),
    "output_dim": ("dim", "embedding_dim", "embedding_size", "units"),
    "patience": ("n_iter_no_change",),
    "rate": ("dropout", "p"),
    "rho": ("alpha", "decay"),
    "seed": ("generator", "random_state"),
    "size": ("scale_factor",),
    "units": ("hidden_size", "neurons", "nodes", "out_features", "output_dim", "size"),
    "x": ("X", "data", "features", "inputs"),
    "y": ("Y", "labels", "targets"),
}


def explain(expected, got, change):
    """Join the three parts of a message, one line each.

    Example:
        >>> print(explain("a number", "'two'", "write 2"))
        <BLANKLINE>
          expected: a number
          got:      'two'
          change:   write 2
    """
    return f"\n  expected: {expected}\n  got:      {got}\n  change:   {change}"


def explained(error):
    """Whether the message of an error has the three parts."""
    return "\n  expected: " in str(error)


def did_you_mean(word, known):
    """Suggest what `word` is called here, or the nearest known word, or list them.

    Example:
        >>> did_you_mean("rleu", ["relu", "tanh"])
        "did you mean 'relu'?"
        >>> did_you_mean("lr", ["learning_rate", "momentum"])
        "did you mean 'learning_rate'?"
    """
    near = [name for name in known if word in ELSEWHERE.get(name, ())]
    near = near or difflib.get_close_matches(str(word), list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"


def refuse_unknown(callee, unknown, also=()):
    """Raise an explained TypeError if `unknown` keyword arguments were given.

    Args:
        callee: the function or class that was called.
        unknown: dict of the arguments it does not know.
        also: further names that it accepts.
    """
    if not unknown:
        return
    function = callee.__init__ if inspect.isclass(callee) else callee
    known = [*inspect.signature(function).parameters, *also]
    known = [name for name in known if name not in ("self", "unknown", "settings")]
    word = next(iter(unknown))
    raise TypeError(
        f"{callee.__name__}() does not know the argument {word!r}."
        + explain(
            f"one of {', '.join(known)}" if known else "no argument at all",
            f"{word}={unknown[word]!r}",
            did_you_mean(word, known) if known else f"write {callee.__name__}()",
        )
    )


def refuse_missing(callee, given, settings):
    """Raise an explained TypeError if keyword arguments leave out one that is needed.

    Args:
        callee: the class that was called.
        given: its positional arguments.
        settings: dict of its keyword arguments. Where there are none, nothing is
            checked, since copies are made so.
    """
    taken = inspect.signature(callee.__init__).parameters.values()
    rest = [p for p in taken if p.kind is p.POSITIONAL_OR_KEYWORD][1 + len(given) :]
    missing = [p.name for p in rest if p.default is p.empty and p.name not in settings]
    if not settings or not missing:
        return
    known = [p.name for p in taken]
    hints = [did_you_mean(name, missing) for name in settings if name not in known]
    raise TypeError(
        f"{callee.__name__}() needs the argument {missing[0]!r}."
        + explain(
            f"a value for {', '.join(missing)}",
            ", ".join(f"{name}={value!r}" for name, value in settings.items()),
            next(
                (hint for hint in hints if hint.startswith("did")),
                f"write {callee.__name__}({missing[0]}=...)",
            ),
        )
    )


def precision(dtype):
    """The name of a dtype, checked to be one of the two that weights may have.

    Example:
        >>> precision("float64")
        'float64'
    """
    name = getattr(dtype, "__name__", str(dtype))  # numpy.float64 serves as well
    if name not in ("float32", "float64"):
        raise ValueError(
            "Layers and models calculate in one of two precisions."
            + explain(
                '"float32" or "float64"', repr(dtype), 'leave dtype out for "float32"'
            )
        )
    return name


def share(name, value, example):
    """`value`, checked to be a number from 0 to 1, such as `example`."""
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= value <= 1:
        raise ValueError(
            f"{name} is a share."
            + explain("a number from 0 to 1", repr(value), f"for example {example}")
        )
    return value


def whole_number(name, value, least=1):
    """`value`, checked to be a whole number from `least` up."""
    if isinstance(value, bool) or not isinstance(value, Integral) or value < least:
        raise ValueError(
            f"{name} says how many there are."
            + explain(
                f"a whole number from {least} up", repr(value), f"for example {name}=3"
            )
        )
    return int(value)
