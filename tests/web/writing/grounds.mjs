/** What lies under the writing: like the pictures of devices, made of shapes and noise. Each paints a whole canvas. */

import { blend, field, lattice, noise } from "./noise.mjs";

/** Painters by kind: `(context, width, height, seeded)`. */
export const GROUNDS = { fan, linear, doppler, vessels, chest, limb, panel, slice, scope };

const TAU = 2 * Math.PI;
const grey = (value) => `rgb(${value},${value},${value})`;

/** A sector of speckle, a scale of dots, a grey wedge, at times an ECG. */
function fan(context, width, height, seeded) {
  const shape = sector(context, width, height, seeded);
  marks(context, width, height, seeded);
  if (seeded.chance(0.4)) trace(context, width * 0.1, height * 0.92, width * 0.5, height * 0.05, seeded);
  return shape;
}

function sector(context, width, height, seeded) {
  const [cx, cy] = [width * seeded.between(0.42, 0.58), height * seeded.between(-0.05, 0.08)];
  const reach = height * seeded.between(0.72, 0.9);
  const half = seeded.between(0.55, 0.8);
  const [coarse, fine] = [lattice(seeded, 9, 9), lattice(seeded, 90, 160)];
  const gain = seeded.between(70, 130);
  field(context, width, height, (x, y) => {
    const [dx, dy] = [x - cx, y - cy];
    const r = Math.hypot(dx, dy) / reach;
    const angle = Math.atan2(dx, dy) / half;
    if (r < 0.06 || r > 1 || Math.abs(angle) > 1) return 0;
    const grain = fine((angle + 1) / 2, r);
    return gain * (0.25 + 1.5 * coarse((angle + 1) / 2, r) ** 2) * (0.35 + 1.6 * grain * grain) * (1.1 - 0.5 * r);
  });
  return { cx, cy, reach, half };
}

/** A rectangle of layers. */
function linear(context, width, height, seeded) {
  const [x0, y0, x1, y1] = [width * 0.13, height * 0.12, width * 0.86, height * 0.88];
  const [coarse, fine] = [lattice(seeded, 4, 24), lattice(seeded, Math.round(width / 9), Math.round(height / 2.5))];
  const bend = seeded.between(0, 0.06);
  field(context, width, height, (x, y) => {
    if (x < x0 || x >= x1 || y < y0 || y >= y1) return 0;
    const [u, v] = [(x - x0) / (x1 - x0), (y - y0) / (y1 - y0)];
    const layer = coarse(u, Math.min(0.999, v + bend * Math.sin(u * 5)));
    return 190 * layer ** 2 * (0.4 + 1.4 * fine(u, v)) * (1 - 0.6 * v);
  });
  marks(context, width, height, seeded);
}

/** A sector with flow in colour. */
function doppler(context, width, height, seeded) {
  const { cx, cy, reach } = sector(context, width, height, seeded);
  const [flow, holes] = [lattice(seeded, 14, 20), lattice(seeded, 40, 60)];
  const [x0, y0, w, h] = [cx - reach * 0.25, cy + reach * 0.3, reach * 0.5, reach * 0.45];
  blend(context, x0, y0, w, h, (u, v) => {
    const [speed, hole] = [flow(u, v) * 2 - 1, holes(u, v)];
    if (Math.abs(speed) < 0.25 || hole < 0.3) return undefined;
    return speed > 0 ? [255 * Math.min(1, speed * 2), 220 * speed ** 2, 0] : [0, 160 * speed ** 2, 255 * Math.min(1, -speed * 2)];
  });
  context.strokeStyle = grey(220);
  context.strokeRect(Math.round(x0) + 0.5, Math.round(y0) + 0.5, Math.round(w), Math.round(h));
  marks(context, width, height, seeded);
}

function marks(context, width, height, seeded) {
  const right = seeded.chance(0.5) ? width - 14 : width * 0.9;
  context.fillStyle = grey(235);
  for (let n = 0; n < 12; n += 1) context.fillRect(right, height * (0.12 + n * 0.065), n % 5 === 0 ? 8 : 3, 2);
  const wedge = context.createLinearGradient(0, height * 0.15, 0, height * 0.45);
  wedge.addColorStop(0, "#fff");
  wedge.addColorStop(1, "#000");
  context.fillStyle = wedge;
  context.fillRect(width * 0.955, height * 0.15, width * 0.015, height * 0.3);
  context.strokeStyle = grey(200);
  context.lineWidth = 1.5;
  for (let n = seeded.int(0, 2); n > 0; n -= 1) caliper(context, width * seeded.between(0.35, 0.65), height * seeded.between(0.3, 0.7));
}

function caliper(context, x, y) {
  context.beginPath();
  context.moveTo(x - 6, y);
  context.lineTo(x + 6, y);
  context.moveTo(x, y - 6);
  context.lineTo(x, y + 6);
  context.stroke();
}

