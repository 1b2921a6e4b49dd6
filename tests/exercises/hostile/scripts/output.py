"""HTML with a script, and a script itself, as output.

Seen: it would run when the instructor opens the notebook or the page.
"""

# %% mean-squared-error
from IPython.display import HTML, Javascript, SVG, display
display(HTML("<script>window.breach = '@MARK@'</script><img src=x onerror='window.breach = 1'>"))
display(Javascript("window.breach = '@MARK@'"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='window.breach=1'><script>window.breach = 1</script></svg>"))
