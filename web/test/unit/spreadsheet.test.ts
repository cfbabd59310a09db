import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cell } from "../../src/spreadsheet";

it("keeps the rule of internal/spreadsheet", () => {
  const cases: [string, string][] = JSON.parse(readFileSync("../internal/spreadsheet/testdata/cells.json", "utf8"));
  expect(cases.length).toBeGreaterThan(40);
  for (const [text, want] of cases) expect([text, cell(text)]).toEqual([text, want]);
});
