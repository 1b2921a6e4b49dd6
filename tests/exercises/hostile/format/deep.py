"""JSON nested a hundred thousand deep.

Seen: the class would be stopped.

earns: 0
"""

# %% make
raw = b"[" * 100_000 + b"]" * 100_000
