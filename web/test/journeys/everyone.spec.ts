// What must hold for everyone in every view: keys alone, dark as light, no barrier.
import { accessible, entities, expect, idle, largest, test } from "./fixtures";

test("a working day by keys alone", async ({ bench: page }) => {
  page.mouse.click = () => Promise.reject(new Error("the mouse was used"));
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  // The first stop leads past the navigation.
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("To the content");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Ctrl+Z");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const go = async (letter: string, path: RegExp) => {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await expect(page).toHaveURL(path);
  };
  await go("n", /networks/);
  await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
  // Down to the first network by Tab, then into its chart.
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => !!document.activeElement?.closest("[role=cell]"))) break;
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/networks\/N/);
  await expect(page.getByRole("button", { name: "Open in the chart" })).toBeVisible();
  for (let i = 0; i < 40 && (await focused()) !== "Open in the chart"; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await idle(page);
  await expect.poll(() => entities(page)).toBeGreaterThan(3);
  // Two entities of the list, a path between them, hide and undo.
  const inList = () => page.evaluate(() => !!document.activeElement?.closest(".list"));
  for (let i = 0; i < 60 && !(await inList()); i++) await page.keyboard.press("Tab");
  expect(await inList()).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.locator(".list button[aria-pressed=true]")).toHaveCount(1);
  const n = await entities(page);
  await page.keyboard.press("h");
  await expect.poll(() => entities(page)).toBe(n - 1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => entities(page)).toBe(n);

  await go("j", /judge/);
  await expect(page.locator(".sides .head").first()).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("1 judged")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("0 judged")).toBeVisible();

  await page.keyboard.press("/");
  await page.keyboard.type("Mohammed");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/entity/);
  await go("f", /figures/);
  await go("o", /contributions/);
  await go("m", /map/);
  await go("r", /report/);
  await go("p", /picture/);
});

for (const theme of ["light", "dark"]) {
  test(`no barrier in any view, ${theme}`, async ({ bench: page, api, origin }) => {
    test.setTimeout(240_000);
    const network = await largest(api);
    const roster = (await api(`networks/${network.id}`)) as { roster: { id: string; locked: boolean }[] };
    const quarantined = ((await api("quarantine")) as { rows: { entry: number }[] }).rows;
    await page.evaluate((t) => localStorage.setItem("theme", t), theme);
    for (const path of [
      "/picture",
      "/map",
      `/chart?network=${network.id}`,
      `/chart?network=${network.id}&as=matrix`,
      "/chart?whole=1",
      "/networks",
      "/networks?as=multiples",
      `/networks/${network.id}`,
      `/entity/${roster.roster.find((m) => !m.locked)?.id}`,
      `/entity/${roster.roster.find((m) => m.locked)?.id}`,
      "/judge",
      "/figures",
      "/figures/suspects.by_role",
      "/contributions?quarantine=1",
      `/contributions/${quarantined[0]?.entry}`,
      "/report",
    ]) {
      await page.goto(`${origin}${path}`);
      await expect(page.getByText("Loading")).toHaveCount(0);
      await page.waitForTimeout(700);
      expect(await page.locator("body").evaluate((b) => b.classList.contains("bp6-dark"))).toBe(theme === "dark");
      await test.step(path, () => accessible(page));
    }
  });
}

test("the theme is kept", async ({ bench: page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await background();
  await page.getByRole("button", { name: /^(Dark|Light)$/ }).click();
  await expect.poll(background).not.toBe(before);
  const after = await background();
  await page.reload();
  await expect.poll(background).toBe(after);
});
