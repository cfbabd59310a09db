// How fast the workbench is with much in it, in a headless browser without a graphics card.
// Where the case of the tests is too small, answers of the size in question stand in for the
// server's. Each line is the median of several runs, each in a fresh browser context.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { makePoints, makeTies, numbers, type Served, serve } from "../case";

const runs = 5;

const test = base.extend<object, { served: Served; session: Awaited<ReturnType<BrowserContext["cookies"]>> }>({
  served: [
    async ({ browserName: _ }, use) => {
      const s = await serve(18490);
      await use(s);
      await s.stop();
    },
    { scope: "worker" },
  ],
  session: [
    async ({ browser, served }, use) => {
      const context = await browser.newContext();
      await (await context.newPage()).goto(served.address);
      await use(await context.cookies());
    },
    { scope: "worker" },
  ],
});

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

function told(what: string, all: number[], limit: number, unit = "ms") {
  const sorted = [...all].sort((a, b) => a - b);
  const spread = all.length > 1 ? ` (${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)} of ${all.length})` : "";
  console.log(`${what}: ${median(all).toFixed(0)} ${unit}${spread}, wanted under ${limit} ${unit}`);
  expect(median(all)).toBeLessThan(limit);
}

/** each opens an address in a fresh context, several times, and times until there is what is waited for. */
async function each(
  browser: Browser,
  cookies: Awaited<ReturnType<BrowserContext["cookies"]>>,
  address: string,
  prepare: (page: Page) => Promise<unknown>,
  until: (page: Page) => Promise<void>,
) {
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await prepare(page);
    const start = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    await until(page);
    times.push(performance.now() - start);
    await context.close();
  }
  return times;
}

function packedBody(head: object, arrays: (Float32Array | Uint32Array)[]): Buffer {
  let text = Buffer.from(JSON.stringify(head));
  text = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, " ")]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...arrays.map((a) => Buffer.from(a.buffer))]);
}

const binary = (body: Buffer) => ({ body, contentType: "application/octet-stream" });

test("first useful paint", async ({ browser, served, session }) => {
  const times = await each(
    browser,
    session,
    `${new URL(served.address).origin}/picture`,
    async () => {},
    (page) => page.locator(".card .big").first().waitFor(),
  );
  told("first useful paint, the picture", times, 1500);
});

/** opened serves a case and opens a session on it. */
async function opened(browser: Browser, from: string) {
  const served = await serve(18491, from);
  const context = await browser.newContext();
  await (await context.newPage()).goto(served.address);
  return { served, context, origin: new URL(served.address).origin, cookies: await context.cookies() };
}

test("a chart of 2,000 entities and 8,000 ties", async ({ browser }) => {
  const n = 2000;
  const { served, context, origin, cookies } = await opened(browser, makeTies(n));
  // All persons of the case, as the server gives them: no network of it is that large.
  const ids: string[] = [];
  for (const m of (
    (await (await context.request.get(`${origin}/api/contributions/1/records?limit=${n}`)).json()) as {
      records: { thing: string }[];
    }
  ).records)
    ids.push(m.thing);
  const chart = await (await context.request.post(`${origin}/api/chart/between`, { data: { ids } })).json();
  expect(chart.nodes).toHaveLength(n);
  console.log(`the chart has ${chart.edges.length} ties`);
  const times = await each(
    browser,
    cookies,
    `${origin}/chart?network=N1`,
    (page) => page.route("**/api/networks/N1/chart", (x) => x.fulfill({ json: chart })),
    async (page) => {
      await page.locator(`.stage[data-entities="${n}"][data-busy=false]`).waitFor();
      // Interactive: a click on an entity of the list is answered.
      await page.locator(".list button").first().click();
      await page.locator(".list button[aria-pressed=true]").waitFor();
    },
  );
  await context.close();
  await served.stop();
  told("chart of 2,000 entities and 8,000 ties, layout and all, until a click is answered", times, 2000);
});

test("all networks, 50,000 entities", async ({ browser, served, session }) => {
  const [n, m] = [50_000, 100_000];
  const r = numbers(2);
  const at = Array.from({ length: n }, (_, i): [number, number] => {
    const [far, turn] = [20 * Math.sqrt(i % 500), (i % 500) * 2.4];
    return [far * Math.cos(turn) + 16 * r() - 8, far * Math.sin(turn) + 16 * r() - 8];
  });
  const body = packedBody(
    {
      ids: Array.from({ length: n }, (_, i) => `E-${i}`),
      networks: Array.from({ length: 500 }, (_, i) => `Network ${i}`),
      edges: m,
    },
    [
      Float32Array.from(at, (p) => p[0]),
      Float32Array.from(at, (p) => p[1]),
      Uint32Array.from({ length: n }, (_, i) => i % 500),
      // Ties are within networks, as the server gives them.
      Uint32Array.from({ length: 2 * m }, (_, k) => (Math.floor(k / 2) % 500) + 500 * Math.floor((r() * n) / 500)),
    ],
  );
  const times = await each(
    browser,
    session,
    `${new URL(served.address).origin}/chart?whole=1`,
    (page) => page.route("**/api/chart/whole", (x) => x.fulfill(binary(body))),
    (page) => page.locator(`#whole[data-drawn="${n}"]`).waitFor(),
  );
  told("50,000 entities and 100,000 ties, drawn", times, 5000);
});

