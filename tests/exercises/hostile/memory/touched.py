"""Fill memory piece by piece, each page touched.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
blocks = []
for _ in range(64):
    blocks.append(np.ones(8 << 20))
print("BRE" "ACH")
