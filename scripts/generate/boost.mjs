// Gradient boosting of small trees that tell two classes apart: logistic loss, histograms, the best leaf first; seeded, so that equal rows
// give equal trees.
export function boost(rows, width, labels, weights, { trees, leaves, rate, least, bins = 64, share = 0.7, seed = 1 }) {
  const count = labels.length;
  const limits = Array.from({ length: width }, (_, f) => quantiles(rows, width, f, count, bins));
  const binned = new Uint8Array(count * width);
  for (let f = 0; f < width; f += 1) for (let n = 0; n < count; n += 1) binned[n * width + f] = below(limits[f], rows[n * width + f]);
  let [positive, all] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    positive += labels[n] * weights[n];
    all += weights[n];
  }
  const base = Math.log(positive / (all - positive));
  const margin = new Float64Array(count).fill(base);
  const [gradient, curve] = [new Float64Array(count), new Float64Array(count)];
  const random = generator(seed);
  const out = [];
  for (let t = 0; t < trees; t += 1) {
    const taken = [];
    for (let n = 0; n < count; n += 1) {
      const p = 1 / (1 + Math.exp(-margin[n]));
      gradient[n] = (labels[n] - p) * weights[n];
      curve[n] = p * (1 - p) * weights[n];
      if (random() < share) taken.push(n);
    }
    const tree = grow(Int32Array.from(taken), binned, width, gradient, curve, { leaves, least, bins });
    for (const node of tree) {
      if (node.feature === undefined) node.value = rate * node.value;
      else node.limit = Math.fround(limits[node.feature][node.bin]);
    }
    for (let n = 0; n < count; n += 1) margin[n] += answer(tree, binned, n * width);
    out.push(tree);
  }
  return { base, trees: out, margin };
}

function answer(tree, binned, at) {
  let node = tree[0];
  while (node.feature !== undefined) node = tree[binned[at + node.feature] <= node.bin ? node.left : node.right];
  return node.value;
}

/** The best split first, until there are so many leaves. */
function grow(taken, binned, width, gradient, curve, { leaves, least, bins }) {
  const leaf = (members) => {
    let [g, h] = [0, 0];
    for (const n of members) {
      g += gradient[n];
      h += curve[n];
    }
    return { members, g, h, value: g / (h + 1), ...split(members, g, h, binned, width, gradient, curve, least, bins) };
  };
  const nodes = [leaf(taken)];
  for (let made = 1; made < leaves; made += 1) {
    let best;
    for (const node of nodes) if (node.members && node.gain > (best?.gain ?? 0)) best = node;
    if (!best) break;
    const { members, by, at } = best;
    best.feature = by;
    best.bin = at;
    best.left = nodes.push(leaf(members.filter((n) => binned[n * width + by] <= at))) - 1;
    best.right = nodes.push(leaf(members.filter((n) => binned[n * width + by] > at))) - 1;
    best.members = undefined;
  }
  return nodes.map(({ feature, bin, left, right, value }) => (feature === undefined ? { value } : { feature, bin, left, right }));
}

function split(members, g, h, binned, width, gradient, curve, least, bins) {
  const [gs, hs, ns] = [new Float64Array(width * bins), new Float64Array(width * bins), new Int32Array(width * bins)];
  for (const n of members) {
    const [gradientOf, curveOf] = [gradient[n], curve[n]];
    for (let f = 0, at = n * width; f < width; f += 1) {
      const cell = f * bins + binned[at + f];
      gs[cell] += gradientOf;
      hs[cell] += curveOf;
      ns[cell] += 1;
    }
  }
  const whole = (g * g) / (h + 1);
  let best = { gain: 0 };
  for (let f = 0; f < width; f += 1) {
    let [gl, hl, nl] = [0, 0, 0];
    for (let bin = 0; bin < bins - 1; bin += 1) {
      gl += gs[f * bins + bin];
      hl += hs[f * bins + bin];
      nl += ns[f * bins + bin];
      if (nl < least || members.length - nl < least) continue;
      const gain = (gl * gl) / (hl + 1) + ((g - gl) * (g - gl)) / (h - hl + 1) - whole;
      if (gain > best.gain) best = { gain, by: f, at: bin };
    }
  }
  return best;
}

/** Limits between bins, ascending: a value belongs to the first that it does not pass. */
function quantiles(rows, width, f, count, bins) {
  const step = Math.max(1, Math.floor(count / 20_000));
  const values = [];
  for (let n = 0; n < count; n += step) values.push(rows[n * width + f]);
  values.sort((a, b) => a - b);
  const picked = Array.from({ length: bins - 1 }, (_, n) => values[Math.floor(((n + 1) * values.length) / bins)]);
  return [...new Set(picked)];
}

function below(limits, value) {
  let [from, to] = [0, limits.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value <= limits[middle]) to = middle;
    else from = middle + 1;
  }
  return from;
}

function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
