import { describe, expect, it } from "vitest";
import {
  drawn,
  type Entity,
  empty,
  group,
  hide,
  keep,
  type Model,
  pin,
  place,
  spread,
  type Tie,
  ungroup,
} from "../../src/chart/model";

const entity = (id: string): Entity => ({ id, schema: "Person", name: id.toUpperCase(), locked: false, ties: 1 });
const tie = (a: string, b: string, more: Partial<Tie> = {}): Tie => ({
  a,
  b,
  kind: "Call",
  words: `${a}${b}`,
  n: 1,
  confirmed: false,
  directed: 0,
  ...more,
});

function chart(): Model {
  return {
    ...empty("network n"),
    entities: new Map(["a", "b", "c", "d"].map((id) => [id, entity(id)])),
    ties: [tie("a", "b"), tie("b", "c"), tie("c", "d", { confirmed: true }), tie("b", "d")],
    at: new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 2, y: 0 }],
      ["c", { x: 0, y: 2 }],
      ["d", { x: 2, y: 2 }],
    ]),
  };
}

describe("a chart's model", () => {
  it("draws no tie of what is hidden", () => {
    const d = drawn(hide(chart(), ["b"]));
    expect(d.entities.map((e) => e.id)).toEqual(["a", "c", "d"]);
    expect(d.ties.map((t) => t.words)).toEqual(["cd"]);
  });

  it("draws a group as one, in the middle, with the ties of its members joined", () => {
    const m = group(chart(), ["c", "d"], "C …");
    const id = m.groups[0]?.id ?? "";
    expect(m.at.get(id)).toEqual({ x: 1, y: 2 });
    const d = drawn(m);
    expect(d.entities.map((e) => e.id)).toEqual([id, "a", "b"]);
    expect(d.ties.map((t) => [t.a, t.b, t.words])).toEqual([
      ["a", "b", "ab"],
      ["b", id, "bc; bd"],
    ]);
  });

  it("gives back what it had before it was grouped", () => {
    const before = chart();
    const m = group(before, ["c", "d"], "C …");
    expect(drawn(ungroup(m, [m.groups[0]?.id ?? ""]))).toEqual(drawn(before));
  });

  it("takes a group into a group", () => {
    const one = group(chart(), ["c", "d"], "C …");
    const two = group(one, [one.groups[0]?.id ?? "", "a"], "all");
    expect(two.groups).toHaveLength(1);
    expect(two.groups[0]?.members).toEqual(["c", "d", "a"]);
  });

  it("does not move what is pinned", () => {
    const m = pin(chart(), ["a"]);
    const to = place(m, [
      { id: "a", x: 9, y: 9 },
      { id: "b", x: 8, y: 8 },
    ]);
    expect(to.at.get("a")).toEqual({ x: 0, y: 0 });
    expect(to.at.get("b")).toEqual({ x: 8, y: 8 });
    expect(pin(m, ["a"]).pinned.size).toBe(0);
    expect(pin(m, ["a", "b"]).pinned.size).toBe(2);
  });

  it("never changes the model that it came from", () => {
    const m = chart();
    const before = JSON.stringify(keep(m));
    hide(m, ["a"]);
    pin(m, ["a"]);
    group(m, ["a", "b"], "x");
    place(m, [{ id: "a", x: 5, y: 5 }]);
    spread(m, ["e"], { x: 0, y: 0 }, 1);
    expect(JSON.stringify(keep(m))).toBe(before);
  });

  it("spreads what is new around a point, each in a place of its own", () => {
    const ids = Array.from({ length: 40 }, (_, i) => `n${i}`);
    const at = spread(chart(), [...ids, "a"], { x: 10, y: 10 }, 1);
    expect(at.get("a")).toEqual({ x: 0, y: 0 });
    const places = new Set(ids.map((id) => `${at.get(id)?.x.toFixed(6)} ${at.get(id)?.y.toFixed(6)}`));
    expect(places.size).toBe(40);
    for (const id of ids) expect(Math.hypot((at.get(id)?.x ?? 0) - 10, (at.get(id)?.y ?? 0) - 10)).toBeLessThan(5);
  });

  it("keeps no name", () => {
    expect(JSON.stringify(keep(chart()))).not.toContain('"A"');
  });
});
