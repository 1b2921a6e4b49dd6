// <dl-explore>: an explorable figure. The reader predicts, then moves the controls,
// then sees what happens. Its markup, made by recorded.py, is complete without this
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
    if (this.started) return;
    if (document.readyState !== "loading") this.start();
    else document.addEventListener("DOMContentLoaded", () => this.start());
  }

  start() {
    this.started = true;
    this.name = this.getAttribute("name");
    this.find = (selector) => this.querySelector(selector);
    this.all = (selector) => [...this.querySelectorAll(selector)];
    this.controls = this.all(".dlx-control input, .dlx-control select");
    this.captions = JSON.parse(this.find(".dl-captions").textContent);
    this.states = unpack(this.find(".dl-states").textContent);
    this.answer = this.find(".dlx-answer");
    this.listen();
    this.reset();
    this.followAddress();
    this.fillPrint();
  }

  listen() {
    this.find(".dlx-question").addEventListener("submit", (event) => this.commit(event));
    this.answer.addEventListener("toggle", () => this.answer.open && this.reveal());
    this.addEventListener("click", (event) => this.press(event.target.closest("button")));
    for (const control of this.controls) {
      control.addEventListener("input", () => this.moved());
    }
    window.addEventListener("hashchange", () => this.followAddress());
    if (inLab()) this.find("[data-do=copy]").hidden = true;   // a kernel has no address
  }

  press(button) {
    if (!button) return;
    if (button.dataset.setting) this.go(JSON.parse(button.dataset.setting));
    if (button.dataset.step) this.step(button, Number(button.dataset.step));
    const action = { skip: "skip", reset: "resetAndTell", copy: "copy" }[button.dataset.do];
    if (action) this[action]();
  }

  // --- the prediction ---------------------------------------------------------

  commit(event) {
    event.preventDefault();
    const field = this.find(".dlx-question input:checked, .dlx-question [type=number]");
    const yours = this.find("[data-yours]");
    const option = field.closest("label");
    this.prediction = field.value;
    if (option) yours.replaceChildren(...option.lastElementChild.cloneNode(true).childNodes);
    else yours.textContent = `${field.value} ${field.nextElementSibling.textContent}`;
    this.begin();
  }

  skip() {
    this.find("[data-yours]").textContent = "nothing; you skipped it.";
    this.begin();
  }

  begin() {
    this.unlock();
    this.controls[0].focus({ preventScroll: true });
  }

  unlock() {
    this.dataset.stage = "look";
    this.find(".dlx-controls").disabled = false;
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

  reveal() {
    if (this.dataset.stage === "answered") return;
    const seen = this.matches(this.answer.dataset.at), told = this.explanations();
    this.dataset.stage = "answered";
    for (const line of this.answer.querySelectorAll("[data-option]")) {
      line.hidden = !told.includes(line.dataset.option);
    }
    if (this.prediction !== undefined) {
      this.find("[data-compared]").textContent =
        this.isRight() ? "What happens, as you predicted" : "What happens instead";
    }
    this.answer.open = true;
    if (!seen) this.go(JSON.parse(this.answer.dataset.setting));
  }

  // --- the controls -----------------------------------------------------------

  setting() {
    const entries = this.controls.map((c) => [c.name, textsOf(c)[indexOf(c)]]);
    return Object.fromEntries(entries);
  }

  matches(json) {
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

  step(button, by) {
    const control = button.parentElement.querySelector("input");
    moveTo(control, indexOf(control) + by);        // the slider itself keeps its limits
    this.moved();
  }

  reset() {
    for (const control of this.controls) moveTo(control, Number(control.dataset.start));
    this.show();
  }

  resetAndTell() {
    this.reset();
    this.moved();
  }

  moved() {
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.writeAddress(); this.settle(); }, SETTLED);
  }

  // The reader rests at a setting: has it been asked for, does it answer?
  settle() {
    if (this.dataset.stage === "predict") return;
    for (const button of this.all(".dlx-attempts button")) {
      if (this.matches(button.dataset.setting)) button.dataset.tried = "";
    }
    if (!this.find(".dlx-attempts button:not([data-tried])")) {
      this.find(".dlx-notice").open = true;
    }
    if (this.matches(this.answer.dataset.at)) this.reveal();
  }

  // --- the drawing ------------------------------------------------------------

  stateAt(setting) {
    return this.controls.reduce((state, control) => {
      const texts = textsOf(control);
      return state * texts.length + texts.indexOf(setting[control.name]);
    }, 0);
  }

  async show() {
    const state = this.stateAt(this.setting()), caption = this.captions[state];
    for (const control of this.controls) this.readOut(control);
    const line = this.find(".dlx-caption"), box = this.find(".dlx-drawing");
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
    for (const button of this.all(".dlx-attempts button")) {
      const state = this.stateAt(JSON.parse(button.dataset.setting));
      const cell = document.createElement("div");
      cell.innerHTML = drawings[index[state]];
      cell.append(Object.assign(document.createElement("p"), {
        textContent: this.captions[state],
      }));
      this.find(".dlx-print").append(cell);
    }
  }

  // --- the address ------------------------------------------------------------

  link() {
    return `#${this.name}?${new URLSearchParams(this.setting())}`;
  }

  writeAddress() {
    if (!inLab()) history.replaceState(history.state, "", this.link());
  }

  followAddress() {
    const [name, query] = location.hash.slice(1).split("?");
    if (name !== this.name || inLab()) return;
    this.scrollIntoView();
    if (!query) return;
    this.go(Object.fromEntries(new URLSearchParams(query)));
    if (this.dataset.stage !== "predict") return;
    this.find("[data-yours]").textContent = "nothing; a link led you here.";
    this.unlock();
  }

  async copy() {
    const link = new URL(this.link(), location.href).href;
    const said = this.find(".dlx-copied");
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "Copied.";
    } catch {
      said.textContent = link;                     // to be copied by hand
    }
  }
}

if (!customElements.get("dl-explore")) customElements.define("dl-explore", Explore);
