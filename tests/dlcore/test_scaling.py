"""Scaling, components and encodings: formulas, inverses, what is learned from whom."""

import numpy as np
import pytest

from dlcore import datasets
from dlcore.preprocessing import (
    PCA,
    MinMaxScaler,
    MissingEncoder,
    OneHotEncoder,
    Standardizer,
    normalize_rows,
)

X = np.array([[1.0, 10.0, 5.0], [2.0, 30.0, 4.0], [6.0, 20.0, 9.0], [5.0, 15.0, 1.0]])
NAN = float("nan")


@pytest.mark.parametrize("make", [Standardizer, MinMaxScaler, PCA])
def test_what_is_fitted_can_be_undone(make):
    scaler = make().fit(X)
    again = scaler.inverse_transform(scaler.transform(X))
    np.testing.assert_allclose(again, X)


def test_smallest_and_largest_become_the_bounds():
    z = MinMaxScaler(-1, 1).fit_transform(X)
    np.testing.assert_allclose(z.min(axis=0), -1)
    np.testing.assert_allclose(z.max(axis=0), 1)
    np.testing.assert_allclose(MinMaxScaler().fit_transform([2.0, 3.0, 4.0])[1], 0.5)


def test_components_are_uncorrelated_and_ordered():
    pca = PCA().fit(X)
    covariance = np.cov(pca.transform(X).T, bias=True)
    np.testing.assert_allclose(covariance, np.diag(pca.variances), atol=1e-12)
    assert (np.diff(pca.variances) < 0).all()
    np.testing.assert_allclose(pca.axes.T @ pca.axes, np.eye(3), atol=1e-12)
    np.testing.assert_allclose(pca.variances.sum(), X.var(axis=0).sum())


def test_whitening_makes_the_covariance_the_identity():
    z = PCA(whiten=True).fit_transform(X)
    np.testing.assert_allclose(np.cov(z.T, bias=True), np.eye(3), atol=1e-12)


def test_components_of_the_hotels():
    (x, _), _ = datasets.hotels.load_data("nonlinear")
    pca = PCA().fit(Standardizer().fit_transform(x))
    np.testing.assert_allclose(pca.variances, [1.084, 0.916], atol=5e-4)


def test_fewer_components_lose_the_least_spread():
    pca = PCA(2).fit(X)
    lost = ((pca.inverse_transform(pca.transform(X)) - X) ** 2).sum(axis=1).mean()
    assert lost == pytest.approx(PCA().fit(X).variances[2])


def test_rows_lose_their_own_mean():
    pictures = np.arange(16.0).reshape(2, 2, 4)
    np.testing.assert_allclose(normalize_rows(pictures).mean(axis=(1, 2)), 0)


def test_categories_become_columns_and_come_back():
    view = OneHotEncoder(["pool", "garden", "none"]).fit(["none", "pool"])
    encoded = view.transform(np.array([["garden"], ["pool"]]))
    assert encoded.tolist() == [[0, 1, 0], [1, 0, 0]]
    assert encoded.dtype == np.float32
    assert view.inverse_transform(encoded) == ["garden", "pool"]


def test_what_is_missing_becomes_0_and_says_so():
    x = np.array([[1.0, 10.0], [3.0, NAN], [5.0, 30.0]])
    encoder = MissingEncoder().fit(x)
    z = encoder.transform(x)
    np.testing.assert_allclose(z[:, 2], [0, 1, 0])
    np.testing.assert_allclose(z[:, 1], [-1, 0, 1])
    np.testing.assert_allclose(z[:, 0].mean(), 0, atol=1e-12)
    np.testing.assert_allclose(z[:, 0].std(), 1)


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda: MinMaxScaler().transform(X), "MinMaxScaler has not seen any rows"),
        (lambda: MinMaxScaler().fit([[1.0], [1.0]]), "equal values in column 0"),
        (lambda: PCA(4).fit(X), "components=4.*ask for fewer"),
        (lambda: PCA().fit([1.0, 2.0]), r"shape \(2,\)"),
        (lambda: PCA(whiten=True).fit(X[:2]), "no spread along 2 of 3.*components=1"),
        (lambda: PCA().fit([[NAN, 1.0]]), "1 missing or infinite.*MissingEncoder"),
        (lambda: OneHotEncoder().transform(["a"]), "no call of fit"),
        (
            lambda: OneHotEncoder().fit(["a", "b"]).transform(["c"]),
            "one of a, b.*got: +c.*name all words",
        ),
        (lambda: OneHotEncoder().fit([["a", "b"]]), r"got: +\(1, 2\)"),
        (
            lambda: MissingEncoder().fit(X).transform([[1.0, NAN, 2.0]]),
            "a gap in column 1.*training must see gaps",
        ),
        (lambda: MissingEncoder().fit([[NAN], [NAN]]), "equal values in column 0"),
        (lambda: MissingEncoder().fit([[np.inf], [1.0]]), "1 missing or infinite"),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
