"""A script in the written answer.

Seen: it would run when the instructor opens the notebook or the page.
"""

# %% learning-rates
My answer. <script>window.breach = "@MARK@"</script>
<img src="x" onerror="window.breach = '@MARK@'">
