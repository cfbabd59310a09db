// What the map shows, and its forms for other programs.
import type { Packed } from "../api";

export interface IncidentsHead {
  ids: string[];
  titles: string[];
  dates: string[];
  routes: string[];
  figure: string;
}

export interface Incidents extends IncidentsHead {
  lon: Float32Array;
  lat: Float32Array;
  dead: Float32Array;
  route: Uint32Array;
  day: Uint32Array; // since 1970; 0: not known
}

export function incidentsOf(p: Packed<IncidentsHead>): Incidents {
  const n = p.head.ids.length;
  p.rewind();
  return { ...p.head, lon: p.floats(n), lat: p.floats(n), dead: p.floats(n), route: p.uints(n), day: p.uints(n) };
}

/** Window is a stretch of days, its end not within; null is the whole period, undated incidents too. */
export type Window = [number, number] | null;

export function within(of: Incidents, window: Window): number[] {
  const out: number[] = [];
  for (let i = 0; i < of.day.length; i++) {
    const day = of.day[i] ?? 0;
    if (window === null || (day >= window[0] && day < window[1])) out.push(i);
  }
  return out;
}

export interface Feature {
  type: "Feature";
  geometry: { type: string; coordinates: unknown };
  properties: Record<string, unknown>;
}
export interface Collection {
  type: "FeatureCollection";
  features: Feature[];
}

/** Mark is what the map draws of incidents that lie close together: of one, or of many. */
export interface Mark {
  at: [number, number]; // the middle of them, degrees
  members: number[];
}

const tile = 512; // points of the screen that the world is wide at zoom 0
const apart = 42; // points of the screen below which marks are one
const lastJoined = 11; // the zoom beyond which none are joined

const mercator = (lat: number) => {
  const s = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
};

/**
 * marks joins incidents that lie close together on the screen at a zoom, of those within bounds. Each falls into a
 * cell of a grid; then the fullest cells take in those beside them whose middle is near. Time grows with the number
 * of incidents alone, so that it can be done at each move.
 */
export function marks(of: Incidents, chosen: number[], zoom: number, join: boolean, bounds: Bounds): Mark[] {
  const [west, south, east, north] = bounds;
  const seen = chosen.filter((i) => {
    const [x, y] = [of.lon[i] ?? 0, of.lat[i] ?? 0];
    return x >= west && x <= east && y >= south && y <= north;
  });
  if (!join || zoom > lastJoined)
    return seen.map((i) => ({ at: [of.lon[i] ?? 0, of.lat[i] ?? 0] as [number, number], members: [i] }));
  const side = apart / (tile * 2 ** Math.floor(zoom)); // of a cell, as a share of the world
  const columns = Math.ceil(1 / side) + 2;
  interface Cell {
    x: number; // sums, in shares of the world
    y: number;
    lat: number;
    members: number[];
    taken: boolean;
  }
  const cells = new Map<number, Cell>();
  for (const i of seen) {
    const x = ((of.lon[i] ?? 0) + 180) / 360;
    const y = mercator(of.lat[i] ?? 0);
    const key = Math.floor(y / side) * columns + Math.floor(x / side);
    let c = cells.get(key);
    if (!c) {
      c = { x: 0, y: 0, lat: 0, members: [], taken: false };
      cells.set(key, c);
    }
    c.x += x;
    c.y += y;
    c.lat += of.lat[i] ?? 0;
    c.members.push(i);
  }
  const out: Mark[] = [];
  for (const [key, c] of [...cells].sort((a, b) => b[1].members.length - a[1].members.length)) {
    if (c.taken) continue;
    c.taken = true;
    const n = c.members.length;
    const [x, y] = [c.x / n, c.y / n];
    const members = [...c.members];
    let [lon, lat] = [c.x, c.lat];
    for (const step of [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]) {
      const d = cells.get(key + step);
      if (!d || d.taken || Math.hypot(d.x / d.members.length - x, d.y / d.members.length - y) > side) continue;
      d.taken = true;
      for (const i of d.members) members.push(i);
      lon += d.x;
      lat += d.lat;
    }
    out.push({ at: [(lon / members.length) * 360 - 180, lat / members.length], members });
  }
  return out;
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** drawnMarks are marks as the map draws them: k is a mark's number, n how many incidents it is of. */
export function drawnMarks(of: Incidents, all: Mark[]): Collection {
  return {
    type: "FeatureCollection",
    features: all.map((m, k) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: m.at },
      properties: {
        k,
        n: m.members.length,
        r: of.route[m.members[0] ?? 0],
        dead: of.dead[m.members[0] ?? 0],
      },
    })),
  };
}

