// Cases beside each other, and a case that nothing may be written to.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { serve } from "../case";

const tree = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => `${name} ${readFileSync(join(dir, name)).toString("base64")}`)
    .sort();

test("two cases on two ports are open in one browser", async ({ context }) => {
  const cases = [await serve(18470), await serve(18471)];
  try {
    const pages = [];
    for (const c of cases) {
      const page = await context.newPage();
      await page.goto(c.address);
      await expect(page.locator("h1")).toBeVisible();
      pages.push(page);
    }
    for (const page of pages) {
      await page.reload();
      await expect(page.locator("h1")).toBeVisible();
      expect((await page.request.get(new URL("/api/picture", page.url()).href)).status()).toBe(200);
    }
    expect((await context.cookies()).map((c) => c.name).sort()).toEqual(["skein-18470", "skein-18471"]);
  } finally {
    for (const c of cases) await c.stop();
  }
});

test("a case served for reading only says so, and is not written", async ({ page }) => {
  const c = await serve(18472, undefined, "--read-only");
  try {
    const before = tree(c.dir);
    await page.goto(c.address);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.getByRole("status").getByText("nothing is written to it")).toBeVisible();
    const at = (path: string) => new URL(path, page.url()).href;
    const refused = await page.request.post(at("/api/charts/mine"), { data: { nodes: [] } });
    expect(refused.status()).toBe(403);
    expect(await refused.text()).toContain("open for reading only");
    await page.goto(at("/judge"));
    await expect(page.locator("h1")).toBeVisible();
    const same = page.getByRole("button", { name: /^Same/ });
    if (await same.isVisible()) {
      await same.click();
      await expect(page.getByText("open for reading only").last()).toBeVisible();
    }
    expect(tree(c.dir)).toEqual(before);
  } finally {
    await c.stop();
  }
});
