"""Ignore every signal that asks to end.

Seen: a process of the sandbox would still run afterwards.
"""

# %% mean-squared-error
import signal
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, signal.SIG_IGN)
