"""Values in the logs that callbacks watch: which, and what counts as better."""

from dlcore.errors import did_you_mean, explain


def watched(logs, monitor, who):
    """The value in the logs that is watched; raises a ValueError if it is not there."""
    if monitor not in logs:
        raise ValueError(
            f"{who} watches {monitor!r}, which is not there."
            + explain(
                f"one of {', '.join(logs)}",
                repr(monitor),
                "pass validation_data to fit"
                if monitor.startswith("val_")
                else did_you_mean(monitor, logs),
            )
        )
    return logs[monitor]


GROWS = ("acc", "auc", "score", "precision", "recall")
FALLS = ("loss", "error", "mse", "mae")


def direction(monitor, mode):
    """1 where a larger value is better, -1 where a smaller one is.

    Raises:
        ValueError: `mode` is none, or the name does not say it.
    """
    if mode not in ("auto", "min", "max"):
        raise ValueError(
            "A value gets better by getting smaller or larger."
            + explain('"auto", "min" or "max"', repr(mode), 'leave it out for "auto"')
        )
    if mode == "auto":
        grows, falls = (any(word in monitor for word in w) for w in (GROWS, FALLS))
        if not (grows or falls):
            raise ValueError(
                f"It is not said whether {monitor!r} gets better by growing."
                + explain(
                    "the name of a loss, an error, an accuracy or a score, or a mode",
                    f'{monitor!r} and mode="auto"',
                    'pass mode="min" or mode="max"',
                )
            )
        mode = "max" if grows else "min"
    return 1 if mode == "max" else -1
