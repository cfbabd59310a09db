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

/** makePoints makes a case of many incidents around 250 hotspots, unless that is done. */
export function makePoints(n: number): string {
  const dir = join(root, `out/web/points-${n}`);
  if (existsSync(join(dir, "ready"))) return dir;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  let x = 3;
  const r = () => {
    x = (x * 48271) % 2147483647; // Lehmer 1951
    return x / 2147483647;
  };
  const lines = ["id,date,lat,lon,dead,route"];
  for (let i = 0; i < n; i++) {
    const spot = i % 250;
    const lat = ((spot * 7) % 40) + 15 + r() + r() + r() - 1.5;
    const lon = spot * 0.24 - 15 + r() + r() + r() - 1.5;
    const date = `${2014 + (i % 3)}-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;
    lines.push(`I${i},${date},${lat.toFixed(4)},${lon.toFixed(4)},${i % 4},${i % 2 ? "Western Balkan" : "Eastern"}`);
  }
  const csv = join(dir, "incidents.csv");
  const mapping = join(dir, "mapping.yaml");
  writeFileSync(csv, `${lines.join("\n")}\n`);
  writeFileSync(mapping, execFileSync(skein, ["map", "suggest", csv]));
  const terms = ["--source", "points", "--owner", "EUROPOL", "--grade", "B2", "--label", "H1 RESTRICTED"];
  execFileSync(skein, ["ingest", "--case", join(dir, "case"), ...terms, "--mapping", mapping, csv]);
  writeFileSync(join(dir, "ready"), "");
  return dir;
}

export interface Served {
  address: string; // with the token
  dir: string;
  stop: () => Promise<void>;
}

/** serve serves a copy of the case, so that what one test does no other sees. */
export async function serve(port: number, from = built): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), "skein-web-"));
  cpSync(from, dir, { recursive: true });
  const child = spawn(skein, ["serve", "--case", dir, "--addr", `127.0.0.1:${port}`, "--user", "tester"], {
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