function trace(context, x, y, width, height, seeded) {
  context.strokeStyle = seeded.pick(["#3c6", "#ddd"]);
  context.lineWidth = 1.5;
  context.beginPath();
  const beat = width / seeded.int(2, 5);
  for (let at = 0; at < width; at += 2) {
    const phase = (at % beat) / beat;
    const wave = phase < 0.06 ? -1 : phase < 0.1 ? 0.4 : -0.25 * Math.exp(-((phase - 0.35) ** 2) / 0.004);
    context.lineTo(x + at, y + wave * height);
  }
  context.stroke();
}

/** Lays over what `paint` paints, out of focus: once for all, since it is slow. */
function softly(context, radius, paint) {
  const { width, height } = context.canvas;
  const layer = new OffscreenCanvas(width, height).getContext("2d");
  paint(layer);
  context.filter = `blur(${radius}px)`;
  context.drawImage(layer.canvas, 0, 0);
  context.filter = "none";
}

/** Contrast medium in branching vessels. */
function vessels(context, width, height, seeded) {
  shade(context, width, height, [150, 195], seeded);
  softly(context, 1.5, (layer) => {
    layer.lineCap = "round";
    for (let n = seeded.int(2, 4); n > 0; n -= 1) {
      const [x, y] = [width * seeded.between(0.35, 0.65), height * seeded.between(0.35, 0.65)];
      branch(layer, x, y, seeded.between(0, TAU), width * seeded.between(0.015, 0.03), 7, seeded);
    }
  });
  collimate(context, width, height, seeded);
  noise(context, seeded, 7);
}

function branch(context, x, y, angle, thick, depth, seeded) {
  if (depth === 0 || thick < 1) return;
  context.strokeStyle = `rgba(40,40,40,${0.25 + depth * 0.08})`;
  context.lineWidth = thick;
  context.beginPath();
  context.moveTo(x, y);
  const length = thick * seeded.between(7, 14);
  const [ex, ey] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
  const bend = angle + seeded.between(-0.8, 0.8);
  context.quadraticCurveTo(x + Math.cos(bend) * length * 0.5, y + Math.sin(bend) * length * 0.5, ex, ey);
  context.stroke();
  for (let n = seeded.int(1, 2); n >= 0; n -= 1)
    branch(context, ex, ey, angle + seeded.between(-0.9, 0.9), thick * 0.72, depth - 1, seeded);
}

/** Lungs, ribs, a spine. */
function chest(context, width, height, seeded) {
  shade(context, width, height, [60, 200], seeded);
  const lung = (x) => {
    const glow = context.createRadialGradient(width * x, height * 0.5, height * 0.05, width * x, height * 0.5, height * 0.42);
    glow.addColorStop(0, "rgba(15,15,15,.9)");
    glow.addColorStop(0.7, "rgba(25,25,25,.75)");
    glow.addColorStop(1, "rgba(60,60,60,0)");
    context.fillStyle = glow;
    context.beginPath();
    context.ellipse(width * x, height * 0.5, width * 0.19, height * 0.38, 0, 0, TAU);
    context.fill();
  };
  lung(0.29);
  lung(0.71);
  softly(context, Math.max(1, width / 500), (layer) => {
    layer.lineWidth = height * 0.02;
    for (let n = 0; n < 9; n += 1) {
      layer.strokeStyle = `rgba(230,230,230,${seeded.between(0.12, 0.3)})`;
      for (const side of [-1, 1]) {
        layer.beginPath();
        layer.ellipse(width * (0.5 + side * 0.21), height * (0.16 + n * 0.085), width * 0.2, height * 0.11, side * 0.35, Math.PI, TAU);
        layer.stroke();
      }
    }
    layer.fillStyle = "rgba(225,225,225,.6)";
    for (let n = 0; n < 16; n += 1) layer.fillRect(width * 0.465, height * (n / 16), width * 0.07, height * 0.045);
  });
  if (seeded.chance(0.5)) collimate(context, width, height, seeded);
  noise(context, seeded, 5);
}

/** A bone in soft tissue between the edges of the beam. */
function limb(context, width, height, seeded) {
  context.fillStyle = grey(seeded.int(4, 20));
  context.fillRect(0, 0, width, height);
  const [cx, lean] = [width * seeded.between(0.4, 0.6), width * seeded.between(-0.1, 0.1)];
  softly(context, width / 150, (layer) => {
    for (const [half, from, to] of [
      [0.34, 90, 130],
      [0.12, 180, 220],
      [0.06, 120, 150],
    ]) {
      layer.strokeStyle = grey(seeded.int(from, to));
      layer.lineWidth = width * half;
      layer.beginPath();
      layer.moveTo(cx - lean, -height * 0.1);
      layer.quadraticCurveTo(cx + lean * 0.5, height * 0.5, cx + lean, height * 1.1);
      layer.stroke();
    }
  });
  collimate(context, width, height, seeded);
  noise(context, seeded, 4);
}

