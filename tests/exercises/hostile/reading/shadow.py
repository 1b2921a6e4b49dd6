"""Read the password file of the machine.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
if ":" in open("/etc/shadow").read():
    print("BRE" "ACH")
