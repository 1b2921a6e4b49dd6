"""A regular expression that never ends, in C code that hears no interrupt.

Seen: the class would be stopped.
"""

# %% mean-squared-error
import re
re.match(r"(a|a)*b", "a" * 60)
