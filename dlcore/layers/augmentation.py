"""Pictures changed at random in training: flipped, shifted, turned, zoomed, cropped.

The functions that change them are in `preprocessing/images.py`; these layers draw how
much, for each picture anew, and leave pictures alone outside training.
"""

from numbers import Real

from dlcore import backend
from dlcore.errors import explain, whole_number
from dlcore.layers.noise import Random
from dlcore.layers.spatial import IMAGES, Spatial
from dlcore.preprocessing import images
from dlcore.tensor import Tensor


class RandomChange(Random, Spatial):
    """Base of these layers; a subclass says what `change` does in training.

    Pictures are (batch, height, width, channels). No gradient goes back through a
    change: these layers stand before all others that learn.

    Args:
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.
    """

    axes = IMAGES

    def call(self, x, training=False):
        """Return the pictures x, in training changed; refuse x if a gradient is due."""
        if not training:
            return x
        if x.requires_grad:
            raise ValueError(
                f"{self.name}: no gradient goes back through this change."
                + explain(
                    "pictures as they come from the data",
                    "the output of a layer that learns",
                    f"put the {type(self).__name__} before all layers that learn",
                )
            )
        changed = self.change(backend.to_numpy(x.data))
        return Tensor(backend.asarray(changed, like=x.data))

    def draw(self, factor, x):
        """Return a random number in the range `factor` for each picture of x."""
        low, high = factor
        return self.generator.uniform(low, high, x.shape[0])


class RandomFlip(RandomChange):
    """Pictures mirrored at random, each with a chance of one half.

    Args:
        mode: "horizontal", "vertical", or "horizontal_and_vertical" for both.
        seed, settings: see `RandomChange`.
    """

    def __init__(self, mode="horizontal_and_vertical", seed=None, **settings):
        super().__init__(seed, **settings)
        if mode not in ("horizontal", "vertical", "horizontal_and_vertical"):
            raise ValueError(
                f"{self.name}: unknown mode {mode!r}."
                + explain(
                    '"horizontal", "vertical" or "horizontal_and_vertical"',
                    repr(mode),
                    'take "horizontal": most things keep their name in a mirror',
                )
            )
        self.mode = mode

    def change(self, x):
        """Return the NumPy array x (batch, height, width, channels), changed."""
        for direction in self.mode.split("_and_"):
            flipped = self.draw((0, 1), x) < 0.5
            x = x.copy()
            x[flipped] = images.flip(x[flipped], direction)
        return x


class RandomTranslation(RandomChange):
    """Pictures moved at random.

    Args:
        height_factor, width_factor: how far down and to the right, as a share of height
            and width: a pair, or one number f for -f to f.
        fill_mode: what comes in from outside: "reflect", "constant" for 0, "nearest" or
            "wrap".
        seed, settings: see `RandomChange`.
    """

    def __init__(
        self, height_factor, width_factor, fill_mode="reflect", seed=None, **settings
    ):
        super().__init__(seed, **settings)
        self.height_factor, self.width_factor = height_factor, width_factor
        self.fill_mode = known_fill(self.name, fill_mode)
        self.height_range = ends(self.name, "height_factor", height_factor)
        self.width_range = ends(self.name, "width_factor", width_factor)

    def change(self, x):
        """Return the NumPy array x (batch, height, width, channels), changed."""
        down = self.draw(self.height_range, x) * x.shape[1]
        right = self.draw(self.width_range, x) * x.shape[2]
        return images.shift(x, down, right, self.fill_mode)


class RandomRotation(RandomChange):
    """Pictures turned at random around their center.

    Args:
        factor: how far, counterclockwise, as a share of a full turn: a pair, or one
            number f for -f to f.
        fill_mode: what comes in from outside, see `RandomTranslation`.
        seed, settings: see `RandomChange`.
    """

    def __init__(self, factor, fill_mode="reflect", seed=None, **settings):
        super().__init__(seed, **settings)
        self.factor, self.range = factor, ends(self.name, "factor", factor)
        self.fill_mode = known_fill(self.name, fill_mode)

    def change(self, x):
        """Return the NumPy array x (batch, height, width, channels), changed."""
        return images.rotate(x, 360 * self.draw(self.range, x), self.fill_mode)


