"""Markdown and LaTeX as output, with scripts in them.

Seen: it would run when the instructor opens the notebook or the page.
"""

# %% mean-squared-error
from IPython.display import Latex, Markdown, display
display(Markdown("<script>window.breach = 1</script> [x](javascript:window.breach=1)"))
display(Latex(r"$\href{javascript:window.breach=1}{x}$ <img src=x onerror='window.breach = 1'>"))
