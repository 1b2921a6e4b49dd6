"""The standardizer: its formula, its inverse and its errors."""

import numpy as np
import pytest

from dlcore.preprocessing import Standardizer

X = np.array([[1.0, 10.0], [2.0, 30.0], [6.0, 20.0]])


def test_columns_get_mean_zero_and_population_spread_one():
    z = Standardizer().fit_transform(X)
    np.testing.assert_allclose(z.mean(axis=0), 0, atol=1e-15)
    np.testing.assert_allclose((z**2).mean(axis=0), 1)


def test_mean_and_spread_are_those_of_the_fitted_rows():
    scale = Standardizer().fit(X)
    np.testing.assert_allclose(scale.mean, [3.0, 20.0])
    np.testing.assert_allclose(scale.std, [np.sqrt(14 / 3), np.sqrt(200 / 3)])
    np.testing.assert_allclose(scale.transform([[3.0, 20.0]]), [[0.0, 0.0]])


@pytest.mark.parametrize("x", [X, X[:, 0], X.astype(int), X.tolist()])
def test_inverse_transform_undoes_transform(x):
    scale = Standardizer().fit(x)
    np.testing.assert_allclose(scale.inverse_transform(scale.transform(x)), x)
    assert scale.transform(x).shape == np.shape(x)


def test_fit_leaves_its_input_alone():
    before = X.copy()
    Standardizer().fit_transform(X)
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda: Standardizer().transform(X), r"no call of fit.*fit\(x_train\)"),
        (lambda: Standardizer().inverse_transform(X), "no call of fit"),
        (lambda: Standardizer().fit([]), r"at least one row.*got: +\(0,\)"),
        (lambda: Standardizer().fit(1.0), r"got: +\(\)"),
        (lambda: Standardizer().fit([[1.0, 2.0], [1.0, 3.0]]), "column 0.*leave it"),
        (lambda: Standardizer().fit([0.1] * 6), "equal values in column 0"),
        (lambda: Standardizer().fit([[1.0], [np.nan]]), "1 missing or infinite.*fill"),
        (
            lambda: Standardizer().fit(X).transform(X[:, :1]),
            r"expected: \(n, 2\).*got: +\(3, 1\).*same order",
        ),
        (lambda: Standardizer().fit(X[:, 0]).transform(X), r"\(n,\).*\(3, 2\)"),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
