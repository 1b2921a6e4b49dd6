"""Fill the temporary folder.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
with open("/tmp/large", "wb") as file:
    for _ in range(2000):
        file.write(b"x" * (1 << 20))
print("BRE" "ACH")
