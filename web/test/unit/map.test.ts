import { describe, expect, it } from "vitest";
import { Packed } from "../../src/api";
import {
  features,
  type Incidents,
  type IncidentsHead,
  incidentsOf,
  marks,
  months,
  toKML,
  toSVG,
  within,
} from "../../src/map/data";

/** body is what the server sends: a head and arrays of four bytes a number. */
function body(head: IncidentsHead, arrays: (Float32Array | Uint32Array)[]): ArrayBuffer {
  let text = new TextEncoder().encode(JSON.stringify(head));
  if (text.length % 4) text = new TextEncoder().encode(JSON.stringify(head) + " ".repeat(4 - (text.length % 4)));
  const out = new Uint8Array(4 + text.length + arrays.reduce((n, a) => n + a.byteLength, 0));
  new DataView(out.buffer).setUint32(0, text.length, true);
  out.set(text, 4);
  let at = 4 + text.length;
  for (const a of arrays) {
    out.set(new Uint8Array(a.buffer), at);
    at += a.byteLength;
  }
  return out.buffer;
}

const day = (text: string) => Date.parse(text) / 86_400_000;
const read = () =>
  incidentsOf(
    new Packed<IncidentsHead>(
      body(
        {
          ids: ["a", "b", "c"],
          titles: ["القارب <1>", "B & C", ""],
          dates: ["2015-01-31", "2015-03-01", ""],
          routes: ["East", ""],
          figure: "f",
        },
        [
          new Float32Array([12.5, 26, -16]),
          new Float32Array([35.5, 39, 28]),
          new Float32Array([4, 0, 100]),
          new Uint32Array([0, 1, 0]),
          new Uint32Array([day("2015-01-31"), day("2015-03-01"), 0]),
        ],
      ),
    ),
  );

describe("incidents on the map", () => {
  it("come packed, and may be read twice", () => {
    const p = read();
    expect([...p.lon]).toEqual([12.5, 26, -16]);
    expect([...p.route]).toEqual([0, 1, 0]);
  });

  it("lie within a window of days, whose end is not in it; undated ones only in the whole", () => {
    const p = read();
    expect(within(p, null)).toEqual([0, 1, 2]);
    expect(within(p, [day("2015-01-01"), day("2015-03-01")])).toEqual([0]);
    expect(within(p, [day("2015-03-01"), day("2015-03-02")])).toEqual([1]);
  });

  it("span months from the first to the one after the last", () => {
    expect(months(read()).map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10))).toEqual([
      "2015-01-01",
      "2015-02-01",
      "2015-03-01",
      "2015-04-01",
    ]);
  });

  it("go out as KML that a parser reads", () => {
    const p = read();
    const kml = toKML(features(p, [0, 1, 2]).features, "Map <1>");
    expect(kml).toContain("<name>القارب &lt;1></name>");
    expect(kml).toContain("<coordinates>12.5,35.5,0</coordinates>");
    expect(kml.match(/<TimeStamp>/g)).toHaveLength(2);
    expect(kml).not.toContain("undefined");
  });

  it("go out as SVG, without those outside it", () => {
    const p = read();
    const svg = toSVG(
      [{ features: features(p, [0, 1, 2]).features }],
      ([x, y]) => ({ x: x * 10, y }),
      200,
      100,
      "#fff",
      "note",
    );
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(svg).toContain("<title>القارب &lt;1></title>");
  });
});

describe("marks", () => {
  const world: [number, number, number, number] = [-180, -85, 180, 85];
  const spread = (spots: [number, number][]): Incidents => ({
    ids: spots.map((_, i) => `${i}`),
    titles: spots.map(() => ""),
    dates: spots.map(() => ""),
    routes: [""],
    figure: "f",
    lon: Float32Array.from(spots, (p) => p[0]),
    lat: Float32Array.from(spots, (p) => p[1]),
    dead: new Float32Array(spots.length),
    route: new Uint32Array(spots.length),
    day: new Uint32Array(spots.length),
  });
  const many = spread(
    Array.from({ length: 3000 }, (_, i): [number, number] => [
      ((i * 7919) % 3600) / 10 - 180,
      ((i * 104729) % 1600) / 10 - 80,
    ]),
  );
  const all = many.ids.map((_, i) => i);

  it("hold every incident once, at every zoom", () => {
    for (const zoom of [0, 2.5, 5, 9, 14]) {
      const got = marks(many, all, zoom, true, world)
        .flatMap((m) => m.members)
        .sort((a, b) => a - b);
      expect(got).toEqual(all);
    }
  });

  it("are fewer from afar, and one each when none are joined", () => {
    const count = (zoom: number) => marks(many, all, zoom, true, world).length;
    expect(count(1)).toBeLessThan(count(3));
    expect(count(3)).toBeLessThan(count(5));
    expect(count(12)).toBe(3000);
    expect(marks(many, all, 0, false, world)).toHaveLength(3000);
  });

  it("join what lies on both sides of a cell's edge, and leave apart what is far", () => {
    const [a] = marks(
      spread([
        [-0.001, 10],
        [0.001, 10],
        [40, 10],
      ]),
      [0, 1, 2],
      4,
      true,
      world,
    );
    expect(a?.members.sort()).toEqual([0, 1]);
    expect(a?.at[0]).toBeCloseTo(0, 5);
  });

  it("are of what is seen alone", () => {
    expect(marks(many, all, 3, true, [0, 0, 10, 10]).flatMap((m) => m.members).length).toBeLessThan(200);
  });
});
