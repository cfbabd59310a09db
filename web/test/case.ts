// A simulated case, and a server of a copy of it.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const skein = join(root, "bin/skein");
const world = join(root, "out/web/world");
const built = join(root, "out/web/case");

/** makeCase simulates a small world and works it through, unless this program has done so. */
export function makeCase() {
  const done = join(built, "figures.json");
  if (existsSync(done) && statSync(done).mtimeMs > statSync(skein).mtimeMs) return;
  rmSync(join(root, "out/web"), { recursive: true, force: true });
  execFileSync(skein, ["simulate", "--seed", "7", "--scale", "0.02", "-o", world]);
  try {
    execFileSync(skein, ["run", join(world, "case.yaml"), "--out", built], { stdio: "pipe" });
  } catch (e) {
    // Code 3 says that rows are in quarantine: the world has some that are broken on purpose.
    if ((e as { status?: number }).status !== 3) throw e;
  }
}

/** numbers are the same in every run, from 0 to 1 (Lehmer 1951). */
export function numbers(seed: number) {
  let x = seed;
  return () => {
    x = (x * 48271) % 2147483647;
    return x / 2147483647;
  };
}

/** makeOf makes a case of tables, each read by the mapping that is suggested or given for it, unless that is done. */
function makeOf(name: string, tables: () => { file: string; rows: string[]; mapping?: string }[]): string {
  const dir = join(root, `out/web/${name}`);
  if (existsSync(join(dir, "ready"))) return join(dir, "case");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const terms = ["--owner", "EUROPOL", "--grade", "B2", "--label", "H1 RESTRICTED"];
  for (const { file, rows, mapping } of tables()) {
    const csv = join(dir, `${file}.csv`);
    const by = join(dir, `${file}.yaml`);
    writeFileSync(csv, `${rows.join("\n")}\n`);
    writeFileSync(by, mapping ?? execFileSync(skein, ["map", "suggest", csv]));
    execFileSync(skein, ["ingest", "--case", join(dir, "case"), "--source", file, ...terms, "--mapping", by, csv]);
  }
  writeFileSync(join(dir, "ready"), "");
  return join(dir, "case");
}

/** makePoints makes a case of many incidents around 250 hotspots. */
export const makePoints = (n: number) =>
  makeOf(`points-${n}`, () => {
    const r = numbers(3);
    const rows = ["id,date,lat,lon,dead,route"];
    for (let i = 0; i < n; i++) {
      const spot = i % 250;
      const lat = ((spot * 7) % 40) + 15 + r() + r() + r() - 1.5;
      const lon = spot * 0.24 - 15 + r() + r() + r() - 1.5;
      const date = `${2014 + (i % 3)}-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;
      rows.push(`I${i},${date},${lat.toFixed(4)},${lon.toFixed(4)},${i % 4},${i % 2 ? "Western Balkan" : "Eastern"}`);
    }
    return [{ file: "incidents", rows }];
  });

/** makeTies makes a case of persons in cells of fifty, tied four times each; one tie in twenty leads from cell to cell. */
export const makeTies = (n: number) =>
  makeOf(`ties-${n}`, () => {
    const r = numbers(1);
    const tiers = ["leader", "organiser", "facilitator", ""];
    const persons = ["id,name,born,tier,lives"];
    const syllables = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo zu".split(" ");
    const word = () => [0, 1, 2].map(() => syllables[Math.floor(r() * syllables.length)]).join("");
    for (let i = 0; i < n; i++)
      persons.push(
        `P${i},${word()} ${word()}${word()},${1940 + (i % 60)}-0${1 + (i % 9)}-1${i % 10},${tiers[i % 4]},LY`,
      );
    const ties = ["id,a,b"];
    const seen = new Set<string>();
    while (ties.length <= 4 * n) {
      const a = Math.floor(r() * n);
      const b = ties.length % 20 ? a - (a % 50) + Math.floor(r() * 50) : Math.floor(r() * n);
      if (a === b || seen.has(`${a} ${b}`) || seen.has(`${b} ${a}`)) continue;
      seen.add(`${a} ${b}`);
      ties.push(`T${ties.length},P${a},P${b}`);
    }
    const person = "schema: Person, category: suspect, keys";
    return [
      {
        file: "persons",
        rows: persons,
        mapping: `queries: [{entities: {p: {${person}: [id], properties: {name: {column: name}, birthDate: {column: born}, tier: {column: tier}, residence: {column: lives}}}}}]`,
      },
      {
        file: "ties",
        rows: ties,
        mapping: `queries: [{entities: {a: {${person}: [a]}, b: {${person}: [b]}, t: {schema: Associate, keys: [id], properties: {person: {entity: a}, associate: {entity: b}}}}}]`,
      },
    ];
  });

export interface Served {
  address: string; // with the token
  dir: string;
  stop: () => Promise<void>;
}

/** serve serves a copy of the case, so that what one test does no other sees. */
export async function serve(port: number, from = built, ...options: string[]): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), "skein-web-"));
  cpSync(from, dir, { recursive: true });
  const child = spawn(skein, ["serve", "--case", dir, "--addr", `127.0.0.1:${port}`, "--user", "tester", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (d) => {
    errors += d;
  });
  const ended = new Promise<void>((done) => child.on("exit", () => done()));
  const address = await new Promise<string>((done, failed) => {
    let out = "";
    child.stdout.on("data", (d) => {
      out += d;
      const m = /http:\S+token=\S+/.exec(out);
      if (m) done(m[0]);
    });
    child.on("exit", (code) => failed(new Error(`skein serve ended with ${code}: ${errors}`)));
  });
  return {
    address,
    dir,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
