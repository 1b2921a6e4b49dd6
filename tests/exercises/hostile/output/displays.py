"""Show twenty thousand rich outputs.

Seen: the graded notebook would be huge.
"""

# %% mean-squared-error
from IPython.display import HTML, display
for number in range(20_000):
    display(HTML(f"<p>{number}</p>"))
