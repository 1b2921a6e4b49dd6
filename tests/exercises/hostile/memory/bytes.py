"""Ask for far more memory than there is for a student.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
block = bytearray(8 << 30)
print("BRE" "ACH")
