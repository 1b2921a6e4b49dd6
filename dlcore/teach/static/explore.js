// <dl-explore>: an explorable figure. The reader predicts, then moves the controls,
// then sees what happens. recorded.py makes the markup, which can be read without this
// script; here it gets its behavior. Stages: predict -> look -> answered.

const SETTLED = 300;                       // milliseconds without a further move

const inLab = () => document.body.hasAttribute("data-jp-theme-name");

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).json();
}

// A control is a slider over a list of texts, or a menu.
const textsOf = (control) => control.dataset.values
  ? JSON.parse(control.dataset.values)
  : Array.from(control.options, (option) => option.text);

const indexOf = (control) => control.dataset.values
  ? Number(control.value)
  : control.selectedIndex;

function moveTo(control, index) {
  if (control.dataset.values) control.value = index;
  else control.selectedIndex = index;
}

class Explore extends HTMLElement {
  connectedCallback() {
    if (this.states) return;
    if (document.readyState !== "loading") this.start();
    else document.addEventListener("DOMContentLoaded", () => this.start());
  }

  start() {
    this.name = this.getAttribute("name");
    this.controls = this.all(".dlx-control input, .dlx-control select");
    this.captions = JSON.parse(this.find(".dl-captions").textContent);
    this.states = unpack(this.find(".dl-states").textContent);
    this.answer = this.find(".dlx-answer");
    this.listen();
    this.fillPrint();
    this.followAddress();
  }

  find(selector) { return this.querySelector(selector); }
  all(selector) { return [...this.querySelectorAll(selector)]; }

  listen() {
    this.addEventListener("submit", (event) => this.commit(event));
    this.addEventListener("click", (event) => this.press(event));
    for (const control of this.controls) {
      control.addEventListener("input", () => this.moved());
    }
    window.addEventListener("hashchange", () => this.followAddress());
    if (inLab()) this.settleInLab();
  }

  press(event) {
    const button = event.target.closest("button, .dlx-answer > summary");
    const { do: action, setting, step } = button?.dataset ?? {};
    if (action) this[action](event);       // skip, copy or reveal
    if (setting) this.go(JSON.parse(setting));
    if (step) this.step(button.parentElement.querySelector("input"), Number(step));
  }

  // --- the prediction -----------------------------------------------------------

  commit(event) {
    event.preventDefault();
    const field = this.find("form input:checked, form input[type=number]");
    const words = field.closest(".dlx-options label")?.lastElementChild.innerHTML;
    this.prediction = field.value;
    this.begin(words ?? `${field.value} ${field.nextElementSibling.innerHTML}`);
  }

  skip() { this.begin("nothing; you skipped it."); }

  begin(yours) {
    this.unlock(yours);
    this.controls[0].focus({ preventScroll: true });
  }

  unlock(yours) {
    this.find("[data-yours]").innerHTML = yours;
    this.find(".dlx-controls").disabled = false;
    this.dataset.stage = "look";
    this.settle();
  }

  isRight() {
    const { answer, tolerance } = this.answer.dataset;
    if (!tolerance) return this.prediction === answer;
    return Math.abs(this.prediction - answer) <= Number(tolerance);
  }

  // The explanations for this reader: of the answer, and of a prediction that differs.
  explanations() {
    const { answer, tolerance } = this.answer.dataset;
    if (!tolerance) return [answer, this.prediction];
    if (this.prediction === undefined) return ["always"];
    return ["always", this.isRight() ? "right" : "wrong"];
  }

  reveal(event) {
    event?.preventDefault();               // it opens below, with fewer lines
    if (this.dataset.stage === "answered") return;
    const seen = this.isAt(this.answer.dataset.at), told = this.explanations();
    this.dataset.stage = "answered";
    for (const line of this.all("[data-option]")) {
      line.hidden = !told.includes(line.dataset.option);
    }
    if (this.prediction !== undefined) {
      this.find("[data-compared]").textContent =
        this.isRight() ? "What happens, as you predicted" : "What happens instead";
    }
    this.answer.open = true;
    if (!seen) this.go(JSON.parse(this.answer.dataset.setting));
  }

