"""Schedules: learning rates that change from step to step.

A schedule is called with the number of steps done and returns a learning rate; an
optimizer takes it wherever it takes a number, and asks it before each step, in `apply`.
"""

import bisect
import math

from dlcore.configs import Configured
from dlcore.errors import explain, refuse_unknown


class LearningRateSchedule(Configured):
    """Base of the schedules: a subclass says in `__call__(step)` what the rate is."""

    def __init__(self, **unknown):
        refuse_unknown(type(self), unknown)

    def __call__(self, step):
        """The learning rate after `step` steps; a subclass says which."""
        raise NotImplementedError(
            f"{type(self).__name__} gives no learning rate."
            + explain("a method __call__(self, step)", "none", "write it")
        )


class ExponentialDecay(LearningRateSchedule):
    """initial_learning_rate decay_rate^(step / decay_steps).

    Args:
        initial_learning_rate: that of the first step.
        decay_steps: steps in which it is multiplied by `decay_rate` once.
        decay_rate: the factor, such as 0.96.
        staircase: whether it changes only every `decay_steps` steps.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> ExponentialDecay(0.1, decay_steps=10, decay_rate=0.5)(20)
        0.025
    """

    def __init__(
        self, initial_learning_rate, decay_steps, decay_rate, staircase=False, **unknown
    ):
        super().__init__(**unknown)
        self.initial_learning_rate, self.decay_rate = initial_learning_rate, decay_rate
        self.decay_steps = steps_above_zero("decay_steps", decay_steps)
        self.staircase = staircase

    def __call__(self, step):
        """The learning rate after `step` steps."""
        times = step / self.decay_steps
        times = math.floor(times) if self.staircase else times
        return self.initial_learning_rate * self.decay_rate**times


class InverseTimeDecay(LearningRateSchedule):
    """initial_learning_rate / (1 + decay_rate step / decay_steps).

    Args:
        initial_learning_rate, decay_steps, decay_rate, staircase: as for
            `ExponentialDecay`.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> InverseTimeDecay(0.1, decay_steps=1, decay_rate=0.5)(2)
        0.05
    """

    def __init__(
        self, initial_learning_rate, decay_steps, decay_rate, staircase=False, **unknown
    ):
        super().__init__(**unknown)
        self.initial_learning_rate, self.decay_rate = initial_learning_rate, decay_rate
        self.decay_steps = steps_above_zero("decay_steps", decay_steps)
        self.staircase = staircase

    def __call__(self, step):
        """The learning rate after `step` steps."""
        times = step / self.decay_steps
        times = math.floor(times) if self.staircase else times
        return self.initial_learning_rate / (1 + self.decay_rate * times)


class PiecewiseConstantDecay(LearningRateSchedule):
    """values[0] up to the step boundaries[0], values[1] up to boundaries[1], ...

    Args:
        boundaries: steps at which the rate changes, rising.
        values: the rates, one more than there are boundaries.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> schedule = PiecewiseConstantDecay([10, 20], [0.1, 0.01, 0.001])
        >>> schedule(10), schedule(11), schedule(99)
        (0.1, 0.01, 0.001)
    """

    def __init__(self, boundaries, values, **unknown):
        super().__init__(**unknown)
        if len(values) != len(boundaries) + 1:
            raise ValueError(
                "A rate before, between and after the boundaries is needed."
                + explain(
                    f"{len(boundaries) + 1} values for {len(boundaries)} boundaries",
                    f"{len(values)} values",
                    "give one value more than boundaries",
                )
            )
        self.boundaries, self.values = boundaries, values

    def __call__(self, step):
        """The learning rate after `step` steps."""
        return self.values[bisect.bisect_left(self.boundaries, step)]


class PolynomialDecay(LearningRateSchedule):
    """From one rate to another within some steps, along (1 - step / steps)^power.

    Args:
        initial_learning_rate: that of the first step.
        decay_steps: steps until the last rate is reached.
        end_learning_rate: the last rate.
        power: 1 for a straight line.
        cycle: whether to start again, with ever longer ways down.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> PolynomialDecay(0.5, decay_steps=10, end_learning_rate=0.25)(5)
        0.375
    """

    def __init__(
        self, initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0,
        cycle=False, **unknown,
    ):  # fmt: skip
        super().__init__(**unknown)
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = steps_above_zero("decay_steps", decay_steps)
        self.end_learning_rate = end_learning_rate
        self.power, self.cycle = power, cycle

    def __call__(self, step):
        """The learning rate after `step` steps."""
        steps = self.decay_steps
        if self.cycle:
            steps *= max(1, math.ceil(step / steps))
        left = 1 - min(step, steps) / steps
        drop = self.initial_learning_rate - self.end_learning_rate
        return drop * left**self.power + self.end_learning_rate


class CosineDecay(LearningRateSchedule):
    """Down along half a cosine wave, if wanted after a rise (Loshchilov 2017).

    Args:
        initial_learning_rate: that of the first step.
        decay_steps: steps of the way down.
        alpha: share of the highest rate that is left at the end.
        warmup_target: rate to rise to first; None for no rise.
        warmup_steps: steps of the rise.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> round(CosineDecay(0.1, decay_steps=10)(5), 6)
        0.05
    """

    def __init__(
        self, initial_learning_rate, decay_steps, alpha=0.0, warmup_target=None,
        warmup_steps=0, **unknown,
    ):  # fmt: skip
        super().__init__(**unknown)
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = steps_above_zero("decay_steps", decay_steps)
        self.alpha = alpha
        self.warmup_target, self.warmup_steps = warmup_target, warmup_steps

    def __call__(self, step):
        """The learning rate after `step` steps."""
        start, highest = self.initial_learning_rate, self.warmup_target
        if highest is None:
            highest = start
        elif step < self.warmup_steps:
            return start + (highest - start) * step / self.warmup_steps
        else:
            step -= self.warmup_steps
        way = min(step / self.decay_steps, 1.0)
        return highest * down(way, self.alpha)


class CosineDecayRestarts(LearningRateSchedule):
    """Cosine waves down, each twice as long as the one before (Loshchilov 2017).

    Args:
        initial_learning_rate: that of the first step, and after each restart.
        first_decay_steps: steps of the first way down.
        alpha: share of the rate that is left at the end of each.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> schedule = CosineDecayRestarts(0.1, first_decay_steps=10)
        >>> schedule(0), schedule(10), schedule(30)
        (0.1, 0.1, 0.1)
    """

    def __init__(self, initial_learning_rate, first_decay_steps, alpha=0.0, **unknown):
        super().__init__(**unknown)
        self.initial_learning_rate, self.alpha = initial_learning_rate, alpha
        self.first_decay_steps = steps_above_zero(
            "first_decay_steps", first_decay_steps
        )

    def __call__(self, step):
        """The learning rate after `step` steps."""
        steps = self.first_decay_steps
        while step >= steps:
            step, steps = step - steps, 2 * steps
        return self.initial_learning_rate * down(step / steps, self.alpha)


def down(way, alpha):
    """Half a cosine wave, from 1 at the way's start, 0, to alpha at its end, 1."""
    return (1 - alpha) * 0.5 * (1 + math.cos(math.pi * way)) + alpha


def steps_above_zero(name, steps):
    """`steps`, checked to be more than zero."""
    if steps <= 0:
        raise ValueError(
            f"{name} says how long the way down is."
            + explain("a number of steps above 0", repr(steps), f"take {name}=1000")
        )
    return steps
