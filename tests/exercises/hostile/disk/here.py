"""Fill the working folder with many files.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
for number in range(1000):
    with open(f"large-{number}", "wb") as file:
        file.write(b"x" * (2 << 20))
print("BRE" "ACH")
