// In JupyterLab the label above a figure makes no target: a link goes by the number.
(() => {
  const numberOf = (text) => text.match(/Figure\s+([\d.]*\d)/)?.[1];

  const shown = (line) => line.getClientRects().length > 0;

  const follow = (event) => {
    const link = event.target.closest?.('a[href^="#fig-"]');
    const name = link && numberOf(link.textContent);
    if (!name || event.defaultPrevented) return;
    if (document.getElementById(link.hash.slice(1))) return;
    const notebook = link.closest(".jp-Notebook") ?? document;
    const number = [...notebook.querySelectorAll(".dl-number")].find(
      (line) => numberOf(line.textContent) === name && shown(line)
    );
    if (!number) return;
    event.preventDefault();
    const figure = number.closest("figure, .dlx-kernel, .dlx-still");
    figure.tabIndex = -1;
    figure.focus({ preventScroll: true });
    figure.scrollIntoView();
  };

  document.addEventListener("click", follow);
})();
