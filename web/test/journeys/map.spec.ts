import { readFileSync } from "node:fs";
import { expect, exported, test } from "./fixtures";

test("the time slider plays, and the map shows what it says", async ({ bench: page }) => {
  await page.getByRole("link", { name: "Map", exact: true }).click();
  const points = page.locator("[data-points]");
  await expect(points).toBeAttached({ timeout: 30_000 });
  const shown = async () => Number(await points.getAttribute("data-points"));
  const all = await shown();
  expect(all).toBeGreaterThan(20);
  const said = page.locator(".time output");
  await expect(said).toContainText(`whole period: ${all} shown`);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const seen = new Set<string>();
  for (let i = 0; i < 6; i++) {
    await page.waitForTimeout(400);
    const text = await said.innerText();
    seen.add(text);
  }
  await page.getByRole("button", { name: "Pause" }).click();
  expect(seen.size).toBeGreaterThan(3);
  await expect.poll(async () => (await said.innerText()).includes(`: ${await shown()} shown`)).toBe(true);
  expect(await shown()).toBeLessThan(all);
  // By keys: to the beginning, which is the whole period.
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await expect.poll(shown).toBe(all);
});

test("what the lasso holds is selected, and goes out in four forms", async ({ bench: page, origin }, info) => {
  await page.goto(`${origin}/map`);
  await expect(page.locator("[data-points]")).toBeAttached({ timeout: 30_000 });
  await page.getByRole("button", { name: "Fit (F)" }).click();
  await page.waitForTimeout(500);
  await page.getByRole("button", { name: "Lasso" }).click();
  const box = await page.locator(".canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  const [x, y, w, h] = [box.x + 10, box.y + 10, box.width - 80, box.height - 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [u, v] of [
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ] as const)
    await page.mouse.move(u, v, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/sel=Incident/);
  await expect(page.getByRole("region", { name: "selected" }).getByRole("link").first()).toBeVisible();

  const out = async (format: string) => readFileSync(await exported(page, info, format));
  const geo = JSON.parse((await out("GeoJSON")).toString()) as { features: { geometry: { type: string } }[] };
  const n = geo.features.filter((f) => f.geometry.type === "Point").length;
  expect(n).toBe(Number(await page.locator("[data-points]").getAttribute("data-points")));
  const kml = (await out("KML")).toString();
  expect(kml.match(/<Point>/g)).toHaveLength(n);
  const svg = (await out("SVG")).toString();
  expect(svg.match(/<circle/g)?.length).toBe(n);
  expect(svg).not.toMatch(/NaN|undefined/);
  expect((await out("PNG")).length).toBeGreaterThan(20_000);
});

test("without a network the map has its ground", async ({ bench: page, context, origin }) => {
  // Nothing but this server is reached, as on a machine without a network.
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith("http"),
    (r) => r.abort(),
  );
  await page.goto(`${origin}/map`);
  await expect(page.locator("[data-points]")).toBeAttached({ timeout: 30_000 });
  const colours = await page.evaluate(async () => {
    const canvas = document.querySelector("canvas.maplibregl-canvas") as HTMLCanvasElement;
    await new Promise((r) => setTimeout(r, 1500));
    const copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const c = copy.getContext("2d");
    c?.drawImage(canvas, 0, 0);
    const d = c?.getImageData(0, 0, copy.width, copy.height).data ?? new Uint8ClampedArray();
    const seen = new Map<string, number>();
    for (let i = 0; i < d.length; i += 4 * 97) {
      const k = `${d[i]},${d[i + 1]},${d[i + 2]}`;
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    return [...seen].sort((a, b) => b[1] - a[1]).slice(0, 2);
  });
  // Land and sea, both of them much of what is seen.
  expect(colours).toHaveLength(2);
  for (const [, count] of colours) expect(count).toBeGreaterThan(500);
});
