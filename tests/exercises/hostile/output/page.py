"""Show one huge page.

Seen: the graded notebook would be huge.
"""

# %% mean-squared-error
from IPython.display import HTML, display
display(HTML("<p>" + "x" * 30_000_000 + "</p>"))
