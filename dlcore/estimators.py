"""Models as estimators of scikit-learn, for its cross-validation, searches, pipelines.

This needs scikit-learn: pip install scikit-learn. Nothing else of dlcore does.
"""

import inspect

import numpy as np

from dlcore import losses, utils
from dlcore.errors import did_you_mean, explain
from dlcore.model import Model

try:
    from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
    from sklearn.exceptions import NotFittedError
except ImportError as missing:
    raise ImportError(
        "The estimators are those of scikit-learn."
        + explain(
            "the package scikit-learn",
            "no such package here",
            "pip install scikit-learn, or use preprocessing.k_fold",
        )
    ) from missing


class Estimator(BaseEstimator):
    """Base of both: a model that is made anew for each `fit`.

    Args:
        build: function that returns a compiled model.
        epochs, batch_size, verbose: see `Model.fit`.
        seed: where random numbers start for each `fit`; None to let them go on.
        settings: arguments for `build`; a search may set any that it takes.

    After `fit`: `model_`, `history_` and `n_features_in_`.
    """

    def __init__(
        self, build, epochs=1, batch_size=None, verbose=0, seed=None, **settings
    ):
        self.build = build
        self.epochs = epochs
        self.batch_size = batch_size
        self.verbose = verbose
        self.seed = seed
        self.settings = settings

    def get_params(self, deep=True):
        """Return all arguments, those for `build` too, as a dict."""
        return {**super().get_params(deep=False), **self.settings}

    def set_params(self, **params):
        """Change arguments, those for `build` too; refuse what neither takes."""
        own = super().get_params(deep=False)
        taken = inspect.signature(self.build).parameters
        known = [*own, *taken]
        any_name = any(each.kind is each.VAR_KEYWORD for each in taken.values())
        for name, value in params.items():
            if name not in known and not any_name:
                raise ValueError(
                    f"{type(self).__name__} has no parameter {name!r}."
                    + explain(
                        f"one of {', '.join(known)}",
                        f"{name}={value!r}",
                        did_you_mean(name, known),
                    )
                )
            if name in own:
                setattr(self, name, value)
            else:
                self.settings = {**self.settings, name: value}
        return self

    def outputs(self, X):
        """Return what the model says of X (rows, features); raise NotFittedError."""
        if not hasattr(self, "model_"):
            raise NotFittedError(
                f"This {type(self).__name__} has not learned anything yet."
                + explain("fit first", "no call of fit", "call fit(X_train, y_train)")
            )
        return self.model_.predict(np.asarray(X), verbose=0)

    def make(self, x):
        """Return a new model, built for inputs x (rows, ...) and checked."""
        if self.seed is not None:
            utils.set_random_seed(self.seed)
        model = self.build(**self.settings)
        if not isinstance(model, Model) or model.loss is None:
            raise ValueError(
                "build has to return a model that is ready to be trained."
                + explain(
                    "a compiled model with a loss",
                    f"{type(model).__name__}",
                    "call model.compile in build, and return the model",
                )
            )
        model.predict(x[:1])
        return model

    def train(self, x, y, sample_weight):
        """Train the model and note down what is known then.

        Args:
            x: inputs (rows, ...).
            y: targets as the loss wants them.
            sample_weight: weight of each row, (rows,), or None.
        """
        self.history_ = self.model_.fit(
            x,
            y,
            batch_size=self.batch_size,
            epochs=self.epochs,
            verbose=self.verbose,
            sample_weight=sample_weight,
        )
        self.n_features_in_ = x.shape[1]
        return self


class Regressor(RegressorMixin, Estimator):
    """A model of numbers; its `score` is R².

    Args:
        build: function that returns a compiled model.
        epochs, batch_size, verbose, seed, settings: see `Estimator`.

    Example:
        >>> from dlcore import Sequential, layers
        >>> def build(units=4):
        ...     model = Sequential([layers.Dense(units, "relu"), layers.Dense(1)])
        ...     model.compile("adam", "mse")
        ...     return model
        >>> x = np.linspace(-1, 1, 40).reshape(-1, 1)
        >>> regressor = Regressor(build, epochs=5, units=8, seed=0)
        >>> regressor.fit(x, 3 * x[:, 0]).predict(x).shape
        (40,)
    """

    def fit(self, X, y, sample_weight=None):
        """Train a new model.

        Args:
            X: inputs (rows, features).
            y: targets (rows,) or (rows, outputs).
            sample_weight: weight of each row, (rows,).
        """
        x, y = np.asarray(X), np.asarray(y, dtype=float)
        self.single_ = y.ndim == 1
        self.model_ = self.make(x)
        return self.train(x, y.reshape(len(y), -1), sample_weight)

    def predict(self, X):
        """Return predictions for X (rows, features), in the shape of y."""
        y = self.outputs(X)
        return y[:, 0] if self.single_ else y


class Classifier(ClassifierMixin, Estimator):
    """A model of classes, words or numbers; its `score` is the accuracy.

    The model ends in one sigmoid for two classes, or in a softmax with one output for
    each class; labels are turned into what its loss wants.

    Args:
        build: function that returns a compiled model.
        epochs, batch_size, verbose, seed, settings: see `Estimator`.

    After `fit`, `classes_` are the labels in the order of the outputs.
    """

    def fit(self, X, y, sample_weight=None):
        """Train a new model.

        Args:
            X: inputs (rows, features).
            y: labels (rows,), of any kind.
            sample_weight: weight of each row, (rows,).

        Raises:
            ValueError: y is no column of labels of two classes or more, or the model
                does not have as many outputs as there are classes.
        """
        x, labels = np.asarray(X), np.asarray(y)
        self.classes_, numbers = np.unique(labels, return_inverse=True)
        if labels.size != len(labels) or len(self.classes_) < 2:
            raise ValueError(
                "These are no labels to tell rows apart by."
                + explain(
                    "one label for each row, of two classes or more",
                    f"shape {labels.shape}, {len(self.classes_)} different labels",
                    "of one-hot rows, take y.argmax(axis=1)",
                )
            )
        self.model_ = self.make(x)
        return self.train(x, self.targets(numbers), sample_weight)

    def targets(self, numbers):
        """Return class numbers (rows,) as the loss wants them; check the outputs."""
        outputs = self.model_.predict_on_batch(
            np.zeros((1, *self.model_.built_for))
        ).shape[-1]
        wanted = len(self.classes_)
        if outputs != wanted and (outputs, wanted) != (1, 2):
            raise ValueError(
                "The model's outputs are not the classes."
                + explain(
                    f"{wanted} outputs, one for each class"
                    + (", or one sigmoid" if wanted == 2 else ""),
                    f"{outputs} outputs",
                    f"give the last layer {wanted} units and a softmax",
                )
            )
        if outputs == 1:
            return numbers.reshape(-1, 1).astype(float)
        if isinstance(self.model_.loss, losses.SparseCategoricalCrossentropy):
            return numbers
        return utils.to_categorical(numbers, wanted)

    def predict_proba(self, X):
        """Return the probability of each class for X (rows, features)."""
        p = self.outputs(X)
        return np.concatenate([1 - p, p], axis=1) if p.shape[1] == 1 else p

    def predict(self, X):
        """Return the most probable label for each row of X (rows, features)."""
        best = self.predict_proba(X).argmax(axis=1)
        return self.classes_[best]
