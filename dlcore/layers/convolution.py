"""Conv1D, Conv2D, Conv2DTranspose: the same small weights at every place."""

from dlcore import activations, ops
from dlcore.errors import explain, whole_number
from dlcore.layers.base import activated
from dlcore.layers.spatial import (
    IMAGES,
    SERIES,
    Spatial,
    padding_name,
    whole_numbers,
)
from dlcore.ops.windows import Window


class Conv(Spatial):
    """What convolutions have in common; a subclass says along which `axes`.

    Args:
        filters, kernel_size, strides, padding, dilation_rate, activation, use_bias:
            see `Conv2D`.
        of_kernel, of_bias: their (initializer, regularizer).
        settings: see `Layer`.
    """

    def __init__(
        self, filters, kernel_size, strides, padding, dilation_rate, activation,
        use_bias, of_kernel, of_bias, /, **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        count = len(self.axes)
        self.filters = whole_number("filters", filters)
        self.window = Window(
            whole_numbers("kernel_size", kernel_size, count),
            whole_numbers("strides", strides, count),
            whole_numbers("dilation_rate", dilation_rate, count),
        )
        self.padding = padding_name(padding)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.of_kernel, self.of_bias = of_kernel, of_bias

    def build(self, input_shape):
        """Make W, and b if there is one."""
        self.features_in = input_shape[-1]
        W_shape = *self.window.size, *self.ends()
        self.kernel = self.add_weight("kernel", W_shape, *self.of_kernel)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", (self.filters,), *self.of_bias)

    def ends(self):
        """Return the lengths of the last two axes of W: channels in, and filters."""
        return self.features_in, self.filters

    def check(self, x):
        """Refuse an input with other axes or channels, or smaller than the window."""
        super().check(x)
        if self.padding == "valid":
            change = 'take a smaller kernel_size, or padding="same"'
            self.check_window(x, self.window.reach, change)

    def call(self, x):
        """Return a, and keep z."""
        strides, dilation = self.window.strides, self.window.dilation
        z = ops.conv(x, self.kernel, self.bias, strides, self.padding, dilation)
        return activated(self, z)


class Conv1D(Conv):
    """a = activation(x * W + b): filters that slide along a series.

    x is (batch, time, in), W (k, in, filters), b (filters,), a (batch, places,
    filters).

    Args:
        filters: number of filters, that is of channels of the output.
        kernel_size: length k of the window.
        strides: its steps.
        padding: "valid" for windows within x; "same" for an output as long as x.
        dilation_rate: distance between the window's elements.
        activation: name or function; None for the weighted sum z itself.
        use_bias: whether to add b.
        kernel_initializer, bias_initializer: start values of W and b.
        kernel_regularizer, bias_regularizer: penalties on W and b.
        settings: name, trainable, dtype, activity_regularizer: see `Layer`.

    Example:
        >>> x = [[[1.0], [2.0], [4.0]]]
        >>> Conv1D(1, 2, kernel_initializer="ones")(x).data.tolist()
        [[[3.0], [6.0]]]
    """

    axes = SERIES

    def __init__(
        self, filters, kernel_size, strides=1, padding="valid", dilation_rate=1,
        activation=None, use_bias=True, kernel_initializer="glorot_uniform",
        bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
        **settings,
    ):  # fmt: skip
        super().__init__(
            filters, kernel_size, strides, padding, dilation_rate, activation, use_bias,
            (kernel_initializer, kernel_regularizer),
            (bias_initializer, bias_regularizer), **settings,
        )  # fmt: skip


class Conv2D(Conv):
    """a = activation(x * W + b): filters that slide over images (LeCun et al. 1989).

    x is (batch, height, width, in), W (kh, kw, in, filters), b (filters,),
    a (batch, places down, places across, filters).

    Args:
        filters: number of filters, that is of channels of the output.
        kernel_size: height and width of the window, (kh, kw), or one number for both.
        strides: its steps down and across.
        padding: "valid" for windows within x; "same" for an output as large as x.
        dilation_rate: distances between the window's elements down and across.
        activation: name or function; None for the weighted sum z itself.
        use_bias: whether to add b.
        kernel_initializer, bias_initializer: start values of W and b.
        kernel_regularizer, bias_regularizer: penalties on W and b.
        settings: name, trainable, dtype, activity_regularizer: see `Layer`.

    Example:
        >>> layer = Conv2D(8, (3, 3), activation="relu")
        >>> layer([[[[1.0]] * 28] * 28]).shape
        (1, 26, 26, 8)
    """

    axes = IMAGES

    def __init__(
        self, filters, kernel_size, strides=(1, 1), padding="valid",
        dilation_rate=(1, 1), activation=None, use_bias=True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros",
        kernel_regularizer=None, bias_regularizer=None, **settings,
    ):  # fmt: skip
        super().__init__(
            filters, kernel_size, strides, padding, dilation_rate, activation, use_bias,
            (kernel_initializer, kernel_regularizer),
            (bias_initializer, bias_regularizer), **settings,
        )  # fmt: skip


class Conv2DTranspose(Conv):
    """a = activation(z): each x is spread, weighted by W, over a window of z.

    It goes from the shape of a convolution's output to that of its input, and so makes
    images larger: with "same" padding as many times as its strides. x is (batch,
    height, width, in), W (kh, kw, filters, in), b (filters,).

    Args:
        filters: number of filters, that is of channels of the output.
        kernel_size: height and width of the window, (kh, kw), or one number for both.
        strides: its steps down and across the output.
        padding: "valid" to keep all of z; "same" for strides times the size of x.
        output_padding: rows and columns that are added to the output, below the
            strides; None for what the padding says.
        dilation_rate: distances between the window's elements down and across.
        activation: name or function; None for the weighted sum z itself.
        use_bias: whether to add b.
        kernel_initializer, bias_initializer: start values of W and b.
        kernel_regularizer, bias_regularizer: penalties on W and b.
        settings: name, trainable, dtype, activity_regularizer: see `Layer`.
    """

    axes = IMAGES

    def __init__(
        self, filters, kernel_size, strides=(1, 1), padding="valid",
        output_padding=None, dilation_rate=(1, 1), activation=None, use_bias=True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros",
        kernel_regularizer=None, bias_regularizer=None, **settings,
    ):  # fmt: skip
        super().__init__(
            filters, kernel_size, strides, padding, dilation_rate, activation, use_bias,
            (kernel_initializer, kernel_regularizer),
            (bias_initializer, bias_regularizer), **settings,
        )  # fmt: skip
        self.output_padding = None
        if output_padding is not None:
            self.output_padding = whole_numbers("output_padding", output_padding, 2, 0)
            self.check_output_padding()

    def check_output_padding(self):
        """Refuse to add as many rows or columns as one stride, or more."""
        strides = self.window.strides
        if any(a >= b for a, b in zip(self.output_padding, strides, strict=True)):
            raise ValueError(
                "output_padding adds less than one stride."
                + explain(
                    f"numbers below the strides {strides}",
                    f"output_padding={self.output_padding}",
                    "leave it out, or take larger strides",
                )
            )

    def ends(self):
        """Return the lengths of the last two axes of W: filters, and channels in."""
        return self.filters, self.features_in

    def check(self, x):
        """Refuse an input with other axes or channels."""
        Spatial.check(self, x)

    def call(self, x):
        """Return a, and keep z."""
        z = ops.conv_transpose(
            x,
            self.kernel,
            self.bias,
            self.window.strides,
            self.padding,
            self.window.dilation,
            self.output_padding,
        )
        return activated(self, z)
