"""Bring files that would be taken for the grader's own, and a second notebook.

Seen: changed configuration, marks for tasks without an answer.
"""

# %% make
(folder / "nbgrader_config.py").write_text("open('/tmp/@MARK@', 'w')")
(folder / "sitecustomize.py").write_text("import builtins; builtins.AssertionError = KeyError")
(folder / "numpy.py").write_text("open('/tmp/@MARK@', 'w')")
(folder / "dlcore.py").write_text("open('/tmp/@MARK@', 'w')")
(folder / "second.ipynb").write_text(json.dumps(book))
