"""Checks of the learner's own functions: `check(mean_squared_error)`.

A check compares the function with a reference on a few inputs, by value, shape,
gradient and edge case. When it differs, the message names the likely mistake,
found by comparing with functions that make that mistake; it never tells the answer.
The references live in `dlcore/teach/checks/`, one module per chapter.
"""

import difflib
import dis
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Case:
    """One call of the learner's function: a name to show and the arguments.

    `tests` is the property the case is there for: "value" or "edge"; a message in
    `hint` is shown when this case alone goes wrong.
    """

    name: str
    arguments: tuple
    tests: str = "value"
    hint: str = ""


@dataclass(frozen=True)
class Mistake:
    """A typical wrong way to write the function, and what to tell its author."""

    function: Callable
    message: str


@dataclass(frozen=True)
class Check:
    """All that is known about one function that learners write.

    Arguments: `reference`, the right function; `cases`; `mistakes`, tried in this
    order; `slope_of`, where the function returns a gradient, a pair
    `(loss, positions)`: the loss takes the same arguments and is differentiated by
    small steps with respect to the arguments at these positions; `names`, other
    names for the same function; `tolerance`, relative and absolute.
    """

    reference: Callable
    cases: tuple
    mistakes: tuple = ()
    slope_of: tuple | None = None
    names: tuple = ()
    tolerance: float = 1e-6


@dataclass
class Report:
    """What a check found: lines of (passed, property, text)."""

    name: str
    lines: list = field(default_factory=list)
    note: str = ""

    @property
    def passed(self):
        """Whether the function was written and every property holds."""
        return not self.note and all(line[0] for line in self.lines)

    def add(self, passed, tests, text):
        """Add one line."""
        self.lines.append((bool(passed), tests, text))

    def __str__(self):
        if self.note:
            return f"{self.name}: {self.note}"
        good = sum(line[0] for line in self.lines)
        head = f"{self.name}: {good} of {len(self.lines)} checks passed"
        rows = [
            f"  {'✓' if ok else '✗'} {tests}: {text}" for ok, tests, text in self.lines
        ]
        return "\n".join([head, *rows])


