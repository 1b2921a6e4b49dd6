"""Print the work of another student.

Seen: the word in that student's answer would be in the output.
"""

# %% mean-squared-error
import glob
for name in glob.glob("@COURSE@/submitted/abe/*/*"):
    print(open(name).read())
