// A simulated case, and a server of a copy of it.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const skein = join(root, "bin/skein");
const world = join(root, "out/web/world");
const built = join(root, "out/web/case");

/** makeCase simulates a small world and works it through, unless that is done. */
export function makeCase() {
  if (existsSync(join(built, "figures.json"))) return;
  rmSync(join(root, "out/web"), { recursive: true, force: true });
  execFileSync(skein, ["simulate", "--seed", "7", "--scale", "0.02", "-o", world]);
  try {
    execFileSync(skein, ["run", join(world, "case.yaml"), "--out", built], { stdio: "pipe" });
  } catch (e) {
    // Code 3 says that rows are in quarantine: the world has some that are broken on purpose.
    if ((e as { status?: number }).status !== 3) throw e;
  }
}

export interface Served {
  address: string; // with the token
  dir: string;
  stop: () => Promise<void>;
}

/** serve serves a copy of the case, so that what one test does no other sees. */
export async function serve(port: number): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), "skein-web-"));
  cpSync(built, dir, { recursive: true });
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
