"""References, cases and typical mistakes for `check`, one module per chapter.

Each module holds `CHECKS`, a tuple of `dlcore.teach.check.Check`. To add one, write
the reference under the name that the chapter uses, the cases, and each mistake as a
small function with the message for its author. `tests/teach/test_check.py` then
makes sure that the reference passes, that each mistake is found and gets its own
message, and that no message tells the answer.
"""
