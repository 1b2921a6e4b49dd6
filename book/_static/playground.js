// The playground: a network of the reader's choice learns in the browser. Its arithmetic
// is in network.js; here are the controls, the drawings and the address of a setting.
"use strict";

const CHOICES = {  // name -> label, and value -> what is shown
  data: ["data", { clouds: "two clouds", corners: "corners", rings: "rings", spirals: "spirals", slope: "a slope", hill: "a hill" }],
  noise: ["noise", Object.fromEntries([0, 20, 40, 60, 80].map((n) => [n, `${n} %`]))],
  points: ["training points", { 20: "20", 50: "50", 100: "100" }],
  activation: ["activation", { tanh: "tanh", relu: "ReLU", sigmoid: "sigmoid", linear: "none" }],
  rate: ["learning rate", Object.fromEntries(["0.001", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"].map((n) => [n, n]))],
  batch: ["batch", { 1: "1 point", 10: "10 points", 100: "all points" }],
  l2: ["L2 penalty", { 0: "none", 0.001: "0.001", 0.01: "0.01", 0.1: "0.1" }],
  ...Object.fromEntries([1, 2, 3].map((n) => [`layer${n}`,
    [`neurons in layer ${n}`, Object.fromEntries([...Array(9).keys()].map((k) => [k, k || "none"]))]])),
};
const START = {
  data: "rings", noise: "0", points: "100", activation: "tanh", rate: "0.3", batch: "10",
  l2: "0", layer1: "4", layer2: "0", layer3: "0", inputs: "x1,x2", seed: "1",
};
const TEST_POINTS = 100, EDGE = 2.2, FINE = 48, COARSE = 18, LAST_EPOCH = 5000;

const shown = (number, digits = 2) => {
  const text = number.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
};

class Playground extends HTMLElement {
  connectedCallback() {
    this.innerHTML = this.markup();
    this.find = (name) => this.querySelector(`[data-part="${name}"]`);
    this.find("controls").addEventListener("change", (event) => this.choose(event.target.name));
    this.find("go").addEventListener("click", () => (this.running ? this.pause() : this.go()));
    this.find("step").addEventListener("click", () => { this.stop(); this.learn(1); });
    this.find("again").addEventListener("click", () => {
      this.setting.seed = String(Number(this.setting.seed) + 1);
      this.reset();
    });
    this.find("code").parentElement.addEventListener("toggle", () => this.write());
    addEventListener("hashchange", () => this.read());
    new MutationObserver(() => this.draw())
      .observe(document.documentElement, { attributeFilter: ["data-theme"] });
    new ResizeObserver(() => this.lines()).observe(this.find("net"));
    this.read();
  }

  markup() {
    const select = ([name, [label, options]]) => `<div><label for="dlg-${name}">${label}</label>
      <select id="dlg-${name}" name="${name}">${Object.entries(options).map(([value, text]) =>
        `<option value="${value}">${text}</option>`).join("")}</select></div>`;
    const boxes = Object.entries(INPUTS).map(([name, [, label]]) =>
      `<label><input type="checkbox" name="inputs" value="${name}">${label}</label>`);
    return `
      <form data-part="controls" class="dlg-controls" aria-label="Data and network">
        ${Object.entries(CHOICES).map(select).join("")}
        <fieldset><legend>inputs</legend>${boxes.join("")}</fieldset></form>
      <div class="dlg-buttons">
        <button type="button" data-part="go">Learn</button>
        <button type="button" data-part="step">One epoch</button>
        <button type="button" data-part="again">Start again</button></div>
      <p data-part="says" class="dlg-says" role="status"></p>
      <div class="dlg-stage">
        <div data-part="net" class="dlg-net" role="group" aria-label="The network"></div>
        <div class="dlg-views">
        <figure><canvas data-part="map" role="img" width="300" height="300"></canvas>
          <figcaption data-part="about"></figcaption></figure>
        <figure><svg data-part="curve" class="dlg-curve" role="img" viewBox="0 0 300 110"
            preserveAspectRatio="none"><path data-part="axis" d="M0 0V110H300"/>
            <polyline data-part="test"/><polyline data-part="train"/></svg>
          <figcaption>Loss by epoch, from 0 up: training points solid, test points
            dashed.</figcaption></figure></div></div>
      <fieldset data-part="weights" class="dlg-weights"></fieldset>
      <details class="dlg-code"><summary>The same in dlcore, with these points</summary>
        <pre tabindex="0" data-part="code"></pre></details>`;
  }

  // -- the setting: from the address, from the controls, and back ---------------------

  // Take the setting from the address; what is unknown there stays as at the start.
  read() {
    const asked = Object.fromEntries(new URLSearchParams(location.hash.split("?")[1]));
    const set = { ...START };
    for (const [name, [, options]] of Object.entries(CHOICES)) {
      if (Object.hasOwn(options, asked[name] ?? "")) set[name] = asked[name];
    }
    const inputs = (asked.inputs ?? "").split(",").filter((name) => Object.hasOwn(INPUTS, name));
    if (inputs.length) set.inputs = inputs.join(",");
    if (/^\d{1,6}$/.test(asked.seed)) set.seed = asked.seed;
    this.setting = set;
    this.reset();
    if ("data" in asked) this.find("go").scrollIntoView({ block: "center" });
  }

  // How it learns may change while it learns; with all else the network starts anew.
  choose(name) {
    const form = new FormData(this.find("controls"));
    const inputs = form.getAll("inputs");
    form.delete("inputs");
    Object.assign(this.setting, Object.fromEntries(form));
    if (inputs.length) this.setting.inputs = inputs.join(",");  // else: keep the last
    if (!["rate", "batch", "l2"].includes(name)) return this.reset();
    this.tell();
    this.draw();
  }

  // Write the setting into the controls and the address.
  tell() {
    const set = this.setting, form = this.find("controls");
    for (const name of Object.keys(CHOICES)) form.elements[name].value = set[name];
    for (const box of form.querySelectorAll("[name=inputs]")) {
      box.checked = set.inputs.split(",").includes(box.value);
    }
    const changed = Object.keys(set).some((name) => START[name] !== set[name]);
    const query = new URLSearchParams(set).toString().replaceAll("%2C", ",");
    if (changed || location.hash.includes("?")) history.replaceState(null, "", `#playground?${query}`);
  }

  reset() {
    this.stop();
    this.tell();
    const set = this.setting, inputs = set.inputs.split(",");
    this.random = randomNumbers(Number(set.seed));
    const points = playPoints(set.data, Number(set.noise), Number(set.points) + TEST_POINTS, this.random);
    this.inputsOf = (a, b) => inputs.map((name) => INPUTS[name][0](a, b));
    const rows = points.map(([a, b, y]) => [this.inputsOf(a, b), y]);
    this.points = points.slice(0, set.points);
    this.train = rows.slice(0, set.points);
    this.test = rows.slice(set.points);
    this.units = [1, 2, 3].map((n) => Number(set[`layer${n}`])).filter(Boolean);
    this.network = new PlayNetwork([inputs.length, ...this.units, 1], set.activation, this.random, set.data in HEIGHTS);
    this.epoch = 0;
    this.history = [];
    this.chosen = [this.units.length + 1, 0];
    this.build(inputs);
    this.note();
    this.draw();
  }

  // -- learning ---------------------------------------------------------------------

  go() {
    const run = this.runs = (this.runs ?? 0) + 1;
    this.running = true;
    this.find("go").textContent = "Pause";
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const again = calm ? (next) => setTimeout(next, 500) : requestAnimationFrame;
    const turn = () => {
      // after a pause and a new run, the turn that was waiting finds itself one of the past
      if (!this.running || run !== this.runs || !this.isConnected) return;
      this.learn(calm ? 30 : 1);
      if (this.lost || this.epoch >= LAST_EPOCH) this.pause();
      else again(turn);
    };
    turn();
  }

  pause() {
    this.stop();
    this.draw();
  }

  stop() {
    this.running = false;
    this.find("go").textContent = "Learn";
  }

  learn(epochs) {
    const { batch, rate, l2 } = this.setting;
    for (let n = 0; n < epochs && !this.lost; n += 1) {
      this.network.epoch(this.train, Number(batch), Number(rate), Number(l2), this.random);
      this.epoch += 1;
      this.note();
    }
    this.draw();
  }

  measured() { return [this.train, this.test].map((rows) => this.network.measure(rows)); }

  note() { this.history.push(this.measured()); }

  get lost() {
    return !(this.history.at(-1)[0].loss < 1e6) || !this.network.layers.every((layer) => layer.W.flat().every(Number.isFinite));
  }

  // -- the drawing ------------------------------------------------------------------

  // Make the buttons of the neurons anew; columns are inputs, layers, output.
  build(inputs) {
    const columns = [inputs.length, ...this.units, 1];
    const last = columns.length - 1;
    this.nameOf = (column, row) => {
      if (column === 0) return `input ${INPUTS[inputs[row]][1]}`;
      return column === last ? "the output neuron" : `neuron ${row + 1} of layer ${column}`;
    };
    const connections = this.network.layers.flatMap((layer) => layer.W.flat()).length;
    this.find("net").innerHTML = `<svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">${
      "<path/>".repeat(connections)}</svg>${columns.map((n, column) =>
      `<div>${Array.from({ length: n }, (_, row) => `<button type="button"
        aria-label="Show ${this.nameOf(column, row)}" data-at="${column},${row}"><canvas
        width="${COARSE}" height="${COARSE}"></canvas></button>`).join("")}</div>`).join("")}`;
    for (const button of this.find("net").querySelectorAll("button")) {
      button.addEventListener("click", () => {
        this.chosen = button.dataset.at.split(",").map(Number);
        this.sliders();
        this.draw();
      });
    }
    this.lines();
    this.sliders();
  }

  // Draw the connections where the buttons are.
  lines() {
    const net = this.find("net"), frame = net.getBoundingClientRect();
    const middle = (column, row) => {
      const box = net.querySelector(`[data-at="${column},${row}"]`).getBoundingClientRect();
      return [50 * (box.left + box.right - 2 * frame.left) / frame.width,
        50 * (box.top + box.bottom - 2 * frame.top) / frame.height];
    };
    const paths = net.querySelectorAll("path").values();
    this.network.layers.forEach((layer, n) => layer.W.forEach((row, j) => row.forEach((_, i) => {
      paths.next().value.setAttribute("d", `M${middle(n, i)}L${middle(n + 1, j)}`);
    })));
  }

  thickness() {
    const weights = this.network.layers.flatMap((layer) => layer.W.flat());
    this.find("net").querySelectorAll("path").forEach((path, n) => {
      path.classList.toggle("dlg-minus", weights[n] < 0);
      path.style.strokeWidth = Math.min(6, 0.4 + 1.4 * Math.abs(weights[n] || 0));
    });
  }

  // The weights into the chosen neuron, each to be moved by hand.
  sliders() {
    const [column, row] = this.chosen, layer = this.network.layers[column - 1];
    const box = this.find("weights");
    box.hidden = !layer;
    if (!layer) return;
    const slider = (name, label) => `<div><label for="dlg-w-${name}">${label}</label>
      <input id="dlg-w-${name}" type="range" name="${name}" min="-8" max="8" step="0.05"><output></output></div>`;
    box.innerHTML = `<legend>Weights into ${this.nameOf(column, row)}</legend>${
      layer.W[row].map((_, i) => slider(i, `from ${this.nameOf(column - 1, i)}`)).join("")
    }${slider("b", "bias")}`;
    for (const input of box.querySelectorAll("input")) {
      input.addEventListener("input", () => {
        const value = Number(input.value);
        if (input.name === "b") layer.b[row] = value;
        else layer.W[row][input.name] = value;
        this.history[this.history.length - 1] = this.measured();
        this.draw();
      });
    }
  }

  draw() {
    this.say();
    this.thickness();
    this.maps();
    this.curves();
    const [column, row] = this.chosen, layer = this.network.layers[column - 1];
    for (const input of layer ? this.find("weights").querySelectorAll("input") : []) {
      const value = input.name === "b" ? layer.b[row] : layer.W[row][input.name];
      input.value = value;
      input.nextElementSibling.textContent = shown(value);
      input.setAttribute("aria-valuetext", shown(value));
    }
    this.write();
  }

  say() {
    const [train, test] = this.history.at(-1), says = this.find("says");
    // a screen reader hears the beginning and the end, not every epoch
    says.setAttribute("aria-live", this.running ? "off" : "polite");
    says.textContent = this.lost
      ? `Epoch ${this.epoch}: lost. The weights outgrow all numbers; take a smaller learning rate.`
      : `Epoch ${this.epoch}: loss ${shown(train.loss, 3)} on training points, ${shown(test.loss, 3)} on test points${this.network.isNumber ? "" : `; ${
        Math.round(100 * train.accuracy)} % and ${Math.round(100 * test.accuracy)} % right`}.`;
  }

  // What each neuron says at every place: small on its button, large for the chosen one.
  maps() {
    const style = getComputedStyle(this), pen = this.find("map").getContext("2d");
    const color = (name) => {
      pen.fillStyle = style.getPropertyValue(name);  // the canvas knows all forms of colors
      return pen.fillStyle.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
    };
    const [paper, plus, minus] = ["--dl-paper", "--dl-data", "--dl-model"].map(color);
    const last = this.network.layers.length, { activation } = this.setting;
    const strength = (value, column) => {
      if (column === last && this.network.isNumber) return value;
      if (column === last || (column && activation === "sigmoid")) return 2 * value - 1;
      return Math.tanh(value);
    };
    const paint = (image, place, value) => {
      const share = 0.8 * Math.min(1, Math.abs(value || 0)), ink = value < 0 ? minus : plus;
      for (let k = 0; k < 3; k += 1) {
        image.data[4 * place + k] = paper[k] + share * (ink[k] - paper[k]);
      }
      image.data[4 * place + 3] = 255;
    };
    const everywhere = (n, act) => {
      for (let place = 0; place < n * n; place += 1) {
        const at = (k) => EDGE * ((2 * k + 1) / n - 1);
        act(place, this.network.outputs(this.inputsOf(at(place % n), -at(Math.floor(place / n)))));
      }
    };
    const buttons = [...this.find("net").querySelectorAll("button")].map((button) => {
      const [column, row] = button.dataset.at.split(",").map(Number);
      button.setAttribute("aria-pressed", String([column, row]) === String(this.chosen));
      return [column, row, button.firstElementChild.getContext("2d"), new ImageData(COARSE, COARSE)];
    });
    everywhere(COARSE, (place, all) => {
      for (const [column, row, , image] of buttons) {
        paint(image, place, strength(all[column][row], column));
      }
    });
    for (const [, , context, image] of buttons) context.putImageData(image, 0, 0);
    const [column, row] = this.chosen, large = new ImageData(FINE, FINE);
    everywhere(FINE, (place, all) => paint(large, place, strength(all[column][row], column)));
    this.picture(pen, large, [plus, minus]);
  }

  picture(pen, image, [plus, minus]) {
    const sheet = new OffscreenCanvas(FINE, FINE);
    sheet.getContext("2d").putImageData(image, 0, 0);
    pen.drawImage(sheet, 0, 0, 300, 300);
    const style = getComputedStyle(this), at = (v) => 150 + (150 * v) / EDGE;
    const { isNumber } = this.network, color = (role) => style.getPropertyValue(`--dl-${role}`);
    for (const [a, b, y] of this.points) {  // class 1 is round, class 0 is square
      const isRound = y > 0;
      pen.beginPath();
      if (isRound) pen.arc(at(a), at(-b), 4.5, 0, 7);
      else pen.rect(at(a) - 4, at(-b) - 4, 8, 8);
      pen.fillStyle = color("paper");
      pen.fill();
      pen.globalAlpha = isNumber ? 0.8 * Math.min(1, Math.abs(y)) : 1;  // as the ground
      pen.fillStyle = `rgb(${isRound ? plus : minus})`;
      pen.fill();
      pen.globalAlpha = 1;
      pen.lineWidth = 1.5;
      pen.strokeStyle = color(isNumber ? "ink" : "paper");
      pen.stroke();
    }
    const name = this.nameOf(...this.chosen);
    this.find("map").setAttribute("aria-label",
      `What ${name} says at each place, and ${this.points.length} training points`);
    this.find("about").textContent = `What ${name} says at each place: blue above, orange `
      + `below. Circles are ${isNumber ? "numbers above zero, squares below it" : "class 1, squares class 0"}.`;
  }

  curves() {
    const upTo = (limit) => ({ loss }) => (loss < limit ? loss : limit);  // so is NaN
    const least = this.network.isNumber ? 0.1 : 0.8;
    const most = Math.max(least, ...this.history.flat().map(upTo(4)));
    const far = Math.max(1, this.history.length - 1);
    ["train", "test"].forEach((name, which) => {
      this.find(name).setAttribute("points", this.history.map((pair, n) =>
        `${(300 * n / far).toFixed(1)},${(110 - 108 * upTo(most)(pair[which]) / most).toFixed(1)}`).join(" "));
    });
    const [train, test] = this.history.at(-1);
    this.find("curve").setAttribute("aria-label",
      `Loss after ${this.epoch} epochs: ${shown(train.loss, 3)} on training points, ${shown(test.loss, 3)} on test points`);
  }

  // -- the way into a notebook --------------------------------------------------------

  // The code has all points: it is written only where it is seen.
  write() {
    const place = this.find("code");
    if (place.parentElement.open) place.textContent = this.code();
  }

  code() {
    const set = this.setting, formulas = { x1: "x1", x2: "x2", x1x1: "x1**2", x2x2: "x2**2", x1x2: "x1*x2" };
    const names = set.inputs.split(",");
    const { isNumber } = this.network, l2 = set.l2 === "0" ? "" : `, kernel_regularizer=regularizers.L2(${set.l2})`;
    const layers = this.units.map((n) => `    layers.Dense(${n}, "${set.activation}"${l2}),`);
    const points = this.points.map((point) => `[${point.join(", ")}]`);
    const lines = points.map((point, n) => (n % 4 ? " " : "\n    ") + `${point},`).join("");
    return [
      "import numpy as np", "",
      `from dlcore import Sequential, layers, optimizers${l2 && ", regularizers"}`, "",
      `points = np.array([${lines}\n])`,
      "x1, x2, y = points.T",
      `x = np.stack([${names.map((name) => formulas[name]).join(", ")}], axis=1)`, "",
      "model = Sequential([", `    layers.Input((${names.length},)),`, ...layers,
      `    layers.Dense(1, ${isNumber ? "None" : '"sigmoid"'}${l2}),`, "])",
      `model.compile(optimizers.SGD(${set.rate}), ${isNumber ? '"mse"' : '"binary_crossentropy", ["accuracy"]'})`,
      `model.fit(x, y[:, None], batch_size=${set.batch}, epochs=${Math.max(1, this.epoch)})`,
      "print(model.evaluate(x, y[:, None]))",
    ].join("\n");
  }
}
addEventListener("DOMContentLoaded", () => customElements.define("dl-playground", Playground));
