import { expect, test } from "./fixtures";

test("a figure is followed from the report to its source row and back", async ({ bench: page }) => {
  await page.getByRole("link", { name: "Report", exact: true }).click();
  const report = page.frameLocator("iframe");
  await expect(report.locator("h1")).toBeVisible();
  const number = report
    .locator("a:has(data[data-figure='incidents.count']), a:has(data[data-figure^='incidents.'])")
    .first();
  const shown = (await number.locator("data").first().innerText()).trim();
  await number.click();
  await expect(page).toHaveURL(/\/figures\/incidents\..*cell=/);
  await expect(page.getByRole("heading", { name: /Evidence of/ })).toBeVisible();
  await expect(page.locator("section .tools strong")).toContainText(shown);
  const evidence = page.getByRole("table", { name: "Evidence" });
  await expect(evidence.getByRole("row").nth(1)).toBeVisible();
  const statements = await evidence.getByRole("row").nth(1).getByRole("cell").last().innerText();
  await page.getByText("Show source rows").click();
  await expect(evidence.getByRole("row").nth(1).getByRole("cell").last()).not.toHaveText(statements);
  const file = await evidence.getByRole("row").nth(1).getByRole("link").innerText();
  await evidence.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(file);
  await expect(page.getByRole("table", { name: "Records" }).getByRole("row").nth(1)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: /Evidence of/ })).toBeVisible();
  await page.goBack();
  await expect(page.frameLocator("iframe").locator("h1")).toBeVisible();
});

test("a figure's cells are filtered, sorted and copied as a table", async ({ bench: page, context, origin }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.goto(`${origin}/figures/detections.by_route_year`);
  const table = page.getByRole("table", { name: "Detections by route and year" });
  await page.getByRole("textbox", { name: "Filter cells" }).fill("Balkan 2015");
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("textbox", { name: "Filter cells" }).fill("");
  await table.getByRole("button", { name: /Value/ }).click();
  const first = async () =>
    Number((await table.getByRole("row").nth(1).locator(".value").innerText()).replaceAll(",", ""));
  await expect.poll(first).toBeGreaterThan(100_000);
  await page.getByRole("button", { name: "Copy as table" }).click();
  const rows = async () => (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  await expect.poll(async () => (await rows())[0]).toBe("route\tyear\tdetections\t95 % interval\tn");
  expect((await rows()).length).toBeGreaterThan(5);
});

test("every figure opens", async ({ bench: page, api, origin }) => {
  test.setTimeout(180_000);
  const all = ((await api("figures?limit=1000")) as { figures: { id: string; title: string }[] }).figures;
  expect(all.length).toBeGreaterThan(60);
  for (const f of all) {
    await page.goto(`${origin}/figures/${f.id}`);
    await expect(page.getByRole("heading", { level: 1, name: f.title })).toBeVisible();
    expect(await page.locator("main").textContent()).not.toMatch(/undefined|NaN/);
  }
});
