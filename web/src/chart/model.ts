// What a chart holds. A model is never changed: each step makes another, so that undo is the one before.
import type { components } from "../api.gen";

export type Entity = components["schemas"]["ChartNode"];
export type Tie = components["schemas"]["ChartEdge"];
export interface At {
  x: number;
  y: number;
}
export interface Group {
  id: string;
  name: string;
  members: string[];
}
export interface Model {
  from: string; // the address that it was loaded from
  entities: Map<string, Entity>;
  ties: Tie[];
  at: Map<string, At>;
  hidden: Set<string>;
  pinned: Set<string>;
  groups: Group[];
}

export const empty = (from = ""): Model => ({
  from,
  entities: new Map(),
  ties: [],
  at: new Map(),
  hidden: new Set(),
  pinned: new Set(),
  groups: [],
});

/** What is drawn: entities and closed groups, and the ties among them. */
export interface Drawn {
  entities: Entity[];
  ties: Tie[];
}

/** spread puts entities that lie nowhere yet around a point, in rings a step apart. */
export function spread(m: Model, ids: string[], around: At, step: number): Map<string, At> {
  const at = new Map(m.at);
  let k = 0;
  for (const id of ids) {
    if (at.has(id)) continue;
    const ring = Math.floor(k / 12) + 1;
    const angle = (2 * Math.PI * (k % 12)) / 12 + ring * 0.26;
    at.set(id, { x: around.x + step * ring * Math.cos(angle), y: around.y + step * ring * Math.sin(angle) });
    k++;
  }
  return at;
}

/** extent is the box around points. */
export function extent(points: Iterable<At>) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const p of points) {
    left = Math.min(left, p.x);
    right = Math.max(right, p.x);
    low = Math.min(low, p.y);
    high = Math.max(high, p.y);
  }
  return { left, right, low, high };
}

/** scale is a fitting distance between neighbours: of the extent, divided among as many. */
export function scale(m: Model): number {
  const points = [...m.at.values()];
  if (points.length < 2) return 1;
  const { left, right, low, high } = extent(points);
  return (Math.max(right - left, high - low) || 1) / Math.sqrt(points.length) / 1.5;
}

export function drawn(m: Model): Drawn {
  const inside = new Map<string, string>();
  const entities: Entity[] = [];
  for (const g of m.groups) {
    if (m.hidden.has(g.id)) continue;
    const members = g.members.filter((id) => m.entities.has(id));
    for (const id of members) inside.set(id, g.id);
    entities.push({ id: g.id, schema: "Group", name: g.name, locked: false, ties: 0 });
  }
  for (const e of m.entities.values()) if (!m.hidden.has(e.id) && !inside.has(e.id)) entities.push(e);
  const shown = new Set(entities.map((e) => e.id));
  const ties = new Map<string, Tie>();
  for (const t of m.ties) {
    const a = inside.get(t.a) ?? t.a;
    const b = inside.get(t.b) ?? t.b;
    if (a === b || !shown.has(a) || !shown.has(b)) continue;
    const joined = inside.has(t.a) || inside.has(t.b);
    const key = joined ? `${a} ${b}` : `${a} ${b} ${t.kind}`;
    const old = ties.get(key);
    if (!old) ties.set(key, { ...t, a, b });
    else
      ties.set(key, {
        ...old,
        confirmed: old.confirmed || t.confirmed,
        words: old.words.includes(t.words) ? old.words : `${old.words}; ${t.words}`,
      });
  }
  return { entities, ties: [...ties.values()] };
}

export function hide(m: Model, ids: string[]): Model {
  return { ...m, hidden: new Set([...m.hidden, ...ids]) };
}

/** pin fixes entities where they lie, or frees them when all of them are fixed. */
export function pin(m: Model, ids: string[]): Model {
  const pinned = new Set(m.pinned);
  const free = ids.every((id) => pinned.has(id));
  for (const id of ids) free ? pinned.delete(id) : pinned.add(id);
  return { ...m, pinned };
}

export function group(m: Model, ids: string[], name: string): Model {
  const members = ids.flatMap((id) => m.groups.find((g) => g.id === id)?.members ?? [id]);
  const points = ids.map((id) => m.at.get(id)).filter((p): p is At => p !== undefined);
  const middle = {
    x: points.reduce((s, p) => s + p.x, 0) / points.length,
    y: points.reduce((s, p) => s + p.y, 0) / points.length,
  };
  const rest = m.groups.filter((g) => !ids.includes(g.id));
  let n = 1;
  while (rest.some((g) => g.id === `group ${n}`)) n++;
  const id = `group ${n}`;
  return { ...m, groups: [...rest, { id, name, members }], at: new Map(m.at).set(id, middle) };
}

export function ungroup(m: Model, ids: string[]): Model {
  return { ...m, groups: m.groups.filter((g) => !ids.includes(g.id)) };
}

/** place moves entities; those that are pinned stay. */
export function place(m: Model, to: { id: string; x: number; y: number }[]): Model {
  const at = new Map(m.at);
  for (const p of to) if (!m.pinned.has(p.id)) at.set(p.id, { x: p.x, y: p.y });
  return { ...m, at };
}

/** Kept is what is kept of a chart: no personal data but IDs. */
export interface Kept {
  from: string;
  at: [string, number, number][];
  hidden: string[];
  pinned: string[];
  groups: Group[];
}

export const keep = (m: Model): Kept => ({
  from: m.from,
  at: [...m.at].map(([id, p]) => [id, p.x, p.y]),
  hidden: [...m.hidden],
  pinned: [...m.pinned],
  groups: m.groups,
});
