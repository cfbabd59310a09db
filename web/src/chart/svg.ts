// A chart as a picture for documents.

import { text } from "../text";
import { colourOf, iconOf, tierColour } from "./icons";
import { type Drawn, type Model, scale } from "./model";

const escaped = (s: string) => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function toSVG(m: Model, d: Drawn, width = 1400): string {
  const points = d.entities.map((e) => ({ e, p: m.at.get(e.id) ?? { x: 0, y: 0 } }));
  const xs = points.map((q) => q.p.x);
  const ys = points.map((q) => q.p.y);
  const [left, low] = [Math.min(...xs, 0), Math.min(...ys, 0)];
  const [right, high] = [Math.max(...xs, 1), Math.max(...ys, 1)];
  const margin = 60;
  const k = (width - 2 * margin) / Math.max(right - left, 1e-9);
  const height = Math.max(200, Math.min(4000, (high - low) * k + 2 * margin));
  const ky = (height - 2 * margin) / Math.max(high - low, 1e-9);
  const x = (v: number) => (margin + (v - left) * k).toFixed(1);
  const y = (v: number) => (height - margin - (v - low) * Math.min(ky, k)).toFixed(1);
  const r = Math.max(4, Math.min(13, scale(m) * k * 0.35));
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height.toFixed(0)}" width="${width}" height="${height.toFixed(0)}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
  ];
  for (const t of d.ties) {
    const [a, b] = [m.at.get(t.a), m.at.get(t.b)];
    if (!a || !b) continue;
    out.push(
      `<line x1="${x(a.x)}" y1="${y(a.y)}" x2="${x(b.x)}" y2="${y(b.y)}" stroke="#8a939e"${t.confirmed ? "" : ' stroke-dasharray="5 4"'}><title>${escaped(t.words)}</title></line>`,
    );
  }
  for (const { e, p } of points) {
    out.push(`<g transform="translate(${x(p.x)} ${y(p.y)})"><title>${escaped(e.id)}</title>`);
    out.push(`<circle r="${r}" fill="${colourOf(e.schema)}"/>`);
    if (e.tier)
      out.push(
        `<circle r="${r + 3}" fill="none" stroke="${tierColour[e.tier] ?? "#888"}" stroke-width="2.5"${e.assessed ? ' stroke-dasharray="4 3"' : ""}/>`,
      );
    if (r > 6)
      out.push(
        `<path transform="translate(${-r * 0.6} ${-r * 0.6}) scale(${(r * 1.2) / 16})" fill="#fff" fill-rule="evenodd" d="${iconOf(e.schema)}"/>`,
      );
    out.push(`<text x="${r + 6}" y="4" fill="#1c2127">${escaped(e.locked ? text.chart.locked : e.name)}</text></g>`);
  }
  out.push("</svg>");
  return out.join("\n");
}

/** toPNG draws an SVG into a picture of points. */
export async function toPNG(svg: string, width = 1400): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round((width * image.height) / image.width);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((b) => (b ? done(b) : failed(new Error("no picture"))), "image/png"),
  );
}
