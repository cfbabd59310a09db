// A page of the workbench, opened by its one-time token, that may ask no other host.

import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page, type TestInfo } from "@playwright/test";
import { type Served, serve } from "../case";

export { expect };

interface Each {
  bench: Page;
  api: (path: string) => Promise<never>;
  origin: string;
}

export const test = base.extend<Each, { served: Served; opened: { first: boolean; cookies: never[] } }>({
  served: [
    async ({ browserName: _ }, use, info) => {
      const s = await serve(18420 + info.workerIndex);
      await use(s);
      await s.stop();
    },
    { scope: "worker" },
  ],
  opened: [async ({ browserName: _ }, use) => use({ first: true, cookies: [] }), { scope: "worker" }],
  origin: async ({ served }, use) => use(new URL(served.address).origin),
  bench: async ({ page, context, served, opened, origin }, use) => {
    const strangers: string[] = [];
    const faults: string[] = [];
    page.on("request", (r) => {
      if (!r.url().startsWith(origin) && !/^(data|blob):/.test(r.url())) strangers.push(r.url());
    });
    page.on("pageerror", (e) => faults.push(e.message));
    page.on("console", (m) => {
      if (m.type() === "error") faults.push(m.text());
    });
    if (opened.first) {
      await page.goto(served.address);
      opened.first = false;
      opened.cookies = (await context.cookies()) as never[];
    } else {
      await context.addCookies(opened.cookies);
      await page.goto(`${origin}/picture`);
    }
    await expect(page.locator("h1")).toBeVisible();
    await use(page);
    expect(strangers, "requests to other hosts").toEqual([]);
    expect(faults, "errors of the page").toEqual([]);
  },
  api: async ({ context, origin, bench: _ }, use) =>
    use(async (path: string) => (await context.request.get(`${origin}/api/${path}`)).json() as Promise<never>),
});

/** largest is the largest network of the case. */
export async function largest(api: Each["api"]): Promise<{ id: string; label: string }> {
  const all = (await api("networks")) as { networks: { id: string; label: string; members: { value: number } }[] };
  return [...all.networks].sort((a, b) => b.members.value - a.members.value)[0] as { id: string; label: string };
}

/** idle waits until the chart has done what it was asked. */
export const idle = (page: Page) => expect(page.locator(".stage[data-busy=false]")).toBeVisible();
export const entities = async (page: Page) => Number(await page.locator(".stage").getAttribute("data-entities"));

/** exported chooses a form of what is shown and returns the file that comes. */
export async function exported(page: Page, info: TestInfo, format: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("combobox", { name: "Export" }).selectOption(format),
  ]);
  const path = join(info.outputDir, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** accessible holds a page against WCAG 2.2 AA, as far as a program can. */
export async function accessible(page: Page) {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
}
