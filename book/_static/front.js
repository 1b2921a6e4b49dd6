// The neuron on the front page: it learns the price of a hotel room while you look.
// The same arithmetic as dlcore.Neuron, whose answer stands in data-wanted for the tests.
class LearningNeuron extends HTMLElement {
  connectedCallback() {
    Object.assign(this, JSON.parse(this.dataset.task));  // rows, rates, start
    const { rows } = this;
    const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const middle = mean(rows.map(([d]) => d));
    const spread = Math.sqrt(mean(rows.map(([d]) => (d - middle) ** 2)));
    Object.assign(this, { mean, scale: (d) => (d - middle) / spread });
    this.innerHTML = this.markup();
    this.find = (name) => this.querySelector(`[data-part="${name}"]`);
    this.find("go").addEventListener("click", () => (this.running ? this.pause() : this.go()));
    this.find("again").addEventListener("click", () => { this.reset(); this.go(); });
    this.find("rate").addEventListener("input", () => { this.reset(); this.go(); });
    this.reset();
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.go();
  }

  disconnectedCallback() { this.pause(); }

  get rate() { return this.rates[Number(this.find("rate").value)]; }

  markup() {
    const { rows, rates, start } = this;
    const dots = rows.map(([d, p]) =>
      `<circle cx="${this.x(d)}" cy="${this.y(p)}" r="5" class="dln-data"/>`).join("");
    const ticks = [0, 5, 10].map((d) =>
      `<text x="${this.x(d)}" y="250" text-anchor="middle">${d}</text>`).join("")
      + [0, 50, 100, 150].map((p) =>
        `<text x="42" y="${this.y(p) + 5}" text-anchor="end">${p}</text>`).join("");
    return `
      <svg viewBox="0 0 360 280" role="img" aria-label="Eight hotels, and the line of a
        neuron that learns their prices">
        <path d="M50 20V230H350" class="dln-axis"/>${ticks}
        <text x="200" y="274" text-anchor="middle">miles to the center</text>
        <text x="50" y="14" text-anchor="middle">dollars</text>
        <svg x="50" y="10" width="300" height="220" viewBox="50 10 300 220">
          <line data-part="line" class="dln-model"/></svg>${dots}</svg>
      <p data-part="says" class="dln-says" role="status"></p>
      <div class="dln-controls">
        <button type="button" data-part="go">Learn</button>
        <button type="button" data-part="again">Start again</button>
        <label>learning rate <output data-part="shown"></output>
          <input type="range" data-part="rate" min="0" max="${rates.length - 1}"
            value="${rates.indexOf(start)}"></label></div>`;
  }

  x(miles) { return 50 + miles * 29.5; }

  y(dollars) { return 230 - dollars * 1.25; }

  reset() {
    Object.assign(this, { w: 0, b: 0, round: 0 });
    this.draw();
  }

  go() {
    if (this.finished) this.reset();
    clearInterval(this.timer);  // it may be running: one clock is enough
    this.running = true;
    this.find("go").textContent = "Pause";
    this.timer = setInterval(() => this.step(), 70);
  }

  pause() {
    clearInterval(this.timer);
    this.running = false;
    if (!this.isConnected) return;
    this.find("go").textContent = "Learn";
    this.draw();
  }

  get finished() { return this.round >= 100 || Math.abs(this.b) > 1e5; }

  // One round of the cycle: predict, measure, feedback, adjust.
  step() {
    const errors = this.rows.map(([d, p]) => this.w * this.scale(d) + this.b - p);
    const slopeOfW = 2 * this.mean(errors.map((e, i) => e * this.scale(this.rows[i][0])));
    const slopeOfB = 2 * this.mean(errors);
    this.w -= this.rate * slopeOfW;
    this.b -= this.rate * slopeOfB;
    this.round += 1;
    this.draw();
    if (this.finished) this.pause();
  }

  draw() {
    const line = this.find("line"), at = (d) => this.w * this.scale(d) + this.b;
    const far = (d) => Math.max(-1e4, Math.min(1e4, this.y(at(d))));
    line.setAttribute("x1", this.x(0));
    line.setAttribute("y1", far(0));
    line.setAttribute("x2", this.x(10));
    line.setAttribute("y2", far(10));
    const off = Math.sqrt(this.mean(this.rows.map(([d, p]) => (at(d) - p) ** 2)));
    this.dataset.error = off.toFixed(3);
    this.find("shown").textContent = this.rate;
    this.find("rate").setAttribute("aria-valuetext", String(this.rate));
    const says = this.find("says");
    // a screen reader hears the beginning and the end, not each of a hundred rounds
    says.setAttribute("aria-live", this.running ? "off" : "polite");
    says.textContent = off > 1000
      ? `Round ${this.round}: lost. Each step overshoots by more than the last.`
      : `Round ${this.round}: off by ${off.toFixed(1)} dollars (root mean square).`;
  }
}
// not before the page is whole: the element replaces what is in it
addEventListener("DOMContentLoaded", () => customElements.define("dl-neuron", LearningNeuron));
