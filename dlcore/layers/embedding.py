"""Embedding, which gives each word a vector, and Masking, which leaves steps out."""

from dlcore import backend, ops
from dlcore.backend import xp_of
from dlcore.errors import explain, whole_number
from dlcore.layers.base import Layer


class Embedding(Layer):
    """A learned vector for each id: row `id` of E (input_dim, output_dim).

    x is (batch, ...) of whole numbers from 0 to below input_dim, the output is
    (batch, ..., output_dim).

    Args:
        input_dim: how many ids there are.
        output_dim: length of a vector.
        embeddings_initializer: start values of E.
        embeddings_regularizer: penalty on E.
        mask_zero: whether id 0 stands for "nothing here": a mask then says so to the
            layers behind.
        settings: see `Layer`.

    Example:
        >>> Embedding(10, 4)([[3, 1, 2], [5, 0, 0]]).shape
        (2, 3, 4)
    """

    def __init__(
        self, input_dim, output_dim, embeddings_initializer="uniform",
        embeddings_regularizer=None, mask_zero=False, **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        self.input_dim = whole_number("input_dim", input_dim)
        self.output_dim = whole_number("output_dim", output_dim)
        self.of_embeddings = embeddings_initializer, embeddings_regularizer
        self.mask_zero = self.supports_masking = mask_zero

    def build(self, input_shape):
        """Make E."""
        shape = (self.input_dim, self.output_dim)
        self.embeddings = self.add_weight("embeddings", shape, *self.of_embeddings)

    def check(self, x):
        """Refuse ids that are not there; on the host, since a GPU would not tell."""
        ids = backend.to_numpy(x.data)
        xp = xp_of(ids)
        low, high, part = xp.min(ids), xp.max(ids), xp.max(ids % 1)
        if not (low >= 0 and high < self.input_dim and part == 0):
            raise ValueError(
                f"{self.name}: these are not ids."
                + explain(
                    f"whole numbers from 0 to {self.input_dim - 1}",
                    f"numbers from {low:g} to {high:g}"
                    + " with fractions" * bool(part),
                    "number the words 0, 1, 2, ... or raise input_dim",
                )
            )

    def call(self, x):
        """Return the vectors of the ids."""
        ids = backend.asarray(x.data, like=x.data, dtype="int64")
        output = ops.embedding(self.embeddings, ids)
        if self.mask_zero:
            output.mask = ids != 0
        return output


class Masking(Layer):
    """Steps whose features all equal `mask_value` are left out by the layers behind.

    x is (batch, time, features); so is the output, with zeros at those steps.

    Args:
        mask_value: what fills the steps that are not there.
        settings: see `Layer`.

    Example:
        >>> Masking()([[[1.0, 0.0], [0.0, 0.0]]]).mask.tolist()
        [[True, False]]
    """

    least_rank = 3
    supports_masking = True

    def __init__(self, mask_value=0.0, **settings):
        super().__init__(**settings)
        self.mask_value = mask_value

    def call(self, x):
        """Return x, which now carries a mask."""
        xp = xp_of(x.data)
        other = xp.astype(x.data != self.mask_value, x.data.dtype)
        counts = xp.max(other, axis=-1) > 0  # any
        output = ops.where(xp.expand_dims(counts, axis=-1), x, 0.0)
        output.mask = counts
        return output

    def compute_mask(self, x, mask):
        """Return the mask that this layer has made."""
        return self.output.mask
