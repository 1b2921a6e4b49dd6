"""Messages in three parts: what was expected, what came, what to change."""

import difflib
import inspect


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


def did_you_mean(word, known):
    """Suggest the known word nearest to `word`, or list the known ones.

    Example:
        >>> did_you_mean("rleu", ["relu", "tanh"])
        "did you mean 'relu'?"
    """
    near = difflib.get_close_matches(str(word), list(known), n=1)
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
            f"one of {', '.join(known)}",
            f"{word}={unknown[word]!r}",
            did_you_mean(word, known),
        )
    )
