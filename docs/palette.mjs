// Rewrites a PNG of a screen with at most 256 colours: text on plain ground loses nothing one sees, and half its weight.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLOURS = 256;
const KEPT_COLOURS = 128;

/** @param {Buffer} png 8 bits a channel, RGB or RGBA without transparency, not interlaced: what Chromium writes */
export function withPalette(png) {
  const { width, height, pixels, channels } = decode(png);
  const counts = new Map();
  const keys = new Uint32Array(width * height);
  for (let at = 0; at < keys.length; at += 1) {
    const from = at * channels;
    const key = (pixels[from] << 16) | (pixels[from + 1] << 8) | pixels[from + 2];
    keys[at] = key;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const colours = choose(counts);
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const key = keys[y * width + x];
      let index = nearest.get(key);
      if (index === undefined) {
        index = closest(colours, key);
        nearest.set(key, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, indexed colour
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * The most used colours as they are, since grounds and lines are to keep theirs; then of the others the most used of each
 * box of colours, the boxes as fine as the room left allows.
 */
function choose(counts) {
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
  const kept = byUse.slice(0, KEPT_COLOURS);
  const others = byUse.slice(KEPT_COLOURS);
  for (let lost = 0; ; lost += 1) {
    const boxes = new Map();
    for (const key of others) {
      const box = [16, 8, 0].map((shift) => ((key >> shift) & 255) >> lost).join();
      if (!boxes.has(box)) boxes.set(box, key);
    }
    if (kept.length + boxes.size <= MOST_COLOURS) return [...kept, ...boxes.values()];
  }
}

function closest(colours, key) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  colours.forEach((colour, index) => {
    const [r, g, b] = [16, 8, 0].map((shift) => ((colour >> shift) & 255) - ((key >> shift) & 255));
    const distance = r * r + g * g + b * b;
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
}

function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, type, , , interlace] = png.subarray(24, 29);
  const channels = type === 2 ? 3 : 4;
  if (depth !== 8 || (type !== 2 && type !== 6) || interlace !== 0)
    throw new Error('not a PNG as Chromium writes them');
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Undoes the filters of the rows (PNG 1.2, clause 6). */
function unfiltered(data, stride, channels) {
  const height = data.length / (stride + 1);
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : pixels[at - channels];
      const up = y === 0 ? 0 : pixels[at - stride];
      const corner = x < channels || y === 0 ? 0 : pixels[at - stride - channels];
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter];
      pixels[at] = data[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return pixels;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [l, u, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}