class RandomZoom(RandomChange):
    """Pictures shown smaller or larger at random.

    Args:
        height_factor: by which share more of the picture's height is seen: above 0
            things become smaller, below 0 larger; a pair, or one number f for -f to f.
        width_factor: the same for the width; None to keep the proportions.
        fill_mode: what comes in from outside, see `RandomTranslation`.
        seed, settings: see `RandomChange`.
    """

    def __init__(
        self, height_factor, width_factor=None, fill_mode="reflect", seed=None,
        **settings,
    ):  # fmt: skip
        super().__init__(seed, **settings)
        self.height_factor, self.width_factor = height_factor, width_factor
        self.fill_mode = known_fill(self.name, fill_mode)
        self.height_range = ends(self.name, "height_factor", height_factor)
        self.width_range = None
        if width_factor is not None:
            self.width_range = ends(self.name, "width_factor", width_factor)

    def change(self, x):
        """Return the NumPy array x (batch, height, width, channels), changed."""
        taller = wider = 1 / (1 + self.draw(self.height_range, x))
        if self.width_range is not None:
            wider = 1 / (1 + self.draw(self.width_range, x))
        return images.warp(x, taller=taller, wider=wider, fill=self.fill_mode)


class RandomCrop(RandomChange):
    """A part of each picture: at a random place in training, else the middle.

    Args:
        height, width: of the part, in pixels.
        seed, settings: see `RandomChange`.
    """

    def __init__(self, height, width, seed=None, **settings):
        super().__init__(seed, **settings)
        self.size = whole_number("height", height), whole_number("width", width)

    def call(self, x, training=False):
        """Return a part of each picture of x; explain it if they are too small."""
        room = x.shape[1] - self.size[0], x.shape[2] - self.size[1]
        if min(room) < 0:
            raise ValueError(
                f"{self.name}: the part is larger than the picture."
                + explain(
                    "{} rows and {} columns or more".format(*self.size),
                    f"{x.shape[1]} rows and {x.shape[2]} columns",
                    "cut a smaller part",
                )
            )
        if training:
            return super().call(x, training)
        rows, columns = (
            slice(n // 2, n // 2 + size)
            for n, size in zip(room, self.size, strict=True)
        )
        return x[:, rows, columns, :]

    def change(self, x):
        """Return the NumPy array x (batch, height, width, channels), changed."""
        height, width = self.size
        tops = self.draw((0, x.shape[1] - height + 1), x)
        lefts = self.draw((0, x.shape[2] - width + 1), x)
        part = x[:, :height, :width].copy()
        for number, place in enumerate(zip(tops, lefts, strict=True)):
            top, left = map(int, place)
            part[number] = x[number, top : top + height, left : left + width]
        return part


def ends(layer, name, factor):
    """Return both ends of a range that is given as a pair, or as f for -f to f.

    Args:
        layer, name: of the layer and of the argument, for messages.
        factor: what was given.

    Raises:
        ValueError: it is no range within -1 to 1.
    """
    if isinstance(factor, Real):
        factor = -abs(factor), abs(factor)
    pair = isinstance(factor, tuple | list) and len(factor) == 2
    if pair and -1.0 < factor[0] <= factor[1] <= 1.0:
        return tuple(factor)
    raise ValueError(
        f"{layer}: {name} says how much as a share."
        + explain(
            "a number from 0 to below 1, or a pair (least, most) between -1 and 1",
            repr(factor),
            f"for example {name}=0.1",
        )
    )


def known_fill(layer, fill_mode):
    """Return `fill_mode`; refuse one that is not known."""
    if fill_mode in images.FILLS:
        return fill_mode
    raise ValueError(
        f"{layer}: unknown fill_mode {fill_mode!r}."
        + explain(
            f"one of {', '.join(images.FILLS)}", repr(fill_mode), 'take "reflect"'
        )
    )
