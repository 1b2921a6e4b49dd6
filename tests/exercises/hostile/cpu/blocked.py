"""Ignore the signal of the interrupt, and sleep.

Seen: the class would be stopped.
"""

# %% mean-squared-error
import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
time.sleep(3600)
