"""Read names and marks from the gradebook.

Seen: the last name of the first student, a word of the test, would be printed.
"""

# %% mean-squared-error
import sqlite3
book = sqlite3.connect("file:@COURSE@/gradebook.db?mode=ro", uri=True)
print(book.execute("select * from student").fetchall())