NOTHING = "it returns nothing; does its last line begin with `return`?"
IDLE = {"RESUME", "NOP", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST"}
DIFFERS = "the numbers differ; compute this case on paper and print each step"


class NotWritten(Exception):
    """The function is still the empty stub."""


class Refused(Exception):
    """The function cannot be called as asked, or raises; the message says how."""


def check(function):
    """Print what is right and what is not yet right about a function of the learner.

    The check is looked up by the name of the function in `dlcore/teach/checks/`.
    """
    print(examine(function))


def examine(function, known=None):
    """Return the `Report` on a function; `known` overrides the look-up by name.

    Raises TypeError for what is no function.
    """
    if not callable(function) or not hasattr(function, "__name__"):
        raise TypeError(
            "check() expected a function but got "
            f"{type(function).__name__}. Write check(name) without parentheses "
            "after the name."
        )
    known = known or find_check(function.__name__)
    report = Report(function.__name__)
    try:
        call = _caller(function, known.reference)
        results = [_run(call, case) for case in known.cases]
    except NotWritten as empty:
        said = "" if _is_stub(function) else str(empty)
        report.note = said or "not written yet"
        return report
    except Refused as refusal:
        report.note = str(refusal)
        return report
    _compare(report, known, results)
    if known.slope_of:
        _compare_slopes(report, known, results)
    return report


def find_check(name):
    """Return the check for a function of this name, or say which names are near."""
    checks = all_checks()
    if name not in checks:
        near = difflib.get_close_matches(name, checks)
        meant = f"; did you mean {' or '.join(near)}?" if near else "."
        raise LookupError(
            f"check() knows no function called {name!r}. Use the name that the "
            f"chapter gives{meant}"
        )
    return checks[name]


def all_checks():
    """Return the checks of all chapters, by name of the function."""
    from dlcore.teach import checks as package

    found = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        chapter = importlib.import_module(f"{package.__name__}.{module}")
        for known in chapter.CHECKS:
            for name in (known.reference.__name__, *known.names):
                found[name] = known
    return found


def _is_stub(function):
    """Return True for a body that does nothing: `...`, `pass` or a docstring."""
    code = getattr(function, "__code__", None)
    steps = dis.get_instructions(code) if code else ()
    return code is not None and all(step.opname in IDLE for step in steps)


def _caller(function, reference):
    """Return the function, called by name of argument where the names agree."""
    wanted = list(inspect.signature(reference).parameters)
    given = inspect.signature(function).parameters
    if any(parameter.kind.name.startswith("VAR") for parameter in given.values()):
        return function
    needed = [n for n, p in given.items() if p.default is inspect.Parameter.empty]
    if set(given) >= set(wanted) >= set(needed):
        return lambda *values: function(**dict(zip(wanted, values, strict=True)))
    if len(needed) <= len(wanted) <= len(given):
        return function
    raise Refused(
        f"it takes {len(given)} arguments ({', '.join(given)}), but "
        f"{len(wanted)} are needed: {', '.join(wanted)}"
    )


def _run(call, case):
    """Return what the call gives for copies of the arguments, or explain."""
    arguments = [_copy(value) for value in case.arguments]
    try:
        with np.errstate(all="ignore"):
            result = call(*arguments)
    except NotImplementedError:
        raise NotWritten from None
    except Exception as error:
        first = str(error).splitlines()[0] if str(error) else "no message"
        raise Refused(
            f"it stops with {type(error).__name__} on {case.name} ({first})"
        ) from None
    parts = result if isinstance(result, tuple | list) else (result,)
    if result is Ellipsis or all(part is Ellipsis for part in parts):
        raise NotWritten
    if result is None:
        raise NotWritten(NOTHING)
    changed = any(
        isinstance(new, np.ndarray)
        and not np.array_equal(new, old, equal_nan=new.dtype.kind == "f")
        for new, old in zip(arguments, case.arguments, strict=True)
    )
    if changed:
        raise Refused(
            f"it changes its own input on {case.name}; compute a new array instead "
            "of writing into the one you were given"
        )
    return result


def _copy(value):
    return value.copy() if isinstance(value, np.ndarray) else value


def _arrays(result):
    """Return a result as a list of float arrays, or None where that is impossible."""
    parts = result if isinstance(result, tuple) else (result,)
    try:
        arrays = [np.asarray(part) for part in parts]
    except ValueError:  # rows of different lengths
        return None
    if any(array.dtype.kind not in "biuf" for array in arrays):
        return None
    return [array.astype(float) for array in arrays]


def _compare(report, known, results):
    """Add the lines on shape, value and edge cases."""
    wanted = [_arrays(known.reference(*case.arguments)) for case in known.cases]
    got = [_arrays(result) for result in results]
    problem = next(
        (p for g, w in zip(got, wanted, strict=True) if (p := _shape_problem(g, w))), ""
    )
    report.add(not problem, "shape", problem or _shape_words(wanted[0]))
    same = [_same(g, w, known.tolerance) for g, w in zip(got, wanted, strict=True)]
    diagnosis = "" if all(same) else diagnose(known, got, wanted)
    for tests in ("value", "edge"):
        rows = [i for i, case in enumerate(known.cases) if case.tests == tests]
        bad = [i for i in rows if not same[i]]
        if rows and not bad:
            names = ", ".join(known.cases[i].name for i in rows)
            report.add(True, tests, names)
        elif bad:
            case = known.cases[bad[0]]
            only_here = sum(not ok for ok in same) == len(bad) and case.hint
            reason = (
                diagnosis
                or _overflow(got[bad[0]], wanted[bad[0]])
                or only_here
                or DIFFERS
            )
            report.add(False, tests, f"{case.name}: {reason}")


def _shape_problem(got, wanted):
    """Return what is wrong with number and shapes of the results, or nothing."""
    if got is None:
        return "the result is not a number or an array of numbers"
    if len(got) != len(wanted):
        return f"{len(wanted)} results are asked for, but {len(got)} came back"
    for one, other in zip(got, wanted, strict=True):
        if one.shape != other.shape:
            what = "a single number" if other.shape == () else f"shape {other.shape}"
            have = "a single number" if one.shape == () else f"shape {one.shape}"
            return f"{what} is asked for, but {have} came back"
    return ""


def _shape_words(wanted):
    return " and ".join("a number" if not a.shape else f"{a.shape}" for a in wanted)


def _same(got, wanted, tolerance):
    """Whether all arrays agree; shape counts too."""
    if got is None or len(got) != len(wanted):
        return False
    return all(
        one.shape == other.shape
        and np.allclose(one, other, rtol=tolerance, atol=tolerance, equal_nan=True)
        for one, other in zip(got, wanted, strict=True)
    )


def diagnose(known, got, wanted):
    """Return the message for the first known mistake that gives the same results."""
    for mistake in known.mistakes:
        with np.errstate(all="ignore"):
            made = [_arrays(mistake.function(*case.arguments)) for case in known.cases]
        pairs = zip(got, made, strict=True)
        if all(m is not None and _same(g, m, known.tolerance) for g, m in pairs):
            return mistake.message
    return _common_factor(got, wanted, known.tolerance)


def _common_factor(got, wanted, tolerance):
    """Recognize results that are 0 everywhere, or wrong by sign or one factor."""
    if any(g is None or _shape_problem(g, w) for g, w in zip(got, wanted, strict=True)):
        return ""
    mine = np.concatenate([a.ravel() for g in got for a in g])
    right = np.concatenate([a.ravel() for w in wanted for a in w])
    if not np.isfinite(mine).all():
        return ""
    if not np.any(mine):
        return "every result is 0; is the result computed from the arguments?"
    factor = (mine @ right) / (right @ right) if np.any(right) else 0.0
    if not np.allclose(mine, factor * right, rtol=1e-5, atol=tolerance):
        return ""
    if np.isclose(factor, -1):
        return "the sign is reversed everywhere"
    return "every result is wrong by the same factor; look at what you divide by"


def _overflow(got, wanted):
    """Say that the result of one case is not finite, where it should be."""
    if _shape_problem(got, wanted):
        return ""
    mine, right = (all(np.isfinite(a).all() for a in part) for part in (got, wanted))
    if mine or not right:
        return ""
    return "a result is not finite; look for a division by zero or an overflow"


def _compare_slopes(report, known, results):
    """Add the line that compares a gradient with the slope from small steps."""
    loss, positions = known.slope_of
    agree = True
    for case, result in zip(known.cases, results, strict=True):
        slopes = numeric_slopes(loss, case.arguments, positions)
        agree = agree and _same(_arrays(result), slopes, 1e-4)
    text = (
        "agrees with the change of the loss over a small step"
        if agree
        else "does not agree with the change of the loss when you move a parameter "
        "a little; try it: compute the loss at w and at w + 0.001"
    )
    report.add(agree, "gradient", text)


def numeric_slopes(loss, arguments, positions, step=1e-5):
    """Return central differences of a loss for the arguments at these positions.

    Each number is moved up and down by one step.
    """
    slopes = []
    for position in positions:
        value = np.array(arguments[position], dtype=float)
        slope = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            ends = []
            for sign in (1, -1):
                moved = value.copy()
                moved[index] += sign * step
                changed = list(arguments)
                changed[position] = moved
                ends.append(float(loss(*changed)))
            slope[index] = (ends[0] - ends[1]) / (2 * step)
        slopes.append(slope)
    return slopes
