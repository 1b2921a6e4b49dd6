"""An example that does not do what it says.

>>> 1 + 1
3
"""
