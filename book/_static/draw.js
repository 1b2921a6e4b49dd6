// Draw a digit: the reader draws on 8 by 8 fields, and a small network that dlcore trained
// says what it sees. Its weights and the examples stand in the page.
"use strict";

const SIDE = 8, FULL = 16, PEN = 1.6, PAUSE = 700;  // pen: its width in fields; pause in ms
const SURE = [["less than 50\u00a0%", 0, 0.5], ["50 to 90\u00a0%", 0.5, 0.9], ["more than 90\u00a0%", 0.9, 1.01]];
const ASIDE = { left: [0, -1, "←"], right: [0, 1, "→"], up: [-1, 0, "↑"], down: [1, 0, "↓"] };
const FIRST = [8, 1];  // the digit and its example on the page at first: one that is hard to read
const PENS = { pen: "pen", field: "one field", eraser: "eraser" };
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

const percent = (share) => `${(100 * share).toFixed(1)}\u00a0%`
  .replace(/^0\.0/, "under 0.1").replace("100.0", "over 99.9");
const within = (row, column) => row >= 0 && row < SIDE && column >= 0 && column < SIDE;
const place = (field) => `row ${Math.floor(field / SIDE) + 1}, column ${(field % SIDE) + 1}`;
const changed = (count) => (count ? ` ${count} ${count === 1 ? "field" : "fields"} changed.` : "");

// The network, with weights laid out as dlcore has them: a row of W for each input.
class DigitReader {
  constructor([W, b, V, c]) { Object.assign(this, { W, b, V, c }); }

  // Return what the hidden neurons say, and the ten probabilities.
  read(x) {
    const dense = (from, W, b) =>
      b.map((bias, k) => from.reduce((sum, value, i) => sum + value * W[i][k], bias));
    const hidden = dense(x, this.W, this.b).map((z) => Math.max(z, 0));
    const logits = dense(hidden, this.V, this.c), most = Math.max(...logits);
    const powers = logits.map((z) => Math.exp(z - most));
    const sum = powers.reduce((a, power) => a + power, 0);
    return { hidden, shares: powers.map((power) => power / sum) };
  }

  // Return by how much log(share of one / share of another) grows with ink in each field.
  push(hidden, one, other) {
    return this.W.map((row) => row.reduce((sum, w, j) =>
      sum + (hidden[j] > 0 ? w * (this.V[j][one] - this.V[j][other]) : 0), 0));
  }
}

class Draw extends HTMLElement {
  connectedCallback() {
    const { weights, examples } = JSON.parse(this.querySelector("script").textContent);
    this.reader = new DigitReader(weights);
    this.examples = examples;
    this.turns = examples.map((_, digit) => (digit === FIRST[0] ? FIRST[1] : 0));  // what comes next
    this.innerHTML = this.markup();
    this.find = (name) => this.querySelector(`[data-part="${name}"]`);
    this.cells = [...this.querySelectorAll("[role=gridcell]")];
    this.listen();
    if (!this.fromAddress()) this.example(FIRST[0]);
  }

  markup() {
    const button = ([name, text, label = ""]) =>
      `<button type="button" name="${name}"${label && ` aria-label="${label}"`}>${text}</button>`;
    const row = `<div role="row">${'<div role="gridcell" tabindex="-1"></div>'.repeat(SIDE)}</div>`;
    const digits = this.examples.map((_, digit) => digit);
    return `<div class="dld-stage"><div>
      <div data-part="grid" class="dld-grid" role="grid" aria-label="The page, 8 by 8 fields"
        aria-describedby="dld-keys">${row.repeat(SIDE)}</div>
      <p data-part="says" class="dld-says" role="status"></p>
      <p id="dld-keys" class="dld-small">Draw with the mouse or a finger. Keys: arrows move,
        Space presses the pen, 0 to 9 set the ink of a field, Delete empties it.</p>
      <fieldset><legend>draw with</legend>${Object.entries(PENS).map(([name, text], n) =>
        `<label><input type="radio" name="pens" value="${name}"${n ? "" : " checked"}>${text}</label>`).join("")}</fieldset>
      <div class="dld-buttons">${[["clear", "Clear"], ["noise", "Noise"]].map(button).join("")}</div>
      <fieldset class="dld-buttons"><legend>shift by one field</legend>${
        Object.entries(ASIDE).map(([name, [, , sign]]) =>
        button([name, sign, `Shift ${name}`])).join("")}</fieldset>
      <fieldset class="dld-buttons"><legend>example of a test picture</legend>
        ${digits.map((digit) => button(["example", digit, `Example of the digit ${digit}`])).join("")}</fieldset>
      </div><div>
      <form data-part="guess"><fieldset><legend>Before it answers</legend>
        <label for="dld-digit">Which digit will it say?</label>
        <select id="dld-digit" name="digit" required><option value="">choose</option>${
        digits.map((digit) => `<option>${digit}</option>`).join("")}</select>
        <label for="dld-sure">How sure will it be?</label>
        <select id="dld-sure" name="sure" required><option value="">choose</option>${
        SURE.map(([text], n) => `<option value="${n}">${text}</option>`).join("")}</select>
        <div class="dld-buttons"><button>Show its answer</button>
        ${button(["skip", "Skip the guess"])}</div></fieldset></form>
      <p data-part="yours" class="dld-yours"></p>
      <div data-part="answer" class="dld-answer" role="group" aria-label="Its answer" tabindex="-1">
        <table><caption>How much it gives to each digit: together 100\u00a0%</caption>
        <thead><tr><th scope="col">digit</th><th scope="col">probability</th></tr></thead>
        <tbody>${digits.map((digit) => `<tr><th scope="row">${digit}</th>
          <td><span></span><i class="dld-bar"></i></td></tr>`).join("")}</tbody></table>
      <figure><svg data-part="push" role="img" viewBox="0 0 ${SIDE} ${SIDE}"></svg>
        <figcaption data-part="about"></figcaption></figure></div></div></div>`;
  }

