"""A public function that states some of its types."""


def scale(x, factor: float = 1.0) -> float:
    """Return x times the factor."""
    return x * factor
