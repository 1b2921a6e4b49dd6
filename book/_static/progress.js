// What this reader has done, kept in this browser alone, and what is due for review.
// One entry a quiz: {right, box, due}. Answered right, a quiz comes back after 1, 3, 7,
// 21 and 60 days (Leitner's boxes); answered wrong, it begins again.
const Progress = {
  place: "dlcore-progress",
  days: [1, 3, 7, 21, 60],

  load() {
    try { return JSON.parse(localStorage.getItem(this.place)) ?? {}; } catch { return {}; }
  },

  save(all) {
    try { localStorage.setItem(this.place, JSON.stringify(all)); } catch { /* off or full */ }
  },

  // Return the entry after an answer at a time (milliseconds).
  after(entry, right, now) {
    const box = right ? Math.min((entry?.box ?? -1) + 1, this.days.length - 1) : 0;
    const wait = right ? this.days[box] : 0;
    return { right, box: right ? box : -1, due: now + wait * 86_400_000 };
  },

  note(key, right) {
    const all = this.load();
    // a right answer counts once per visit: trying all options is no review
    if (right && all[key]?.right && all[key].due > Date.now()) return;
    all[key] = this.after(all[key], right, Date.now());
    this.save(all);
  },

  due(now) {
    return Object.entries(this.load()).filter(([, entry]) => entry.due <= now)
      .sort((a, b) => a[1].due - b[1].due).map(([key]) => key);
  },
};

// The page is known by its place below the top of the book, from a server or a disk.
const pageName = () => location.pathname.match(/(notebooks\/[^/]+)\.html$/)?.[1];

document.addEventListener("submit", (event) => {
  const quiz = event.target.closest("dl-quiz");
  if (!quiz) return;
  // a question that is asked again counts for the page it comes from
  const again = quiz.closest("[data-of]")?.dataset.of;
  if (!again && !pageName()) return;
  // the quiz itself answers first: this listener is further out
  const state = quiz.querySelector(".dl-quiz-feedback").dataset.state;
  if (state === "right" || state === "wrong") {
    Progress.note(again ?? `${pageName()}#${quiz.id}`, state === "right");
  }
});

class ReadersDesk extends HTMLElement {
  connectedCallback() {
    this.pages = JSON.parse(this.querySelector("script").textContent);
    this.box = document.createElement("div");
    this.append(this.box);
    this.show();
    // another tab may answer a question; a page from a disk may see it a moment late
    for (const event of ["storage", "pageshow"]) addEventListener(event, this);
  }

  disconnectedCallback() {
    for (const event of ["storage", "pageshow"]) removeEventListener(event, this);
  }

  handleEvent() { this.show(); }

  show() {
    const all = Progress.load(), due = Progress.due(Date.now()).slice(0, 20);
    const titles = Object.fromEntries(this.pages.map((page) => [page.name, page]));
    const link = (key) => {
      const [name, quiz] = key.split("#"), page = titles[name];
      const asked = page?.quizzes[quiz] ?? page?.recalls[quiz];
      if (!asked) return "";
      return `<li><a href="../${name}.html#${quiz}">${asked}</a>
        <span class="dlp-page">${page.title}</span></li>`;
    };
    const bars = this.pages.map((page) => {
      const ids = Object.keys(page.quizzes);
      const right = ids.filter((id) => all[`${page.name}#${id}`]?.right).length;
      return `<tr><td><a href="../${page.name}.html">${page.title}</a></td>
        <td><progress max="${ids.length}" value="${right}"
          aria-label="${page.title}: ${right} of ${ids.length} right"></progress>
          ${right} of ${ids.length}</td></tr>`;
    }).join("");
    const items = due.map(link).join("");
    this.box.innerHTML = `
      <h2 id="due">Due for review</h2>
      ${items ? `<ol>${items}</ol>` : "<p>Nothing today.</p>"}
      <h2 id="pages">Questions answered, page by page</h2>
      <table class="table"><thead><tr><th>Page</th><th>Right</th></tr></thead>
        <tbody>${bars}</tbody></table>
      <h2 id="keep">Keep it, move it, forget it</h2>
      <p><button type="button" data-do="export">Save as a file</button>
        <label class="dlp-file">Load a file
          <input type="file" accept="application/json"></label>
        <button type="button" data-do="forget">Forget everything</button></p>
      <p role="status"></p>`;
    this.status = this.box.querySelector("[role=status]");
    this.box.querySelector("[data-do=export]").onclick = () => this.export();
    this.box.querySelector("[data-do=forget]").onclick = () => this.forget();
    this.box.querySelector("input").onchange = (event) => this.load(event.target.files[0]);
  }

  export() {
    const text = JSON.stringify(Progress.load(), null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "dlcore-progress.json";
    link.click();
    URL.revokeObjectURL(link.href);
    this.status.textContent = "Saved as dlcore-progress.json.";
  }

  async load(file) {
    try {
      const entries = JSON.parse(await file.text());
      const whole = Object.values(entries).every((entry) => Number.isFinite(entry?.due));
      if (Array.isArray(entries) || !whole) throw new Error("no due dates");
      Progress.save(entries);
      this.show();
      this.status.textContent = `Loaded ${Object.keys(entries).length} answers.`;
    } catch {
      this.status.textContent = "This is not a file that was saved here; nothing changed.";
    }
  }

  forget() {
    Progress.save({});
    this.show();
    this.status.textContent = "Forgotten.";
  }
}
addEventListener("DOMContentLoaded", () => customElements.define("dl-desk", ReadersDesk));
