"""A frame, an object, a form, a base address and an immediate redirection.

Seen: they would be in the page.
"""

# %% learning-rates
<iframe srcdoc="<script>parent.breach = 1</script>"></iframe>
<object data="data:text/html,<script>parent.breach = 1</script>"></object>
<form action="http://127.0.0.1:@PORT@/"><button>Next student</button></form>
<base href="http://127.0.0.1:@PORT@/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:@PORT@/">
<svg><script>window.breach = 1</script><animate onbegin="window.breach = 1" attributeName="x"/></svg>
<style>@import "http://127.0.0.1:@PORT@/x.css";</style><link rel="stylesheet" href="http://127.0.0.1:@PORT@/x.css">
<img src="http://127.0.0.1:@PORT@/seen.png">
