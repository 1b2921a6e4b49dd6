"""Checks of learners' functions: each known mistake gets its own message."""

import contextlib
import io

import numpy as np
import pytest

from dlcore.teach.check import (
    Case,
    Check,
    Mistake,
    _run,
    all_checks,
    check,
    examine,
)

CHECKS = {known.reference.__name__: known for known in all_checks().values()}
MISTAKES = [
    pytest.param(known, mistake, id=f"{name}-{number}")
    for name, known in CHECKS.items()
    for number, mistake in enumerate(known.mistakes)
]


def named(function, known):
    """Return the function under the name and with the arguments of the reference."""

    def learner(*arguments):
        return function(*arguments)

    learner.__name__ = known.reference.__name__
    return learner


@pytest.mark.parametrize("name", CHECKS)
def test_the_reference_passes(name):
    report = examine(CHECKS[name].reference, CHECKS[name])
    assert report.passed, str(report)
    tests = {line[1] for line in report.lines}
    assert {"shape", "value", "edge"} <= tests
    assert ("gradient" in tests) == bool(CHECKS[name].slope_of)


@pytest.mark.parametrize(("known", "mistake"), MISTAKES)
def test_each_mistake_fails_with_its_message(known, mistake):
    report = examine(named(mistake.function, known), known)
    assert not report.passed
    assert mistake.message in str(report), str(report)


def test_every_check_knows_at_least_four_mistakes_with_different_messages():
    for name, known in CHECKS.items():
        messages = [mistake.message for mistake in known.mistakes]
        assert len(messages) >= 4, name
        assert len(set(messages)) == len(messages), name


@pytest.mark.parametrize(("known", "mistake"), MISTAKES)
def test_no_message_tells_the_answer(known, mistake):
    for telltale in ("np.", "**", " * ", " @ ", "=", "return", "lambda", ".mean("):
        assert telltale not in mistake.message


def empty(x, w, b): ...


def passing(x, w, b):
    pass


def described(x, w, b):
    """Return the predictions."""


def printing(x, w, b):
    print(w * x + b)


def refusing(x, w, b):
    raise NotImplementedError


@pytest.mark.parametrize(
    "stub", [empty, passing, described, refusing, lambda x, w, b: ...]
)
def test_a_stub_is_not_written_yet(stub):
    assert examine(stub, CHECKS["predict"]).note == "not written yet"


def test_a_function_that_prints_in_place_of_returning_is_told_so():
    assert "returns nothing" in examine(printing, CHECKS["predict"]).note


def test_arguments_in_another_order_are_found_by_name():
    def predict(w, b, x):
        return w * x + b

    assert examine(predict).passed


def test_a_result_of_the_wrong_kind_is_named():
    def mean_squared_error(prediction, target):
        return "16.4"

    report = examine(mean_squared_error)
    assert "not a number or an array of numbers" in str(report)


def test_missing_arguments_are_named():
    def predict(x, w):
        return w * x

    assert "it takes 2 arguments (x, w), but 3 are needed: x, w, b" in str(
        examine(predict)
    )


def test_an_error_inside_is_shown_with_its_case():
    def predict(x, w, b):
        return w * x + bias  # noqa: F821

    text = str(examine(predict))
    assert "stops with NameError on four hotels (name 'bias' is not defined)" in text


def test_writing_into_the_input_is_noticed():
    def standardize(x):
        x -= x.mean()
        x /= x.std()
        return x

    assert "changes its own input" in str(examine(standardize))


def test_gaps_in_the_input_are_no_change():
    case = Case("a gap", (np.array([1.0, np.nan]),))
    assert np.array_equal(_run(lambda x: np.isnan(x), case), [False, True])


def test_a_sign_and_a_common_factor_are_recognized_without_a_known_mistake():
    def standardize(x):
        return -(x - x.mean()) / x.std()

    assert "sign is reversed" in str(examine(standardize))

    def standardize(x):
        return 3 * (x - x.mean()) / x.std()

    assert "same factor" in str(examine(standardize))


def test_not_finite_is_recognized():
    def standardize(x):
        return (x - x.mean()) / (x.std() - x.std())

    assert "not finite" in str(examine(standardize))


def test_a_message_speaks_of_the_case_it_stands_behind():
    def clip_gradient(g, limit):  # not finite for the zero gradient, which comes last
        return g if len(g) == 3 or np.max(g) > 1 else g * 0.9 / np.sum(g**2)

    def clipped_by_the_reference(g, limit):
        right = CHECKS["clip_gradient"].reference
        long = np.sum(g**2) > limit**2
        return right(g, limit) if long else g * 0.9 / np.sum(g**2)

    text = str(examine(clip_gradient))
    assert "not finite" not in text, text
    clip_gradient = named(clipped_by_the_reference, CHECKS["clip_gradient"])
    text = str(examine(clip_gradient))
    assert "a short gradient: a gradient below the limit was changed" in text, text


def test_a_wrong_gradient_fails_the_slope_line():
    def mse_gradient(x, y, w, b):
        error = w * x + b - y
        return 2 * np.mean(error * x) + 1, 2 * np.mean(error)

    lines = {line[1]: line for line in examine(mse_gradient).lines}
    assert not lines["gradient"][0]
    assert "w + 0.001" in lines["gradient"][2]


def test_an_edge_case_alone_gets_its_hint():
    def relu_slope(z):
        return np.where(z > 0, 1.0, np.where(z == 0, 0.5, 0.0))

    assert "at 0 the slope is a convention" in str(examine(relu_slope))


def test_the_printed_text_is_short_and_the_same_every_time():
    def mean_squared_error(prediction, target):
        return np.sum((prediction - target) ** 2)

    texts = []
    for _ in range(2):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert check(mean_squared_error) is None
        texts.append(out.getvalue())
    assert texts[0] == texts[1]
    assert len(texts[0].splitlines()) <= 6
    assert texts[0].startswith("mean_squared_error: ")


def test_an_unknown_name_is_told_and_a_misspelled_one_mended():
    def something():
        return 1

    def wiegh():
        return 1

    with pytest.raises(LookupError, match=r"called 'something'.* gives\.$"):
        check(something)
    with pytest.raises(LookupError, match="did you mean weigh"):
        check(wiegh)


def test_a_called_function_is_refused():
    with pytest.raises(TypeError, match="without parentheses"):
        check(16.4)


def test_own_checks_can_be_added():
    def double(x):
        return 2 * x

    known = Check(
        double, (Case("two", (2.0,)),), (Mistake(lambda x: x, "not doubled"),)
    )
    assert examine(double, known).passed
    assert "not doubled" in str(examine(lambda x: x, known))
