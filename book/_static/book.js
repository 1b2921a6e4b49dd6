// On a first visit the theme chooses light or dark only when the page is whole: until
// then no color of the book holds, and the page would jump when its borders appear.
if (!["light", "dark"].includes(document.documentElement.dataset.theme)) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

// Where formulas are not typeset, their source stays, and needs all its room (book.css).
addEventListener("load", () => {
  const typeset = window.MathJax?.startup || !document.querySelector(".math");
  document.documentElement.classList.toggle("dl-plain", !typeset);
});

// From a disk a page cannot fetch another: the search then shows titles alone.
if (location.protocol === "file:") {
  try { DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false; } catch { /* no search here */ }
}

// What scrolls sideways by itself (code, mathematics, tables) must be reachable by key.
(() => {
  const wide = ".bd-article pre, .bd-article div.math, .bd-article .pst-scrollable-table-container, .bd-article .text_html";
  const mark = () => {
    for (const box of document.querySelectorAll(wide)) {
      const scrolls = box.scrollWidth > box.clientWidth
        && getComputedStyle(box).overflowX !== "visible";
      if (scrolls) {
        box.tabIndex = 0;
      } else if (box.getAttribute("tabindex") === "0") {
        box.removeAttribute("tabindex");
      }
    }
  };
  addEventListener("load", () => {
    const article = document.querySelector(".bd-article");
    if (article) new ResizeObserver(mark).observe(article);
  });
})();