  listen() {
    const grid = this.find("grid");
    const act = {
      clear: () => this.begin(new Array(SIDE * SIDE).fill(0), "An empty page."),
      noise: () => this.change(this.ink.map((ink) =>
        Math.min(FULL, Math.max(0, ink + Math.floor(7 * Math.random()) - 3)))),
      example: (digit) => this.example(digit),
      skip: () => this.open(),
      ...Object.fromEntries(Object.keys(ASIDE).map((name) => [name, () => this.shift(name)])),
    };
    this.addEventListener("click", ({ target }) => {
      if (Object.hasOwn(act, target.name ?? "")) act[target.name](Number(target.textContent));
    });
    this.find("guess").addEventListener("submit", (event) => {
      event.preventDefault();
      const { digit, sure } = event.target.elements;
      this.open([Number(digit.value), Number(sure.value)]);
    });
    grid.addEventListener("keydown", (event) => this.key(event));
    grid.addEventListener("focusin", ({ target }) => this.cells.forEach((cell) => {
      cell.tabIndex = cell === target ? 0 : -1;
    }));
    this.cells[0].tabIndex = 0;
    const at = ({ clientX, clientY }) => {
      const { left, top, width, height } = grid.getBoundingClientRect();
      return [(SIDE * (clientX - left)) / width, (SIDE * (clientY - top)) / height];
    };
    let last;
    grid.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      grid.setPointerCapture(event.pointerId);
      last = at(event);
      this.stroke(last, last);
    });
    grid.addEventListener("pointermove", (event) => {
      if (!last) return;
      const now = at(event);
      this.stroke(last, now);
      last = now;
    });
    for (const end of ["pointerup", "pointercancel"]) grid.addEventListener(end, () => { last = null; });
    addEventListener("hashchange", () => this.fromAddress());
  }

  // -- drawing ------------------------------------------------------------------------

  // Draw from one point to another; (0, 0) is the upper left corner, a field has side 1.
  stroke([x, y], [toX, toY]) {
    const [dx, dy] = [toX - x, toY - y], pen = this.querySelector("[name=pens]:checked").value;
    const distance = (field) => {
      const [a, b] = [(field % SIDE) + 0.5 - x, Math.floor(field / SIDE) + 0.5 - y];
      const along = Math.min(1, Math.max(0, (a * dx + b * dy) / (dx * dx + dy * dy || 1)));
      return [Math.abs(a - along * dx), Math.abs(b - along * dy)];
    };
    this.change(this.ink.map((ink, field) => {
      const [across, down] = distance(field);
      if (pen !== "pen") return Math.max(across, down) > 0.5 ? ink : FULL * (pen === "field");
      const cover = Math.min(1, Math.max(0, 0.5 + PEN / 2 - Math.hypot(across, down)));
      return Math.max(ink, Math.round(FULL * cover));
    }));
  }

  key(event) {
    const field = this.cells.indexOf(event.target), row = Math.floor(field / SIDE), column = field % SIDE;
    const set = (ink) => this.change(this.ink.with(field, ink));
    const go = (r, c) => { if (within(r, c)) this.cells[SIDE * r + c].focus(); };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) go(row + ARROWS[event.key][0], column + ARROWS[event.key][1]);
    else if (event.key === "Home") go(row, 0);
    else if (event.key === "End") go(row, SIDE - 1);
    else if (event.key === " ") this.stroke([column + 0.5, row + 0.5], [column + 0.5, row + 0.5]);
    else if (/^\d$/.test(event.key)) set(Math.round((FULL * event.key) / 9));
    else if (["Delete", "Backspace"].includes(event.key)) set(0);
    else return;
    event.preventDefault();
  }

  shift(name) {
    const [down, across] = ASIDE[name];
    this.change(this.ink.map((_, field) => {
      const row = Math.floor(field / SIDE) - down, column = (field % SIDE) - across;
      return within(row, column) ? this.ink[SIDE * row + column] : 0;
    }));
  }

  example(digit) {
    const pictures = this.examples[digit], turn = this.turns[digit];
    this.turns[digit] = (turn + 1) % pictures.length;
    this.begin(pictures[turn], `A test picture of the digit ${digit}, example ${turn + 1} of ${pictures.length}.`);
  }

  // A setting in the address: the ink of each field as one digit to base 17.
  fromAddress() {
    const picture = new URLSearchParams(location.hash.split("?")[1]).get("picture") ?? "";
    if (!/^[0-9a-g]{64}$/.test(picture)) return false;
    this.begin([...picture].map((ink) => parseInt(ink, FULL + 1)), "A picture from the address.");
    this.find("grid").scrollIntoView({ block: "center" });
    return true;
  }

  // -- predict, then see ----------------------------------------------------------------

  // A new picture: the answer waits for a guess.
  begin(ink, about) {
    if (this.begun) this.write(ink);  // the first picture leaves the address as it is
    this.begun = ink;
    this.dataset.stage = "guess";
    this.find("guess").reset();
    this.find("yours").textContent = "";
    this.change(ink, about);
  }

  // Show the answer beside the guess, if there is one; all changes are answered from now on.
  open(guess) {
    this.dataset.stage = "open";
    this.say();
    if (guess) this.find("yours").textContent = this.compared(...guess);
    this.find("answer").focus({ preventScroll: true });  // the button that was pressed is gone
  }

  compared(digit, sure) {
    const [first] = this.order, share = this.shares[first], [text, least, most] = SURE[sure];
    const found = share < least ? "and less sure than you said" : share >= most
      ? "and surer than you said" : "and as sure as you said";
    return `You said ${digit}, ${text}. It says ${first}, ${percent(share)}: ${
      digit === first ? "your digit" : "another digit"}, ${found}.`;
  }

  change(ink, about) {
    this.ink = ink;
    this.cells.forEach((cell, field) => {
      cell.style.setProperty("--dld-ink", `${(100 * ink[field]) / FULL}%`);
      cell.setAttribute("aria-label", `ink ${ink[field]} of ${FULL}`);
    });
    const { hidden, shares } = this.reader.read(ink.map((value) => value / FULL));
    const order = shares.map((_, digit) => digit).sort((a, b) => shares[b] - shares[a]);
    Object.assign(this, { shares, order });
    this.bars();
    this.pushes(hidden);
    clearTimeout(this.waiting);
    if (about) this.find("says").textContent = about;
    else this.waiting = setTimeout(() => this.say(), PAUSE);  // the end of a stroke, not each field
  }

  write(ink) {
    const picture = ink.map((value) => value.toString(FULL + 1)).join("");
    history.replaceState(null, "", `#draw?picture=${picture}`);
  }

  say() {
    this.write(this.ink);
    const says = this.find("says");
    if (this.dataset.stage !== "open") {
      says.textContent = "Your picture. The answer waits for your guess.";
      return;
    }
    const [first, second] = this.order, isCopy = this.begun.some(Boolean);
    const empty = this.ink.every((ink) => ink === 0);
    says.textContent = `${empty ? "There is no ink, and still it answers. " : ""}It says ${
      first}, ${percent(this.shares[first])}; next comes ${second}, ${percent(this.shares[second])}.${
      changed(this.ink.filter((ink, field) => isCopy && ink !== this.begun[field]).length)}`;
  }

  bars() {
    this.find("answer").querySelectorAll("tbody tr").forEach((row, digit) => {
      row.classList.toggle("dld-first", digit === this.order[0]);
      row.querySelector("span").textContent = percent(this.shares[digit]);
      row.querySelector("i").style.setProperty("--dld-share", this.shares[digit]);
    });
  }

  // What more ink would do in each field, for the answer against the next digit.
  pushes(hidden) {
    const [first, second] = this.order, push = this.reader.push(hidden, first, second);
    const most = Math.max(...push.map(Math.abs)) || 1;
    this.find("push").innerHTML = push.map((value, field) => {
      const x = field % SIDE, y = Math.floor(field / SIDE), side = 0.84 * Math.sqrt(Math.abs(value) / most);
      const at = (size) => `x="${x + (1 - size) / 2}" y="${y + (1 - size) / 2}" width="${size}" height="${size}"`;
      const inner = Math.max(0, side - 0.09);
      return `<rect class="dld-under" ${at(1)} fill-opacity="${(0.3 * this.ink[field]) / FULL}"/>${
        value < 0 ? `<rect class="dld-against" ${at(inner)}/>` : `<rect class="dld-for" ${at(side)}/>`}`;
    }).join("");
    const best = push.indexOf(Math.max(...push)), worst = push.indexOf(Math.min(...push));
    this.find("push").setAttribute("aria-label", `More ink speaks most for the ${first} at ${
      place(best)}, and most against it, for the ${second}, at ${place(worst)}.`);
    this.find("about").textContent = `What more ink in a field would do. Filled: for the ${
      first}. Hollow: against it, for the ${second}, which comes next. The larger, the stronger; `
      + `gray is your ink. ${hidden.filter((a) => a > 0).length} of ${hidden.length} hidden neurons `
      + "are switched on, and only they take part.";
  }
}
addEventListener("DOMContentLoaded", () => customElements.define("dl-draw", Draw));
