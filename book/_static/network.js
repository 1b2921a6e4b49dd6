// A network for the playground: dense layers, binary cross-entropy or squared error, and
// plain gradient descent, by the arithmetic of dlcore; tests hold the two against each other.
"use strict";

// each activation, and its slope by what it returned
const ACTIVATIONS = {
  tanh: [Math.tanh, (a) => 1 - a * a],
  relu: [(z) => Math.max(z, 0), (a) => (a > 0 ? 1 : 0)],
  sigmoid: [(z) => 1 / (1 + Math.exp(-z)), (a) => a * (1 - a)],
  linear: [(z) => z, () => 1],
};

// Numbers from 0 to 1 that a seed determines (the generator mulberry32).
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class DenseLayer {
  constructor(inputs, units, activation, random) {
    const limit = Math.sqrt(6 / (inputs + units));  // Glorot's
    const weight = () => (2 * random() - 1) * limit;
    this.W = Array.from({ length: units }, () => Array.from({ length: inputs }, weight));
    this.b = new Array(units).fill(0);  // a row of W and a number of b for each unit
    [this.f, this.slope] = ACTIVATIONS[activation];
    this.forget();
  }

  forget() {
    this.dW = this.W.map((row) => row.map(() => 0));
    this.db = this.b.map(() => 0);
  }

  forward(x) {
    return this.W.map((row, j) =>
      this.f(row.reduce((sum, w, i) => sum + w * x[i], this.b[j])));
  }

  // Add one row's share to the gradients, and return the gradient by its input.
  backward(delta, x) {
    delta.forEach((d, j) => {
      this.db[j] += d;
      x.forEach((value, i) => { this.dW[j][i] += d * value; });
    });
    return x.map((_, i) => delta.reduce((sum, d, j) => sum + d * this.W[j][i], 0));
  }

  adjust(rate, rows, l2) {
    this.W.forEach((row, j) => {
      this.b[j] -= rate * this.db[j] / rows;
      row.forEach((w, i) => { row[i] -= rate * (this.dW[j][i] / rows + 2 * l2 * w); });
    });
    this.forget();
  }
}

class PlayNetwork {
  // sizes: inputs, the hidden layers, 1; the output is a number, or decides between classes
  constructor(sizes, activation, random, isNumber = false) {
    const last = sizes.length - 2, output = isNumber ? "linear" : "sigmoid";
    this.isNumber = isNumber;
    this.layers = sizes.slice(1).map((units, n) =>
      new DenseLayer(sizes[n], units, n === last ? output : activation, random));
  }

  // Predict: what every layer returns for one row, the row itself first.
  outputs(x) {
    const all = [x];
    for (const layer of this.layers) all.push(layer.forward(all.at(-1)));
    return all;
  }

  // Measure: squared error, or binary cross-entropy and share of right answers.
  measure(rows) {
    let loss = 0, right = 0;
    for (const [x, y] of rows) {
      const said = this.outputs(x).at(-1)[0];
      if (this.isNumber) {
        loss += (said - y) ** 2 / rows.length;
        continue;
      }
      const a = Math.min(Math.max(said, 1e-7), 1 - 1e-7);
      loss -= Math.log(y ? a : 1 - a) / rows.length;
      right += (a > 0.5) === (y === 1);
    }
    return { loss, accuracy: right / rows.length };
  }

  // Feedback and adjustment: one step of gradient descent on these rows.
  step(rows, rate, l2 = 0) {
    for (const [x, y] of rows) {
      const all = this.outputs(x);
      // sigmoid and cross-entropy together; the squared error alone has twice as much
      let delta = [(this.isNumber ? 2 : 1) * (all.at(-1)[0] - y)];
      for (let n = this.layers.length - 1; n >= 0; n -= 1) {
        const below = this.layers[n].backward(delta, all[n]);
        if (n) delta = below.map((d, i) => d * this.layers[n - 1].slope(all[n][i]));
      }
    }
    for (const layer of this.layers) layer.adjust(rate, rows.length, l2);
  }

  // One epoch: all rows once, in a new order, some at a time.
  epoch(rows, batch, rate, l2, random) {
    const order = rows.map((row) => [random(), row]).sort(([a], [b]) => a - b);
    for (let first = 0; first < rows.length; first += batch) {
      this.step(order.slice(first, first + batch).map(([, row]) => row), rate, l2);
    }
  }
}

// -- data: points (x1, x2) between -2 and 2, of class 0 or 1, or with a height ------

const SHAPES = {
  clouds: (y, random, normal) =>
    [(2 * y - 1) * 0.9 + 0.45 * normal(), (2 * y - 1) * 0.9 + 0.45 * normal()],
  corners: (y, random) => {
    const side = random() < 0.5 ? -1 : 1, x = () => 0.15 + 1.6 * random();
    return [side * x(), side * (2 * y - 1) * x()];
  },
  rings: (y, random) => {
    const radius = y ? 0.75 * random() : 1.2 + 0.6 * random();
    const angle = 2 * Math.PI * random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  spirals: (y, random) => {
    const along = random(), angle = 3.5 * Math.PI * along + Math.PI * y;
    return [0.1 + 1.7 * along, 0.1 + 1.7 * along]
      .map((radius, i) => radius * (i ? Math.cos(angle) : Math.sin(angle)));
  },
};

const bump = (a, b) => Math.exp(-(a * a + b * b) / 1.5);
const HEIGHTS = {  // from -1 to 1
  slope: (a, b) => (a - b) / 4,
  hill: (a, b) => bump(a - 1, b - 1) - bump(a + 1, b + 1),
};

// Return n points [x1, x2, y] with two digits, half of each class.
function playPoints(shape, noise, n, random) {
  const digits = (v) => Math.round(100 * v) / 100;
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: n }, (_, k) => {
    if (shape in HEIGHTS) {
      const at = [4 * random() - 2, 4 * random() - 2].map(digits);
      return [...at, digits(HEIGHTS[shape](...at) + 0.006 * noise * normal())];
    }
    const place = SHAPES[shape](k % 2, random, normal)
      .map((v) => v + 0.012 * noise * normal());
    return [...place.map(digits), k % 2];
  });
}

// What a network may be given of a point.
const INPUTS = {
  x1: [(a) => a, "x₁"],
  x2: [(a, b) => b, "x₂"],
  x1x1: [(a) => a * a, "x₁²"],
  x2x2: [(a, b) => b * b, "x₂²"],
  x1x2: [(a, b) => a * b, "x₁x₂"],
};
