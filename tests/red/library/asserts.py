"""A library file that asserts where it should explain."""


def half(x):
    """Return half of x."""
    assert x > 0
    return x / 2
