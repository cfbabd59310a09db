import { expect, test } from "./fixtures";

test("ten pairs are judged and three of them undone, none is asked twice", async ({ bench: page, api }) => {
  const waiting = async () => ((await api("picture")) as { questions: number }).questions;
  const before = await waiting();
  await page.getByRole("link", { name: "Judge", exact: true }).click();
  const seen = new Set<string>();
  const pair = async () => (await page.locator(".sides .head").allInnerTexts()).join(" | ");
  await expect(page.locator(".sides .head").first()).toBeVisible();
  const verdicts = ["y", "n", "u", "y", "n", "h", "y", "n", "u", "n"];
  for (const [i, v] of verdicts.entries()) {
    await expect(page.getByText(`${i} judged`)).toBeVisible();
    const at = await pair();
    expect(seen.has(at), `asked twice: ${at}`).toBe(false);
    seen.add(at);
    await page.keyboard.press(v);
  }
  await expect(page.getByText("10 judged")).toBeVisible();
  const eleventh = await pair();
  expect(seen.has(eleventh)).toBe(false);

  await page.keyboard.press("z");
  await expect(page.getByText("9 judged")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("8 judged")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("7 judged")).toBeVisible();
  expect([...seen].indexOf(await pair())).toBe(7);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("8 judged")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("7 judged")).toBeVisible();

  // What was undone waits again, what was judged does not; also after a reload.
  await page.reload();
  await expect(page.locator(".sides .head").first()).toBeVisible();
  for (let i = 0; i < 8; i++) {
    const at = await pair();
    expect([...seen].slice(0, 7)).not.toContain(at);
    await page.keyboard.press("j");
  }
  await expect.poll(waiting, { timeout: 30_000 }).toBeLessThan(before);
  await page.keyboard.press("z");
  await expect(page.getByText("undo: ")).toBeVisible();
});
