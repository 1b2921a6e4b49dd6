// The reader's desk: where to go on, what is due, and all of it as a file (progress.js).
class ReadersDesk extends HTMLElement {
  connectedCallback() {
    this.pages = JSON.parse(this.querySelector("script").textContent);
    this.box = document.createElement("div");
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.append(this.box, this.status);
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
    const named = Object.fromEntries(this.pages.map((page) => [page.name, page]));
    const link = (key) => {
      const [name, quiz] = key.split("#"), page = named[name];
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
    const [name, pause] = Progress.place();
    this.box.innerHTML = `
      ${named[name] ? `<h2 id="go-on">Go on where you paused</h2>
        <p><a href="../${name}.html#${pause}">${named[name].title}</a></p>` : ""}
      <h2 id="due">Due for review</h2>
      ${items ? `<ol>${items}</ol>` : "<p>Nothing today.</p>"}
      <h2 id="pages">Questions answered, page by page</h2>
      <table class="table"><thead><tr><th>Page</th><th>Right</th></tr></thead>
        <tbody>${bars}</tbody></table>
      <h2 id="keep">Keep it, move it, forget it</h2>
      <p>A file that was saved on another device is joined with what is here. Of two
        answers to one question the newer counts; nothing else is lost.</p>
      <p><button type="button" data-do="export">Save as a file</button>
        <label class="dlp-file">Join with a file
          <input type="file" accept="application/json"></label>
        <button type="button" data-do="forget">Forget everything</button></p>`;
    this.box.querySelector("[data-do=export]").onclick = () => this.export();
    this.box.querySelector("[data-do=forget]").onclick = () => this.forget();
    this.box.querySelector("input").onchange = (event) => this.join(event.target.files[0]);
  }

  // Show what changed, say it, and leave the focus where it was.
  done(text, control) {
    this.show();
    this.status.textContent = text;
    this.box.querySelector(control).focus();
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

  async join(file) {
    let text;
    try {
      const theirs = Progress.read(await file.text()), mine = Progress.load();
      const newer = Progress.newer(theirs, mine), fresh = newer.filter(([key]) => !mine[key]);
      const kept = Progress.save({ ...mine, ...Object.fromEntries(newer) });
      if (!kept) throw Error("This browser has no room for it");
      text = `Joined: ${fresh.length} new here, ${newer.length - fresh.length} newer than
        yours, ${Object.keys(theirs).length - newer.length} as they were.`;
    } catch (error) {
      text = `${error.message}. Nothing changed.`;
    }
    this.done(text, "input");
  }

  forget() {
    Progress.save({});
    this.done("Forgotten.", "[data-do=forget]");
  }
}
addEventListener("DOMContentLoaded", () => customElements.define("dl-desk", ReadersDesk));
