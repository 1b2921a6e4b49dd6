// Where to go on: the last pause of a page that stood in view for a moment. At the end of
// its page there is nothing left to go on with. Kept on this device (progress.js).
(() => {
  const page = pageName();
  const MOMENT = 1000;  // milliseconds: who only scrolls past does not pause

  // Call `reach` with an element that stays in view for a moment.
  const watch = (elements, reach) => {
    const waiting = new Map();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(waiting.get(target));
        if (isIntersecting) waiting.set(target, setTimeout(reach, MOMENT, target));
      }
    });
    elements.forEach((element) => observer.observe(element));
  };

  addEventListener("DOMContentLoaded", () => {
    const pauses = [...document.querySelectorAll(".dl-pause")];
    if (!page || !pauses.length) return;
    const [from, id] = Progress.place();
    const time = document.querySelector(".dl-glance li p");
    if (from === page && document.getElementById(id) && time) {
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = "Go on where you paused";
      time.append(". ", link, ".");
    }
    watch(pauses, (pause) => Progress.pause(`${page}#${pause.id}`));
    const end = document.querySelector(".dl-colophon");
    if (end) watch([end], () => Progress.place()[0] === page && Progress.pause(""));
  });
})();
