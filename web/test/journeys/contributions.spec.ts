import { expect, test } from "./fixtures";

// As such files come: a byte order mark, semicolons, German headers, three ways to write a date, a
// broken row, names of two scripts.
const more = Array.from(
  { length: 15 },
  (_, i) => `Muster${i};Max;${1 + i}.0${1 + (i % 9)}.1980;;driver;suspect\n`,
).join("");
const messy = `\ufeffFamilienname;Vorname;Geburtsdatum;Telefon;Rolle;Status
MÜLLER-LÜDENSCHEIDT ;Hans;31.12.1980;+49 170 1234567;driver;suspect
زعرور;عبدالمنعم;1985-03-07;+963 944 123456;leader;suspect
"Öztürk";"Ayşe";7.3.1979;0049-30-555123;recruiter;suspect
Nowak;Piotr;31.02.1990;+48 601 234 567;driver;suspect
Kowalska;Anna;1991;;;suspect
${more}`;

test("a messy file is mapped, taken in and seen in the picture", async ({ bench: page, api }) => {
  const before = ((await api("picture")) as { contributions: number }).contributions;
  await page.getByRole("link", { name: "Contributions", exact: true }).click();
  await page.setInputFiles("input[type=file]", {
    name: "verdächtige.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(messy),
  });
  await expect(page.getByText("delimiter ';'")).toBeVisible();
  const mapping = page.getByRole("textbox", { name: "Mapping suggested" });
  await expect(mapping).toHaveValue(/lastName: \{column: Familienname/);
  await expect(page.getByRole("heading", { name: "would go to quarantine" })).toBeVisible();
  await expect(page.getByText(/31\.02\.1990.*no such day/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Take it in" })).toBeDisabled();
  await page.getByLabel("Owner (agency)").fill("DE-BKA");
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByText("Taken in: verdächtige.csv")).toBeVisible();
  await expect(page.getByRole("row", { name: /verdächtige\.csv/ })).toBeVisible();

  // The picture follows without a reload.
  await page.getByRole("link", { name: "Picture", exact: true }).click();
  await expect(page.getByText(`${before + 1} contributions`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "verdächtige.csv" })).toBeVisible();

  // The broken row is in quarantine, with its bytes, and can be mended.
  await page.getByRole("link", { name: "verdächtige.csv" }).click();
  const row = page.getByRole("table", { name: "Quarantine" }).getByRole("row", { name: /Nowak;Piotr/ });
  await expect(row).toContainText("31.02.1990");
  await page.getByText("Mend the mapping and read again").click();
  const mend = page.getByRole("textbox", { name: "Mend the mapping and read again" });
  const text = await mend.inputValue();
  expect(text).toMatch(/birthDate/);
  await mend.fill(text.replace(/\n.*birthDate.*\n/, "\n"));
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(
    page.getByText("No row is in quarantine.").or(page.getByText("20 records, 0 rows in quarantine")).first(),
  ).toBeVisible();
});

test("a file that cannot be read is told so, and nothing is taken in", async ({ bench: page, api, origin }) => {
  const before = ((await api("picture")) as { contributions: number }).contributions;
  await page.goto(`${origin}/contributions`);
  page.removeAllListeners("console"); // the browser logs the refusal
  await page.setInputFiles("input[type=file]", { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
  await expect(page.getByRole("alert")).toContainText("cannot be read");
  expect(((await api("picture")) as { contributions: number }).contributions).toBe(before);
});

test("a file is dropped on the page", async ({ bench: page, origin }) => {
  await page.goto(`${origin}/contributions`);
  const files = await page.evaluateHandle(() => {
    const d = new DataTransfer();
    d.items.add(
      new File(["id,date,lat,lon,dead\nI1,2015-03-01,36.9,27.3,0\nI2,2015-03-02,37.7,26.9,2\n"], "incidents.csv", {
        type: "text/csv",
      }),
    );
    return d;
  });
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: files });
  await expect(page.getByRole("heading", { name: /incidents\.csv/ })).toBeVisible();
  await expect(page.getByText(/It makes/)).toContainText("2 Incident");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: /incidents\.csv/ })).toHaveCount(0);
});
