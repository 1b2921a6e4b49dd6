// A page's figures, one at a time on the whole screen: add ?slides to its address.
// The figures stay where they are, so that their controls and states keep working.
addEventListener("DOMContentLoaded", () => {
  if (!new URLSearchParams(location.search).has("slides")) return;
  const article = document.querySelector(".bd-article");
  const slides = [...(article?.querySelectorAll("dl-explore, figure") ?? [])]
    .filter((figure) => !figure.parentElement.closest("dl-explore"));
  if (!slides.length) return;
  let now = 0;
  const bar = document.createElement("nav");
  bar.className = "dls-bar";
  bar.setAttribute("aria-label", "Slides");
  bar.innerHTML = `<button type="button" data-by="-1">Previous</button>
    <output></output>
    <button type="button" data-by="1">Next</button>
    <button type="button" data-by="0">Close</button>`;

  const show = (index) => {
    slides[now].classList.remove("dls-slide");
    now = Math.max(0, Math.min(slides.length - 1, index));
    slides[now].classList.add("dls-slide");
    slides[now].scrollTop = 0;
    bar.querySelector("output").textContent = `${now + 1} of ${slides.length}`;
  };
  const close = () => {
    slides[now].classList.remove("dls-slide");
    document.documentElement.classList.remove("dls");
    bar.remove();
    removeEventListener("keydown", keys);
    slides[now].scrollIntoView();
  };
  const keys = (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (by) { event.preventDefault(); show(now + by); }
    if (event.key === "Escape") close();
  };
  bar.addEventListener("click", (event) => {
    const by = Number(event.target.dataset.by ?? NaN);
    if (by) show(now + by);
    else if (by === 0) close();
  });
  addEventListener("keydown", keys);
  document.documentElement.classList.add("dls");
  document.body.append(bar);
  show(0);
});