test("100,000 points on the map", async ({ browser }) => {
  const n = 100_000;
  const { served, context, origin, cookies } = await opened(browser, makePoints(n));
  await context.close();
  const times = await each(
    browser,
    cookies,
    `${origin}/map`,
    async () => {},
    (page) => page.locator(`[data-drawn="${n}"]`).waitFor({ state: "attached" }),
  );
  await served.stop();
  told("100,000 points on the map, drawn", times, 2000);
});

test("a table of 100,000 rows scrolls without blank rows", async ({ browser, served, session }) => {
  const n = 100_000;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(session);
  const page = await context.newPage();
  const origin = new URL(served.address).origin;
  const figure = (await (
    await context.request.get(`${origin}/api/figures/incidents.by_month?limit=1`)
  ).json()) as Record<string, unknown>;
  await page.route("**/api/figures/incidents.by_month?*", (x) => {
    const q = new URL(x.request().url()).searchParams;
    const [from, limit] = [Number(q.get("offset") ?? 0), Number(q.get("limit") ?? 200)];
    const rows = Array.from({ length: Math.min(limit, n - from) }, (_, i) => ({
      keys: [`month ${from + i}`],
      text: String(from + i),
      value: from + i,
      n: 1,
      records: 1,
    }));
    return x.fulfill({ json: { ...figure, total: n, rows } });
  });
  await page.goto(`${origin}/figures/incidents.by_month`);
  const table = page.getByRole("table").first();
  await table.getByText("month 0", { exact: true }).waitFor();
  // Frame by frame, fast: what is seen must have its content.
  const seen = await table.evaluate(async (box) => {
    let [frames, blank, rows] = [0, 0, 0];
    const begin = performance.now();
    while (performance.now() - begin < 6000) {
      box.scrollTop += 90;
      await new Promise((r) => requestAnimationFrame(r));
      const view = box.getBoundingClientRect();
      let high = view.top + 31;
      for (const row of box.querySelectorAll<HTMLElement>("[role=row][aria-rowindex]")) {
        const at = row.getBoundingClientRect();
        if (at.bottom <= view.top + 31 || at.top >= view.bottom) continue;
        rows++;
        if (row.textContent?.includes("…")) blank++;
        high = Math.max(high, at.bottom);
      }
      if (high < view.bottom - 20) blank++;
      frames++;
    }
    return { frames, blank, rows, to: box.scrollTop };
  });
  console.log(
    `table of 100,000 rows: ${seen.blank} blank of ${seen.rows} rows seen in ${seen.frames} frames (${(seen.frames / 6).toFixed(0)} a second), scrolled ${Math.round(seen.to / 30)} rows`,
  );
  expect(seen.blank).toBe(0);
  expect(seen.to).toBeGreaterThan(1000);
  // A jump to the end shows its rows within a moment.
  const start = performance.now();
  await table.evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await table.getByText(`month ${n - 1}`, { exact: true }).waitFor();
  console.log(`table of 100,000 rows, jump to its end: ${(performance.now() - start).toFixed(0)} ms`);
  await context.close();
});

test("the first load", async ({ browser, served, session }) => {
  const context = await browser.newContext();
  await context.addCookies(session);
  const page = await context.newPage();
  await page.goto(`${new URL(served.address).origin}/picture`);
  await page.locator(".card .big").first().waitFor();
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((e) => new URL(e.name).pathname.startsWith("/assets/"))
      .map((e) => ({ name: e.name, size: (e as PerformanceResourceTiming).encodedBodySize })),
  );
  const total = sizes.reduce((s, e) => s + e.size, 0) / 1000;
  told("scripts and styles of the first load, as sent", [total], 600, "kB");
  const assets = resolve(import.meta.dirname, "../../dist/assets");
  const gz = (name: RegExp) =>
    readdirSync(assets)
      .filter((f) => name.test(f))
      .reduce((s, f) => s + gzipSync(readFileSync(resolve(assets, f))).length, 0) / 1000;
  console.log(`on demand: map ${gz(/^map.*\.js$/).toFixed(0)} kB, chart ${gz(/^chart.*\.js$/).toFixed(0)} kB`);
  expect(sizes.some((e) => /\/(map|chart)/.test(new URL(e.name).pathname))).toBe(false);
  await context.close();
});
