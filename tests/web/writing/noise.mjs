/** Noise and smooth chance for grounds, from a seeded generator. */

/** A smooth surface over the unit square: chance at the crossings of a lattice, 0 to 1, straight between them. */
export function lattice(seeded, columns, rows) {
  const stride = columns + 1;
  const values = Float32Array.from({ length: stride * (rows + 1) }, () => seeded.next());
  return (u, v) => {
    const x = Math.min(Math.max(u, 0), 0.9999) * columns;
    const y = Math.min(Math.max(v, 0), 0.9999) * rows;
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - i, y - j];
    const at = j * stride + i;
    const above = values[at] + (values[at + 1] - values[at]) * fx;
    const below = values[at + stride] + (values[at + stride + 1] - values[at + stride]) * fx;
    return above + (below - above) * fy;
  };
}

/** Sets every pixel to a grey. @param {(x: number, y: number) => number} grey 0 to 255 */
export function field(context, width, height, grey) {
  const image = context.createImageData(width, height);
  const { data } = image;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const value = grey(x, y);
      data[at] = value;
      data[at + 1] = value;
      data[at + 2] = value;
      data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** Sets pixels of a rectangle to a colour, where there is one. @param {(u: number, v: number) => number[] | undefined} colour */
export function blend(context, left, top, width, height, colour) {
  const [x0, y0] = [Math.max(0, Math.round(left)), Math.max(0, Math.round(top))];
  const [w, h] = [Math.min(Math.round(width), context.canvas.width - x0), Math.min(Math.round(height), context.canvas.height - y0)];
  const image = context.getImageData(x0, y0, w, h);
  for (let y = 0, at = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1, at += 4) {
      const found = colour(x / w, y / h);
      if (found) image.data.set(found, at);
    }
  }
  context.putImageData(image, x0, y0);
}

/** Adds grain of a standard deviation, nearly normal. */
export function noise(context, seeded, deviation) {
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const value = (seeded.next() + seeded.next() + seeded.next() - 1.5) * 2 * deviation;
    data[at] += value;
    data[at + 1] += value;
    data[at + 2] += value;
  }
  context.putImageData(image, 0, 0);
}
