// Makes an open page of the book ready for paper; evaluated by pdf.py, with what to add
// to links of the index: address -> number of the sheet. Returns title, sections, drawings
// and faults. Every drawing that can be seen gets an id, and every id a link to it:
// Chromium then writes the place of each into the PDF, where they are counted.
async (sheets) => {
  const article = document.querySelector("article") ?? document.body;
  const all = (selector, within = article) => [...within.querySelectorAll(selector)];
  const make = (tag, facts = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), facts);
    element.append(...inside);
    return element;
  };
  const WIDE = 597, HIGH = 945;            // the text of a sheet, in CSS pixels
  const SMALLEST = 5.4;                    // letters of a drawing, in points
  const LETTERS = 12;                      // the same, in units of the drawing

  if (window.MathJax?.startup) await MathJax.startup.promise;
  await Promise.all(all("dl-explore").map((figure) => figure.states));
  const learned = (neuron) => neuron.round >= 100;
  for (let wait = 0; wait < 200 && !all("dl-neuron").every(learned); wait += 1) {
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const network of all("dl-playground")) network.learn(200);
  await document.fonts.ready;
  all("details").forEach((box) => { box.open = true; });
  all(".toggle-hidden").forEach((box) => box.classList.remove("toggle-hidden"));

  // -- what is drawn, told to those who listen -----------------------------------------
  const describe = (drawing, text) => {
    drawing.removeAttribute("aria-hidden");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", text);
  };
  for (const { math, typesetRoot } of window.MathJax?.startup?.document?.math ?? []) {
    describe(typesetRoot.querySelector("svg"), `Formula: ${math.trim()}`);
  }
  for (const figure of all("dl-explore")) {
    const states = all(".dlx-print > div > :is(svg, img)", figure);
    const title = figure.querySelector(".dlx-title")?.textContent ?? "";
    states.forEach((e, i) => describe(e, `${title} ${i + 1} of ${states.length}`.trim()));
  }
  // a cell without anything would not be counted, and what follows be in its column
  all("td:empty, th:empty").forEach((cell) => cell.append("\u00a0"));

  // -- answers, in small print at the end of the page --------------------------------
  const answers = make("section", { className: "dlt-answers" });
  const tell = (owner, name, title, parts) => {
    const back = make("a", { href: `#${owner.id}`, textContent: title });
    answers.append(make("h3", { id: `dlt-answer-${name}` }, back), ...parts);
  };
  for (const figure of all("dl-explore:has(.dlx-answer)")) {
    const lines = all(".dlx-answer > [data-option]", figure);
    const number = figure.querySelector(".dl-number")?.textContent ?? "Figure";
    lines.forEach((line) => { line.hidden = false; });
    tell(figure, figure.id, number, lines);
  }
  all("dl-quiz").forEach((quiz, index) => {
    const name = `question-${index + 1}`;
    const to = make("a", { href: `#dlt-answer-${name}`, textContent: `${index + 1}` });
    quiz.querySelector("legend, p")?.prepend(to, ". ");
    const key = quiz.querySelector(".dl-quiz-key");
    if (key) tell(quiz, name, `Question ${index + 1}`, all("ul", key));
    key?.remove();
  });
  if (answers.childElementCount) {
    answers.id = "dlt-answers";
    answers.prepend(make("h2", { textContent: "Answers" }));
    const end = all("dl.dl-colophon").at(-1)?.closest("div.cell");
    end ? end.before(answers) : article.append(answers);
  }

  // -- what is too wide or too long --------------------------------------------------
  for (const figure of all("dl-explore")) {
    const picture = figure.querySelector(".dlx-print :is(svg, img)");
    const { width, height } = picture.viewBox?.baseVal ?? picture;
    const legible = (n) => (LETTERS * (WIDE - 30) * 0.75) / n / width >= SMALLEST;
    const low = (n) => (WIDE / n / width) * height < 0.7 * HIGH;
    const columns = [3, 2, 1].find(legible) ?? [1, 2, 3].find(low) ?? 3;
    figure.style.setProperty("--dlt-columns", columns);
    if (columns < 3) figure.style.setProperty("--dlt-tear", "auto");
    figure.querySelector(".dlx-print").after(...all("figcaption", figure));
  }
  for (const drawing of all(".dlx-print > *, figure.dl-figure")) {
    const whole = drawing.getBoundingClientRect().height;
    const picture = drawing.querySelector("svg, img"), box = picture?.getBoundingClientRect();
    if (whole < HIGH || !picture) continue;
    const share = 1 - (whole - 0.95 * HIGH) / box.height;
    picture.style.flex = "none";
    picture.style.setProperty("inline-size", `${share * box.width}px`, "important");
  }
  const tables = all("table:not(.indextable)").filter((table) => table.rows.length);
  for (const table of tables) {
    const { width, height } = table.getBoundingClientRect();
    if (Math.max(width, table.scrollWidth) > WIDE + 4) table.classList.add("dlt-wide");
    table.classList.toggle("dlt-long", height > HIGH / 2);
  }
  for (const code of all("pre")) {
    if (code.getBoundingClientRect().height < HIGH / 3) continue;
    code.classList.add("dlt-long");
    code.closest("div.cell_input, div.cell_output")?.classList.add("dlt-long");
  }
  for (const link of all("a.external")) {
    const shown = link.textContent.replace(/\s/g, "");
    link.classList.toggle("dlt-told", link.href.includes(shown.slice(0, 30)));
  }
  for (const link of all("table.indextable a")) {
    const sheet = sheets[link.href];
    if (sheet) link.after(make("span", { className: "dlt-sheet" }, ` ${sheet}`));
  }

  // -- the places to be found again in the PDF ---------------------------------------
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const shown = { visibilityProperty: true, opacityProperty: true };
    return width > 20 && height > 20 && element.checkVisibility(shown);
  };
  const loaded = (drawing) => {
    const picture = drawing.matches("img") ? drawing : drawing.querySelector("svg, img");
    return picture && seen(picture) && (picture.naturalWidth ?? 1) > 0;
  };
  const drawings = all(
    ".dlx-print > *, figure.dl-figure, img:not(figure.dl-figure img, dl-explore img)",
  ).filter(loaded);
  drawings.forEach((drawing, index) => { drawing.id ||= `dlt-drawing-${index}`; });
  const places = all("[id]").filter((e) => !e.closest("svg, mjx-container, head"));
  const links = make("nav", { hidden: true });
  links.append(...places.map((e) => make("a", { href: `#${encodeURIComponent(e.id)}` })));
  document.body.append(links);

  const words = (heading) => {
    const copy = heading.cloneNode(true);
    all("a.headerlink, mjx-assistive-mml", copy).forEach((e) => e.remove());
    return copy.textContent.trim();
  };
  const sections = all("section[id] > h2").map((h) => [words(h), h.parentElement.id]);
  const tall = drawings.filter((d) => d.getBoundingClientRect().height > HIGH);
  const told = (d) => d.textContent.replace(/\s+/g, " ").trim().slice(-80);
  const faults = tall.map((d) => `taller than a sheet: ${told(d)}`);
  const first = article.querySelector("h1");
  const title = first ? words(first) : document.title;
  return { title, sections, drawings: drawings.map((d) => d.id), faults };
}
