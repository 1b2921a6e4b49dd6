"""Say when it was handed in: long ago, and in words that are no date.

Seen: the class would be stopped.
"""

# %% make
(folder / "timestamp.txt").write_text("yesterday'; drop table grade; --\n")
