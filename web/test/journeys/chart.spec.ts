import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { entities, expect, exported, idle, largest, test } from "./fixtures";

const skein = resolve(import.meta.dirname, "../../../bin/skein");

test("a network is opened, expanded, joined by a path, saved, reloaded and undone", async ({ bench: page, api }) => {
  const network = await largest(api);
  await page.getByRole("link", { name: "Networks", exact: true }).click();
  await page.getByRole("link", { name: network.label }).click();
  await expect(page.getByRole("table", { name: "Members, tiers and roles" })).toBeVisible();
  await page.getByRole("button", { name: "Open in the chart" }).click();
  await idle(page);
  const list = page.getByRole("region", { name: "Entities in the chart" }).getByRole("button");
  await expect(list.first()).toBeVisible();
  const opened = await entities(page);
  expect(opened).toBeGreaterThan(10);

  // Neighbours of two members.
  await list.nth(0).click();
  await page.keyboard.press("n");
  await expect.poll(() => entities(page)).toBeGreaterThan(opened);
  await idle(page);
  const expanded = await entities(page);

  // A shortest path between two members, which is then selected.
  await list.nth(0).click();
  await list.nth(3).click({ modifiers: ["Shift"] });
  await page.keyboard.press("p");
  await idle(page);
  await expect.poll(() => page.locator(".list button[aria-pressed=true]").count()).toBeGreaterThan(2);
  await expect(page).toHaveURL(/sel=/);

  // Hide, group, and take both back.
  await list.nth(1).click();
  const name = await list.nth(1).innerText();
  const before = await entities(page);
  await page.keyboard.press("h");
  await expect.poll(() => entities(page)).toBe(before - 1);
  await expect(list.filter({ hasText: name })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => entities(page)).toBe(before);

  await page.getByRole("textbox", { name: "Name of the chart" }).fill("Members 1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Save: Members 1")).toBeVisible();
  await page.getByRole("button", { name: "Hide (H)" }).focus();

  // A reload loses nothing: not the chart, not what can be undone.
  const held = await entities(page);
  await page.reload();
  await idle(page);
  await expect.poll(() => entities(page)).toBe(held);
  for (let i = 0; i < 4 && (await entities(page)) !== opened; i++) {
    await page.keyboard.press("Control+z");
    await idle(page);
  }
  await expect.poll(() => entities(page)).toBe(opened);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => entities(page)).toBe(expanded);

  // The saved chart is as it was saved.
  await page.getByRole("combobox", { name: "Saved charts" }).selectOption("Members 1");
  await idle(page);
  await expect.poll(() => entities(page)).toBe(held);
});

test("a chart goes out as GraphML, GEXF, SVG and PNG that other programs read", async ({
  bench: page,
  api,
  origin,
}, info) => {
  const network = await largest(api);
  await page.goto(`${origin}/chart?network=${network.id}`);
  await idle(page);
  await expect.poll(() => entities(page)).toBeGreaterThan(10);
  const n = await entities(page);
  const out = (format: string) => exported(page, info, format);
  const graphml = await out("GraphML");
  const text = readFileSync(graphml, "utf8");
  expect(text.match(/<node /g)).toHaveLength(n);
  const measured = execFileSync(skein, ["network", graphml, "--measure", "degree", "--json"], { encoding: "utf8" });
  expect((JSON.parse(measured) as { nodes: number }).nodes).toBe(n);
  expect(readFileSync(await out("GEXF"), "utf8").match(/<node /g)).toHaveLength(n);
  const svg = readFileSync(await out("SVG"), "utf8");
  expect(svg.match(/<g transform/g)).toHaveLength(n);
  expect(svg).not.toMatch(/NaN|undefined/);
  expect(
    readFileSync(await out("PNG"))
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

test("layouts, the matrix, groups and properties work on one selection", async ({ bench: page, api, origin }) => {
  const network = await largest(api);
  await page.goto(`${origin}/chart?network=${network.id}`);
  await idle(page);
  await expect.poll(() => entities(page)).toBeGreaterThan(10);
  for (const layout of ["hierarchy", "circle", "geographic", "timeline", "force"]) {
    await page.getByRole("combobox", { name: "Layout" }).selectOption(layout);
    await idle(page);
  }
  const bars = page.getByRole("region", { name: /Properties/ });
  const organisers = bars.getByRole("button", { name: /^organiser/ }).first();
  await organisers.click();
  const pressed = () => page.locator(".list button[aria-pressed=true]").count();
  const some = await pressed();
  expect(some).toBeGreaterThan(0);
  await bars
    .getByRole("button", { name: /^leader/ })
    .first()
    .click({ modifiers: ["Shift"] });
  expect(await pressed()).toBeGreaterThan(some);
  await bars
    .getByRole("button", { name: /^leader/ })
    .first()
    .click({ modifiers: ["Control"] });
  expect(await pressed()).toBe(some);
  const n = await entities(page);
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await expect.poll(() => entities(page)).toBe(n - some + 1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => entities(page)).toBe(n);
  await page.getByRole("button", { name: "Matrix" }).click();
  await expect(page.getByRole("img", { name: new RegExp(`Matrix: ${n} entities`) })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("img", { name: /Matrix:/ })).toHaveCount(0);
});

test("one selection holds in all views", async ({ bench: page, api, origin }) => {
  const network = await largest(api);
  await page.goto(`${origin}/networks/${network.id}`);
  const member = page.getByRole("table").getByRole("row").nth(2);
  await member.getByRole("cell").nth(1).click();
  await expect(page).toHaveURL(/sel=E-/);
  await page.getByRole("button", { name: "Open in the chart" }).click();
  await idle(page);
  await expect(page.locator(".list button[aria-pressed=true]")).toHaveCount(1);
  const link = page.url();
  await page.goto(`${origin}/picture`);
  await page.goto(link); // a copied link works
  await idle(page);
  await expect(page.locator(".list button[aria-pressed=true]")).toHaveCount(1);
});
