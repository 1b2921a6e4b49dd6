"""Models inside scikit-learn: cross-validation, grid search, pipelines."""

import pickle
import subprocess
import sys

import numpy as np
import pytest

from dlcore import Sequential, datasets, layers, optimizers

pytest.importorskip("sklearn", reason="needs scikit-learn")

from sklearn.base import clone
from sklearn.decomposition import PCA
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from dlcore.estimators import Classifier, Regressor

rng = np.random.default_rng(0)
X = rng.normal(size=(60, 3))
LINE = X @ [1.0, -2.0, 0.5]
WORDS = np.where(LINE > 0.5, "gold", np.where(LINE < -0.5, "bronze", "silver"))


def regression(units=8, learning_rate=0.05):
    model = Sequential([layers.Dense(units, "tanh"), layers.Dense(1)])
    model.compile(optimizers.Adam(learning_rate), "mse")
    return model


def classes(outputs=3, loss="sparse_categorical_crossentropy"):
    last = "sigmoid" if outputs == 1 else "softmax"
    model = Sequential([layers.Dense(8, "tanh"), layers.Dense(outputs, last)])
    model.compile(optimizers.Adam(0.05), loss)
    return model


def test_cross_validation_of_a_regressor():
    scores = cross_val_score(Regressor(regression, epochs=60, seed=0), X, LINE, cv=3)
    assert scores.min() > 0.9


@pytest.mark.parametrize(
    "loss", ["sparse_categorical_crossentropy", "categorical_crossentropy", "mse"]
)
def test_cross_validation_of_a_classifier(loss):
    classifier = Classifier(classes, epochs=80, seed=0, loss=loss)
    assert cross_val_score(classifier, X, WORDS, cv=3).mean() > 0.7


def test_grid_search_sets_arguments_of_both():
    search = GridSearchCV(
        Regressor(regression, seed=1), {"units": [1, 12], "epochs": [1, 150]}, cv=2
    )
    search.fit(X[:, :1], np.abs(X[:, 0]))
    assert search.best_params_ == {"units": 12, "epochs": 150}
    assert search.best_estimator_.model_.layers[0].units == 12
    assert len(search.best_estimator_.history_.epoch) == 150


def test_a_search_sets_whatever_build_takes():
    def build(**settings):
        return regression(**settings)

    search = GridSearchCV(Regressor(build, seed=1), {"units": [1, 2]}, cv=2)
    assert search.fit(X, LINE).best_estimator_.model_.layers[0].units in (1, 2)


def test_pipeline():
    (x_train, y_train), (x_test, y_test) = datasets.digits.load_data()
    classifier = Classifier(classes, epochs=20, seed=0, outputs=10)
    pipeline = make_pipeline(StandardScaler(), PCA(20), classifier)
    pipeline.fit(x_train.reshape(-1, 64), y_train)
    assert pipeline.score(x_test.reshape(-1, 64), y_test) > 0.85
    pipeline.set_params(classifier__epochs=3)
    assert classifier.epochs == 3


def test_two_classes_with_one_sigmoid():
    labels = WORDS == "gold"
    classifier = Classifier(
        classes, epochs=60, seed=0, outputs=1, loss="binary_crossentropy"
    )
    classifier.fit(X, labels)
    assert classifier.score(X, labels) > 0.9
    p = classifier.predict_proba(X)
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-6)
    assert classifier.predict(X).dtype == bool


def test_shapes_follow_the_targets():
    regressor = Regressor(regression).fit(X, LINE)
    assert regressor.predict(X).shape == (60,)
    assert regressor.fit(X, LINE.reshape(-1, 1)).predict(X).shape == (60, 1)


def test_seeds_repeat_and_weights_count():
    one, two = (Regressor(regression, epochs=2, seed=4).fit(X, LINE) for _ in range(2))
    np.testing.assert_array_equal(one.predict(X), two.predict(X))
    weighted = clone(one).fit(X, LINE, sample_weight=np.arange(60.0))
    assert (weighted.predict(X) != one.predict(X)).any()


def test_clones_and_copies():
    regressor = Regressor(regression, units=3, epochs=2)
    again = clone(regressor)
    assert again.get_params() == regressor.get_params()
    assert again.get_params()["units"] == 3
    regressor.fit(X, LINE)
    copied = pickle.loads(pickle.dumps(regressor))
    np.testing.assert_array_equal(copied.predict(X), regressor.predict(X))


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (
            lambda: Regressor(regression).set_params(unit=3),
            "no parameter 'unit'.*did you mean 'units'",
        ),
        (lambda: Regressor(lambda: None).fit(X, LINE), "compiled model.*NoneType"),
        (
            lambda: Regressor(lambda: Sequential([layers.Dense(1)])).fit(X, LINE),
            "a compiled model with a loss",
        ),
        (
            lambda: Classifier(classes, outputs=2).fit(X, WORDS),
            "3 outputs, one for each class.*got: +2 outputs",
        ),
        (lambda: Regressor(regression).predict(X), "call fit.X_train, y_train."),
        (lambda: Classifier(classes).predict(X), "call fit.X_train, y_train."),
        (
            lambda: Classifier(classes).fit(X, np.eye(3)[:, [0, 1, 2] * 20].T),
            "one label for each row.*shape .60, 3..*argmax",
        ),
        (lambda: Classifier(classes).fit(X, WORDS == "tin"), "1 different label"),
        (
            lambda: Classifier(classes, outputs=3).fit(X, LINE > 0),
            "2 outputs, one for each class, or one sigmoid",
        ),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()


def test_without_scikit_learn_it_says_so():
    code = "import sys; sys.modules['sklearn'] = None\nimport dlcore.estimators"
    run = [sys.executable, "-c", code]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert "pip install scikit-learn" in result.stderr
