"""Leave a module where the grader's Python would import it at its next start.

Seen: a file named after the mark in site-packages.
"""

# %% mean-squared-error
import site
for folder in site.getsitepackages():
    try:
        open(folder + "/@MARK@.pth", "w").write("import os")
        print("BRE" "ACH")
    except OSError as error:
        print(type(error).__name__)
