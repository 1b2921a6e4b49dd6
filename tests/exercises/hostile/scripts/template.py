"""A template expression in an answer, for tools that fill templates.

Seen: 49 in the page, or a script that runs.
"""

# %% learning-rates
{{ 7 * 7 }} {% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %} `</code><script>window.breach = 1</script>`
```html
</pre></div><script>window.breach = 1</script>
```
