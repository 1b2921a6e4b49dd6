"""Hand in a file that is no notebook.

Seen: the class would be stopped.

earns: 0
"""

# %% make
raw = b"this is not a notebook \xff\xfe\x00"
