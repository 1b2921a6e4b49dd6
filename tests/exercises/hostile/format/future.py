"""A notebook of a format that is still to be invented.

Seen: the class would be stopped.

earns: 4
"""

# %% make
book.update(nbformat=9, nbformat_minor=99)
