import { expect, test } from "./fixtures";

test("a person is found by an Arabic and by a Latin spelling", async ({ bench: page, api }) => {
  const hits = (
    (await api(`search?q=${encodeURIComponent("Mohammed")}`)) as {
      hits: { id: string; name: string; schema: string }[];
    }
  ).hits;
  const person = hits.find((h) => h.schema === "Person" && /Moham/.test(h.name));
  expect(person).toBeDefined();
  for (const spelling of ["محمد", "Mohamed", "muhammad"]) {
    await page.keyboard.press("/");
    const box = page.getByRole("combobox", { name: /Search/ });
    await expect(box).toBeFocused();
    await box.fill(spelling);
    await expect(
      page
        .getByRole("option")
        .filter({ hasText: /Moh?amm?ed/i })
        .first(),
    ).toBeVisible();
    await box.fill("");
  }
  await page.getByRole("combobox", { name: /Search/ }).fill(person?.name ?? "");
  await expect(page.getByRole("option", { name: person?.name ?? "" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/entity\/.*sel=/);
});

test("identifiers and places are found", async ({ bench: page, api }) => {
  const hits = ((await api("search?q=%2B218")) as { hits: { schema: string; name: string }[] }).hits;
  const phone = hits.find((h) => h.schema === "Phone");
  expect(phone).toBeDefined();
  await page.getByRole("combobox", { name: /Search/ }).fill(phone?.name ?? "");
  await expect(page.getByRole("option").first()).toContainText(phone?.name ?? "");
  await page.getByRole("combobox", { name: /Search/ }).fill("xyzzy plugh");
  await expect(page.getByText("Nothing is called so")).toBeVisible();
});

test("names of mixed scripts stand in their own direction", async ({ bench: page, origin }) => {
  const name = "عبد الله (Abdullah) 3";
  await page.route("**/api/search?*", (r) =>
    r.fulfill({ json: { total: 1, hits: [{ id: "E-1", schema: "Person", name, detail: "1980" }] } }),
  );
  await page.goto(`${origin}/picture`);
  await page.getByRole("combobox", { name: /Search/ }).fill("عبد");
  // The box itself turns when what is typed runs from right to left.
  expect(await page.getByRole("combobox", { name: /Search/ }).evaluate((e) => getComputedStyle(e).direction)).toBe(
    "rtl",
  );
  const bdi = page.getByRole("option").locator("bdi").first();
  await expect(bdi).toHaveText(name);
  expect(await bdi.evaluate((e) => [getComputedStyle(e).direction, getComputedStyle(e).unicodeBidi])).toEqual([
    "rtl",
    "isolate",
  ]);
  // What stands behind the name stays behind it: to its right.
  const [a, b] = [await bdi.boundingBox(), await page.getByRole("option").getByText("1980").boundingBox()];
  expect((b?.x ?? 0) >= (a?.x ?? 0) + (a?.width ?? 0) - 1).toBe(true);
});

test("protected persons are locked until a reason is given, which is written down", async ({
  bench: page,
  api,
  served,
  origin,
}) => {
  const all = ((await api("networks")) as { networks: { id: string }[] }).networks;
  let locked = "";
  for (const n of all) {
    const chart = (await api(`networks/${n.id}/chart`)) as { nodes: { id: string; locked: boolean }[] };
    locked ||= chart.nodes.find((x) => x.locked)?.id ?? "";
  }
  expect(locked).not.toBe("");
  await page.goto(`${origin}/entity/${locked}`);
  await expect(page.getByText("This person is protected")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  const open = page.getByRole("button", { name: "Open", exact: true });
  await page.getByLabel(/Reason/).fill("short");
  await expect(open).toBeDisabled();
  await page.getByLabel(/Reason/).fill("Checks a birth date for the court of Graz");
  await open.click();
  await expect(page.getByRole("table", { name: "Statements" })).toBeVisible();
  const { readFileSync } = await import("node:fs");
  const audit = readFileSync(`${served.dir}/audit.jsonl`, "utf8").trim().split("\n");
  const last = JSON.parse(audit.at(-1) ?? "{}") as Record<string, string>;
  expect(JSON.stringify(last)).toContain("Checks a birth date for the court of Graz");
  expect(JSON.stringify(last)).toContain("tester");
});