  // --- the controls -------------------------------------------------------------

  setting() {
    const entries = this.controls.map((c) => [c.name, textsOf(c)[indexOf(c)]]);
    return Object.fromEntries(entries);
  }

  isAt(json) {
    const now = this.setting();
    return Object.entries(JSON.parse(json)).every(([name, text]) => now[name] === text);
  }

  go(setting) {
    for (const control of this.controls) {
      const index = textsOf(control).indexOf(setting[control.name]);
      if (index >= 0) moveTo(control, index);
    }
    this.moved();
  }

  step(slider, by) {
    moveTo(slider, indexOf(slider) + by);  // a slider keeps within its ends by itself
    this.moved();
  }

  moved() {
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.writeAddress(); this.settle(); }, SETTLED);
  }

  // The reader rests at a setting: was it to be tried, does it show the answer?
  settle() {
    if (this.dataset.stage === "predict") return;
    const attempts = this.all(".dlx-attempts button");
    for (const button of attempts) {
      if (this.isAt(button.dataset.setting)) button.dataset.tried = "";
    }
    if (attempts.every((button) => "tried" in button.dataset)) {
      this.find(".dlx-notice").open = true;
    }
    if (this.isAt(this.answer.dataset.at)) this.reveal();
  }

  // --- the drawing --------------------------------------------------------------

  stateAt(setting) {
    return this.controls.reduce((state, control) => {
      const texts = textsOf(control);
      return state * texts.length + texts.indexOf(setting[control.name]);
    }, 0);
  }

  async show() {
    const state = this.stateAt(this.setting()), caption = this.captions[state];
    const line = this.find(".dlx-caption"), box = this.find(".dlx-drawing");
    this.controls.forEach(this.readOut);
    if (line.textContent !== caption) line.textContent = caption;
    box.setAttribute("aria-label", `${this.find(".dlx-title").textContent} ${caption}`);
    const { index, drawings } = await this.states;
    if (state !== this.stateAt(this.setting()) || this.drawn === index[state]) return;
    this.drawn = index[state];
    box.innerHTML = drawings[this.drawn];
  }

  readOut(control) {
    if (!control.dataset.values) return;
    const text = textsOf(control)[indexOf(control)];
    control.setAttribute("aria-valuetext", text);
    control.closest(".dlx-control").querySelector("output").textContent = text;
  }

  // On paper: the states of the attempts, small, each with its caption.
  async fillPrint() {
    const { index, drawings } = await this.states;
    const cells = this.all(".dlx-attempts button").map((button) => {
      const state = this.stateAt(JSON.parse(button.dataset.setting));
      const cell = document.createElement("div"), line = document.createElement("p");
      cell.innerHTML = drawings[index[state]];
      line.textContent = this.captions[state];
      cell.append(line);
      return cell;
    });
    this.find(".dlx-print").replaceChildren(...cells);
  }

  // --- the address --------------------------------------------------------------

  link() { return `#${this.name}?${new URLSearchParams(this.setting())}`; }

  writeAddress() {
    if (!inLab()) history.replaceState(history.state, "", this.link());
  }

  followAddress() {
    const [name, query] = location.hash.slice(1).split("?");
    if (name !== this.name || inLab()) return;
    this.scrollIntoView();
    if (!query) return;
    this.go(Object.fromEntries(new URLSearchParams(query)));
    if (this.dataset.stage === "predict") this.unlock("nothing; a link led you here.");
  }

  async copy() {
    const link = new URL(this.link(), location.href).href;
    const said = this.find(".dlx-copied");
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "Copied.";
    } catch {
      said.textContent = link;             // to be copied by hand
    }
  }

  // JupyterLab takes arrow keys and Enter for itself; and its address is no link.
  settleInLab() {
    this.addEventListener("keydown", (event) => {
      const field = event.target.closest("form input");
      if (field && event.key === "Enter") field.form.requestSubmit();
    });
    for (const element of this.all("button, input, select, summary")) {
      element.dataset.lmSuppressShortcuts = "";
    }
    this.find("[data-do=copy]").hidden = true;
  }
}

if (!customElements.get("dl-explore")) customElements.define("dl-explore", Explore);
