"""Attention: each query looks for the values whose keys fit it."""

import math

from dlcore import backend, masking, ops
from dlcore.backend import xp_of
from dlcore.errors import explain, whole_number
from dlcore.layers.base import Layer, build_inside
from dlcore.layers.noise import Random, share
from dlcore.ops.attention import causal_mask, weighted


class Attending(Random):
    """Base of the layers that look from queries to keys and take their values.

    After a call `scores` holds the weights, (batch, ..., queries, keys).
    """

    joins, scores = True, None

    def __init__(self, dropout=0.0, seed=None, **settings):
        super().__init__(seed, **settings)
        self.dropout = share("dropout", dropout)

    def check(self, x):
        """Refuse what is not a query and a value, and maybe a key, that fit."""
        shapes = [tuple(part.shape) for part in x]
        ranks = {len(shape) for shape in shapes}
        if len(x) in (2, 3) and ranks == {3} and self.fits(*shapes):
            return
        raise ValueError(
            f"{self.name}: these inputs do not fit together."
            + explain(self.rule, f"shapes {shapes}", "for self-attention pass x as all")
        )

    def weights_kept(self, shape, training):
        """Return what dropout multiplies the weights with, None for nothing."""
        if not training or self.dropout == 0:
            return None
        ones = backend.ones(shape, like=self.home)
        return ops.dropout(ones, self.dropout, generator=self.generator).data

    def compute_mask(self, x, mask):
        """Return the mask of the queries, which is that of the output."""
        return mask[0]


class Attention(Attending):
    """Values, weighted by softmax(query keyᵀ) (Luong et al. 2015).

    Called on a list [query, value] or [query, value, key]: (batch, queries, d),
    (batch, keys, e), (batch, keys, d); the key is the value by default, the output is
    (batch, queries, e). Masked values count for nothing; masked queries give zeros.

    Args:
        use_scale: whether the scores are multiplied with a learned number.
        score_mode: "dot" for query keyᵀ, "concat" for w Σ tanh(query + key), w learned.
        dropout: share of the weights to drop in training.
        seed: start of a generator of its own, for dropout; None for the one of all.
        settings: see `Layer`.

    A call also takes `return_attention_scores`, to get [output, weights], and
    `use_causal_mask`, so that no query sees the keys of later places.

    Example:
        >>> x = [[[1.0, 0.0], [0.0, 1.0]]]
        >>> Attention()([x, x]).shape
        (1, 2, 2)
    """

    rule = "[query, value] or [query, value, key]: (batch, queries, d), twice "
    rule += "(batch, keys, d)"

    def __init__(
        self, use_scale=False, score_mode="dot", dropout=0.0, seed=None, **settings
    ):
        super().__init__(dropout, seed, **settings)
        if score_mode not in ("dot", "concat"):
            raise ValueError(
                f"{self.name}: unknown score_mode {score_mode!r}."
                + explain('"dot" or "concat"', repr(score_mode), "take one of them")
            )
        self.use_scale, self.score_mode = use_scale, score_mode

    def fits(self, query, value, key=None):
        """Whether shapes fit: as many values as keys, as wide as the queries."""
        key = key or value
        return query[0] == key[0] == value[0] and key[1:] == (value[1], query[2])

    def build(self, input_shape):
        """Make the learned numbers that are wanted."""
        self.scale = self.add_weight("scale", (), "ones") if self.use_scale else 1.0
        if self.score_mode == "concat":
            self.w = self.add_weight("concat_score_weight", (), "ones")

    def call(
        self, x, mask=None, training=False, return_attention_scores=False,
        use_causal_mask=False,
    ):  # fmt: skip
        """Return the values that the queries take, maybe with the weights.

        Args:
            x: list of query, value and maybe key.
            mask: list of their masks, bool (batch, time) or None each.
            training: whether to drop some of the weights.
            return_attention_scores: whether to return [output, weights].
            use_causal_mask: whether no query sees the keys of later places.
        """
        query, value, key = x if len(x) == 3 else (*x, x[1])
        query_mask, seen = (mask or (None, None))[:2]
        shape = query.shape[0], query.shape[1], key.shape[1]
        if seen is not None:
            seen = xp_of(seen).expand_dims(seen, axis=1)  # (batch, 1, keys)
        if use_causal_mask:
            causal = causal_mask(*shape[1:], like=query.data)
            seen = causal if seen is None else seen & causal
        kept = self.weights_kept(shape, training)
        how = seen, kept, return_attention_scores
        output, self.scores = self.attend(query, key, value, *how)
        if query_mask is not None:
            counts = xp_of(query_mask).expand_dims(query_mask, axis=2)
            output = ops.where(counts, output, 0.0)
        return [output, self.scores] if return_attention_scores else output

    def attend(self, query, key, value, seen, kept, on_tape):
        """Return the values that the queries take, and the weights.

        Args:
            query, key, value: tensors (batch, queries or keys, features).
            seen: bool, broadcasting to (batch, queries, keys), or None.
            kept, on_tape: see `ops.attention`.
        """
        if self.score_mode == "dot":
            if self.use_scale:
                query = query * self.scale
            return ops.attention(query, key, value, 1.0, seen, kept, on_tape)
        sums = pairs(query, key)
        if self.use_scale:
            sums = sums * self.scale
        return weighted(self.w * ops.sum(ops.tanh(sums), axis=-1), value, seen, kept)