/** features are incidents with all that is told of them. */
export function features(of: Incidents, chosen: number[]): Collection {
  return {
    type: "FeatureCollection",
    features: chosen.map((i) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [of.lon[i], of.lat[i]] },
      properties: {
        id: of.ids[i],
        title: of.titles[i],
        date: of.dates[i],
        route: of.routes[of.route[i] ?? 0],
        dead: of.dead[i],
      },
    })),
  };
}

const date = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "short", timeZone: "UTC" });
export const monthOf = (day: number) => date.format(new Date(day * 86_400_000));

/** months are the first days of the months from the first to the last dated incident, and of the month after. */
export function months(of: Incidents): number[] {
  let [first, last] = [Infinity, 0];
  for (const d of of.day) {
    if (d === 0) continue;
    first = Math.min(first, d);
    last = Math.max(last, d);
  }
  if (last === 0) return [];
  const at = new Date(first * 86_400_000);
  const out: number[] = [];
  for (let m = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1); ; ) {
    out.push(m / 86_400_000);
    if (m / 86_400_000 > last) return out;
    const d = new Date(m);
    m = Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 1);
  }
}

const escaped = (s: unknown) =>
  String(s ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");

const spots = (c: unknown): string => (c as [number, number][]).map(([x, y]) => `${x},${y},0`).join(" ");

/** toKML writes features by KML 2.2 (OGC 07-147r2). */
export function toKML(all: Feature[], name: string): string {
  const shape = (g: Feature["geometry"]) => {
    if (g.type === "Point")
      return `<Point><coordinates>${(g.coordinates as number[]).join(",")},0</coordinates></Point>`;
    if (g.type === "LineString") return `<LineString><coordinates>${spots(g.coordinates)}</coordinates></LineString>`;
    return `<Polygon><outerBoundaryIs><LinearRing><coordinates>${spots((g.coordinates as unknown[])[0])}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
  };
  const marks = all.map((f) => {
    const p = f.properties;
    const when = /^\d{4}(-\d\d){0,2}$/.test(String(p.date)) ? `<TimeStamp><when>${p.date}</when></TimeStamp>` : "";
    return `<Placemark><name>${escaped(p.title ?? p.name ?? `${p.from} – ${p.to}`)}</name><description>${escaped(p.text ?? p.route ?? "")}</description>${when}${shape(f.geometry)}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${escaped(name)}</name>\n${marks.join("\n")}\n</Document></kml>\n`;
}

/** toSVG draws features where project puts them, the first below. */
export function toSVG(
  layers: { features: Feature[]; fill?: string; stroke?: string; radius?: number; opacity?: number }[],
  project: (at: [number, number]) => { x: number; y: number },
  width: number,
  height: number,
  sea: string,
  note: string,
): string {
  const point = (p: { x: number; y: number }) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
  /** seen is a line in points of the picture, nothing where all of it lies to one side. */
  const seen = (line: [number, number][]) => {
    const points = line.map(([lon, lat]) => project([lon, Math.max(-85, Math.min(85, lat))]));
    const aside = (of: (p: { x: number; y: number }) => boolean) => points.every(of);
    if (aside((p) => p.x < 0) || aside((p) => p.y < 0) || aside((p) => p.x > width) || aside((p) => p.y > height))
      return "";
    return `M${points.map(point).join("L")}`;
  };
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="10">`,
    `<rect width="100%" height="100%" fill="${sea}"/>`,
  ];
  for (const l of layers) {
    const style = `fill="${l.fill ?? "none"}" stroke="${l.stroke ?? "none"}" opacity="${l.opacity ?? 1}"`;
    for (const { geometry: g, properties: p } of l.features) {
      if (g.type === "Point") {
        const q = project(g.coordinates as [number, number]);
        if (q.x < -20 || q.y < -20 || q.x > width + 20 || q.y > height + 20) continue;
        const r = l.radius ?? 3 + Math.min(12, Math.sqrt(Number(p.dead) || 0));
        out.push(
          `<circle cx="${q.x.toFixed(1)}" cy="${q.y.toFixed(1)}" r="${r.toFixed(1)}" ${style.replace(/fill="[^"]*"/, `fill="${l.fill ?? p.colour ?? "#c43"}"`)}><title>${escaped(p.title ?? p.name)}</title></circle>`,
        );
      } else {
        const rings = (g.type === "Polygon" ? g.coordinates : [g.coordinates]) as [number, number][][];
        const d = rings
          .map(seen)
          .filter(Boolean)
          .map((line) => (g.type === "Polygon" ? `${line}Z` : line));
        if (d.length > 0) out.push(`<path d="${d.join("")}" ${style}/>`);
      }
    }
  }
  out.push(`<text x="6" y="${height - 6}">${escaped(note)}</text>`, "</svg>");
  return out.join("\n");
}
