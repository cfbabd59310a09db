import { beforeEach, describe, expect, it, vi } from "vitest";
import { fill } from "../../src/api";
import { type Spot, within } from "../../src/lasso";
import { counted, text } from "../../src/text";
import { did, redo, remembered, undo, undoable } from "../../src/undo";

describe("calls", () => {
  it("put values into the path and the rest behind it", () => {
    expect(fill("/api/figures/{id}", { id: "a/b", where: ["x y", "z"], sort: "", limit: 0 })).toBe(
      "/api/figures/a%2Fb?where=x+y&where=z&limit=0",
    );
  });
});

describe("undo", () => {
  const held = new Map<string, string>();
  let log: string[] = [];
  beforeEach(() => {
    held.clear();
    log = [];
    vi.stubGlobal("sessionStorage", {
      getItem: (k: string) => held.get(k) ?? null,
      setItem: (k: string, v: string) => held.set(k, v),
    });
    remembered();
    undoable<string>("test", (to) => void log.push(to));
  });

  it("takes back the last step first, and does it again", async () => {
    did("test", "first", "0", "1");
    did("test", "second", "1", "2");
    await undo();
    await undo();
    expect(await undo()).toBe(false);
    await redo();
    expect(log).toEqual(["1", "0", "1"]);
  });
  it("forgets what was undone when something else is done", async () => {
    did("test", "first", "0", "1");
    await undo();
    did("test", "other", "0", "9");
    expect(await redo()).toBe(false);
  });
  it("goes on after a reload", async () => {
    did("test", "first", "0", "1");
    remembered();
    expect(await undo()).toBe(true);
    expect(log).toEqual(["0"]);
  });
  it("keeps a step that did not work", async () => {
    undoable("test", () => Promise.reject(new Error("no")));
    did("test", "first", "0", "1");
    await expect(undo()).rejects.toThrow("no");
    undoable<string>("test", (to) => void log.push(to));
    expect(await undo()).toBe(true);
  });
  it("keeps the latest of many large steps", async () => {
    const large = "x".repeat(400_000);
    for (let k = 0; k < 9; k++) did("test", `${k}`, `${k}${large}`, "");
    expect(held.get("undo")?.length).toBeLessThan(1_600_000);
    remembered();
    await undo();
    expect(log[0]?.[0]).toBe("8");
  });
});

describe("the lasso", () => {
  const ring: Spot[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ];
  it("holds what lies inside a line that bends in", () => {
    expect(within([1, 5], ring)).toBe(true);
    expect(within([5, 5], ring)).toBe(false);
    expect(within([11, 5], ring)).toBe(false);
  });
});

describe("the catalogue", () => {
  it("has no empty text", () => {
    const walk = (x: unknown): string[] =>
      typeof x === "string" ? [x] : Object.values(x as object).flatMap((v: unknown) => walk(v));
    for (const s of walk(text)) expect(s.trim()).not.toBe("");
  });
});

describe("numbers", () => {
  it("have the noun of their number", () => {
    expect(counted(1, text.picture.records)).toBe("1 record");
    expect(counted(0, text.picture.quarantined)).toBe("0 rows in quarantine");
    expect(counted(1200, text.chart.entities)).toBe("1,200 entities");
    expect(counted(1, text.picture.questions)).toBe("1 pair waits for judgement");
  });
});