class AdditiveAttention(Attention):
    """Values, weighted by softmax(Σ scale tanh(query + key)) (Bahdanau et al. 2015).

    Args:
        use_scale: whether there is a learned scale for each feature, (d,).
        dropout: share of the weights to drop in training.
        settings: see `Layer`; and `Attention`, which tells how it is called.
    """

    refuses = ("score_mode",)

    def __init__(self, use_scale=True, dropout=0.0, **settings):
        super().__init__(use_scale, dropout=dropout, **settings)

    def build(self, input_shape):
        """Make the scale if it is wanted."""
        width = input_shape[0][-1:]
        self.scale = 1.0
        if self.use_scale:
            self.scale = self.add_weight("scale", width, "glorot_uniform")

    def attend(self, query, key, value, seen, kept, on_tape):
        """Return the values that the queries take, and the weights, always on the tape.

        Args:
            query, key, value, seen, kept, on_tape: as in `Attention.attend`.
        """
        scores = ops.sum(self.scale * ops.tanh(pairs(query, key)), axis=-1)
        return weighted(scores, value, seen, kept)


def pairs(query, key):
    """Return query + key for each pair: (batch, queries, keys, d)."""
    (batch, n, d), keys = query.shape, key.shape[1]
    return ops.reshape(query, (batch, n, 1, d)) + ops.reshape(key, (batch, 1, keys, d))


