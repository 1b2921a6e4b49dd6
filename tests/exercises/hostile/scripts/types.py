"""Outputs of types that some front end turns into a page.

Seen: types other than plain text and pictures in the graded notebook.
"""

# %% mean-squared-error
from IPython.display import display
evil = "<script>window.breach = 1</script>"
for kind in ("text/html", "image/svg+xml", "application/javascript", "application/pdf",
             "application/vnd.jupyter.widget-view+json", "text/x-html", "application/xhtml+xml"):
    display({kind: evil, "text/plain": evil}, raw=True)
display({"image/png": "\"><script>window.breach = 1</script>", "image/jpeg": "x' onerror='window.breach=1"}, raw=True)
