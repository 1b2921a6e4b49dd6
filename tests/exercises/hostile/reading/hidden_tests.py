"""Print the instructor's source, with hidden tests and solutions.

Seen: the word that stands in the hidden tests would be in the output.
"""

# %% mean-squared-error
import glob
for name in glob.glob("@COURSE@/source/*/*.ipynb"):
    print(open(name).read())
