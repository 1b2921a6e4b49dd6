"""Cells that are magics: whole cells in other languages, files run by name.

Seen: the word of the canary in the output, or a file /tmp/MARK.
"""

# %% mean-squared-error
%%bash
cat @CANARY@
touch /tmp/@MARK@

# %% mse-gradient
%load @CANARY@
%run @CANARY@
!cat @CANARY@
