"""A file of a terabyte that takes no room until it is copied.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
with open("sparse", "wb") as file:
    file.truncate(1 << 40)
print("BRE" "ACH")
