"""Links that are scripts, in text and in attributes.

Seen: they would be in the page.
"""

# %% learning-rates
[look here](javascript:window.breach=1) <a href="java&#10;script:window.breach=1">or here</a>
<a href="data:text/html,<script>alert(1)</script>">or there</a>