class MultiHeadAttention(Attending):
    """Several attentions side by side, each with its own views (Vaswani et al. 2017).

    Called on query (batch, queries, d) and value (batch, keys, e), maybe with a key of
    its own; for self-attention, on the same twice. Each head makes linear views q, k, v
    of them, softmax(q kᵀ / √key_dim) v, and a last view of all heads is the output.

    Args:
        num_heads: number of heads.
        key_dim: features of a head's q and k.
        value_dim: features of its v, key_dim by default.
        dropout: share of the weights to drop in training.
        use_bias: whether to add biases.
        output_shape: features of the output, a number or a tuple; those of the query by
            default.
        kernel_initializer, bias_initializer: start values.
        kernel_regularizer, bias_regularizer, activity_regularizer: penalties on the
            four views: of the query, the key, the value and the output.
        seed: start of a generator of its own, for dropout; None for the one of all.
        settings: see `Layer`.

    A call also takes `attention_mask`, bool (batch, queries, keys),
    `use_causal_mask`, and `return_attention_scores`, to get [output, weights].

    Example:
        >>> x = [[[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]]
        >>> MultiHeadAttention(num_heads=2, key_dim=4)(x, x).shape
        (1, 3, 2)
    """

    rule = "query (batch, queries, d) and value (batch, keys, e), key (batch, keys, f)"

    def __init__(
        self, num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True,
        output_shape=None, kernel_initializer="glorot_uniform",
        bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
        activity_regularizer=None, seed=None, **settings,
    ):  # fmt: skip
        super().__init__(dropout, seed, **settings)
        self.num_heads = whole_number("num_heads", num_heads)
        self.key_dim = whole_number("key_dim", key_dim)
        self.value_dim = whole_number("value_dim", value_dim or key_dim)
        self.output_shape = output_shape
        kernel = kernel_initializer, kernel_regularizer
        bias = (bias_initializer, bias_regularizer) if use_bias else None
        self.query_dense, self.key_dense, self.value_dense, self.output_dense = [
            Projection(kernel, bias, activity_regularizer, name)
            for name in ("query", "key", "value", "attention_output")
        ]

    def __call__(
        self, query, value, key=None, query_mask=None, value_mask=None, key_mask=None,
        **options,
    ):  # fmt: skip
        """Return the output for a query, a value and maybe a key.

        Args:
            query, value, key: arrays or tensors (batch, queries or keys, features).
            query_mask, value_mask, key_mask: bool (batch, queries or keys); by default
                those that the tensors carry.
            options: what else `call` takes, and `training`.
        """
        masks = [query_mask, value_mask, key_mask]
        if any(mask is not None for mask in masks):
            options["mask"] = masks
        return super().__call__(
            [query, value, value if key is None else key], **options
        )

    def fits(self, query, value, key):
        """Whether shapes fit: as many values as keys."""
        return query[0] == value[0] == key[0] and value[1] == key[1]

    def build(self, input_shape):
        """Make the views, of kernels (in, heads, features), last (heads, ..., out)."""
        query, value, key = input_shape
        heads, out = self.num_heads, self.output_shape or query[-1]
        out = tuple(out) if isinstance(out, tuple | list) else (out,)
        for part, shape, ends in (
            (self.query_dense, query, (heads, self.key_dim)),
            (self.key_dense, key, (heads, self.key_dim)),
            (self.value_dense, value, (heads, self.value_dim)),
            (self.output_dense, (*query[:2], heads, self.value_dim), out),
        ):
            part.ends = ends
            build_inside(self, part, shape)

    def call(
        self, x, mask=None, training=False, attention_mask=None,
        return_attention_scores=False, use_causal_mask=False,
    ):  # fmt: skip
        """Return what the queries take, maybe with the weights of each head.

        Args:
            x: list of query, value and key.
            mask: list of their masks, bool (batch, time) or None each.
            training: whether to drop some of the weights.
            attention_mask: bool (batch, queries, keys), or None.
            return_attention_scores: whether to return [output, weights].
            use_causal_mask: whether no query sees the keys of later places.
        """
        query, value, key = x
        seen = self.seen(x, mask, attention_mask, use_causal_mask)
        q, k, v = [
            ops.transpose(view(part), (0, 2, 1, 3))  # (batch, heads, time, features)
            for view, part in (
                (self.query_dense, query),
                (self.key_dense, key),
                (self.value_dense, value),
            )
        ]
        kept = self.weights_kept((*q.shape[:3], k.shape[2]), training)
        scale = 1 / math.sqrt(self.key_dim)
        on_tape = return_attention_scores
        y, self.scores = ops.attention(q, k, v, scale, seen, kept, on_tape)
        output = self.output_dense(ops.transpose(y, (0, 2, 1, 3)))
        return [output, self.scores] if return_attention_scores else output

    def seen(self, x, masks, attention_mask, causal):
        """Return which keys a query sees: bool (batch, 1, queries, keys), or None.

        Args:
            x: list of query, value and key.
            masks: list of their masks, bool (batch, time) or None each; or None.
            attention_mask: bool (batch, queries, keys), or None.
            causal: whether no query sees the keys of later places.
        """
        found = []
        for mask, axis in zip(masks or (), (2, 1, 1), strict=False):
            if mask is not None:
                found.append(xp_of(mask).expand_dims(mask, axis=axis))
        if causal:
            queries, keys = x[0].shape[1], x[1].shape[1]
            found.append(causal_mask(queries, keys, like=x[0].data))
        if attention_mask is not None:
            found.append(masking.asarray(attention_mask, like=self.home))
        if not found:
            return None
        seen = found[0]
        for mask in found[1:]:
            seen = seen & mask
        return xp_of(seen).expand_dims(seen, axis=-3)


class Projection(Layer):
    """A linear view of the last axes: (batch, time, *in) becomes (batch, time, *ends).

    Args:
        of_kernel: initializer and regularizer of the kernel (*in, *ends).
        of_bias: those of the bias (*ends), or None for no bias.
        penalty: its activity regularizer.
        name: the name that messages show.
    """

    supports_masking = True
    ends = ()

    def __init__(self, of_kernel, of_bias, penalty, name):
        super().__init__(name=name, activity_regularizer=penalty)
        self.of_kernel, self.of_bias, self.default_name = of_kernel, of_bias, name
        self.named = False

    def build(self, input_shape):
        """Make kernel and bias."""
        shape = (*input_shape[2:], *self.ends)
        self.kernel = self.add_weight("kernel", shape, *self.of_kernel)
        self.bias = None
        if self.of_bias:
            self.bias = self.add_weight("bias", self.ends, *self.of_bias)

    def call(self, x):
        """Return the view of x."""
        n = math.prod(self.ends)
        W = ops.reshape(self.kernel, (-1, n))
        b = None if self.bias is None else ops.reshape(self.bias, (n,))
        z = ops.linear(ops.reshape(x, (*x.shape[:2], W.shape[0])), W, b)
        return ops.reshape(z, (*x.shape[:2], *self.ends))