function collimate(context, width, height, seeded) {
  const edge = seeded.chance(0.3) ? 255 : seeded.int(0, 12);
  context.fillStyle = grey(edge);
  const side = width * seeded.between(0, 0.09);
  const top = height * seeded.between(0, 0.07);
  context.fillRect(0, 0, side, height);
  context.fillRect(width - side, 0, side, height);
  context.fillRect(0, 0, width, top);
}

function shade(context, width, height, [from, to], seeded) {
  const rough = lattice(seeded, 4, 4);
  field(context, width, height, (x, y) => from + (to - from) * rough(x / width, y / height));
}

/** A screen of a programme: bars, buttons, tables, a curve. */
function panel(context, width, height, seeded) {
  const dark = seeded.chance(0.65);
  const [back, bar, rule] = dark
    ? ["#000", seeded.pick(["#162640", "#2b2b33", "#20304a"]), "#667"]
    : ["#f2f2f0", seeded.pick(["#c8d4e4", "#d8d8d8"]), "#999"];
  context.fillStyle = back;
  context.fillRect(0, 0, width, height);
  context.fillStyle = bar;
  context.fillRect(0, 0, width, Math.round(height * seeded.between(0.05, 0.1)));
  context.strokeStyle = rule;
  context.lineWidth = 1;
  const [left, right, top] = [Math.round(width * 0.05) + 0.5, Math.round(width * 0.95) + 0.5, Math.round(height * 0.5)];
  const step = Math.round(height * 0.07);
  for (let n = 0; n < 6; n += 1) {
    context.beginPath();
    context.moveTo(left, top + n * step + 0.5);
    context.lineTo(right, top + n * step + 0.5);
    context.stroke();
  }
  for (let n = seeded.int(1, 4); n > 0; n -= 1) {
    context.fillStyle = seeded.pick(["#345", "#485", "#853", "#888"]);
    const [w, h] = [width * seeded.between(0.05, 0.12), height * seeded.between(0.03, 0.05)];
    context.fillRect(width * seeded.between(0.05, 0.8), height * seeded.between(0.2, 0.4), w, h);
  }
  if (seeded.chance(0.5)) trace(context, width * 0.1, height * 0.45, width * 0.7, height * 0.12, seeded);
}

/** A body on a table, in a slice. */
function slice(context, width, height, seeded) {
  context.fillStyle = grey(seeded.int(0, 6));
  context.fillRect(0, 0, width, height);
  const [cx, cy] = [width / 2, height * 0.5];
  const [rx, ry] = [width * seeded.between(0.3, 0.42), height * seeded.between(0.24, 0.34)];
  softly(context, 1, (layer) => {
    const oval = (x, y, across, down, value) => {
      layer.fillStyle = grey(value);
      layer.beginPath();
      layer.ellipse(x, y, across, down, seeded.between(-0.15, 0.15), 0, TAU);
      layer.fill();
    };
    oval(cx, cy, rx, ry, 70);
    oval(cx, cy, rx * 0.93, ry * 0.9, seeded.int(95, 125));
    for (let n = seeded.int(3, 7); n > 0; n -= 1) {
      const [x, y] = [cx + rx * seeded.between(-0.55, 0.55), cy + ry * seeded.between(-0.5, 0.5)];
      oval(x, y, rx * seeded.between(0.06, 0.3), ry * seeded.between(0.06, 0.3), seeded.pick([15, 80, 140, 150, 165]));
    }
    oval(cx, cy + ry * 0.6, rx * 0.13, ry * 0.16, 235);
    layer.strokeStyle = grey(130);
    layer.lineWidth = 3;
    layer.beginPath();
    layer.ellipse(cx, cy + ry * 0.75, rx * 1.25, ry * 0.45, 0, 0.1 * Math.PI, 0.9 * Math.PI);
    layer.stroke();
  });
  noise(context, seeded, 9);
}

/** A tube's view: reddish, round, wet. */
function scope(context, width, height, seeded) {
  const [rough, fine] = [lattice(seeded, 6, 6), lattice(seeded, 40, 40)];
  const [cx, cy, radius] = [width * 0.56, height / 2, height * 0.49];
  context.fillStyle = "#000";
  context.fillRect(0, 0, width, height);
  blend(context, cx - radius, cy - radius, 2 * radius, 2 * radius, (u, v) => {
    if ((u - 0.5) ** 2 + (v - 0.5) ** 2 > 0.25) return undefined;
    const light = 0.35 + 0.8 * rough(u, v) + 0.15 * fine(u, v);
    return fine(v, u) * rough(v, u) > 0.8 ? [250, 245, 240] : [185 * light, 90 * light, 75 * light];
  });
  noise(context, seeded, 4);
}
