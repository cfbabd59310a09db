// A page of the workbench, opened by its one-time token, that may ask no other host.
import { test as base, expect, type Page } from "@playwright/test";
import { type Served, serve } from "../case";

export { expect };

export const test = base.extend<{ bench: Page }, { served: Served; opened: { first: boolean; cookies: never[] } }>({
  served: [
    async ({ browserName: _ }, use, info) => {
      const s = await serve(18420 + info.workerIndex);
      await use(s);
      await s.stop();
    },
    { scope: "worker" },
  ],
  opened: [async ({ browserName: _ }, use) => use({ first: true, cookies: [] }), { scope: "worker" }],
  bench: async ({ page, context, served, opened }, use) => {
    const origin = new URL(served.address).origin;
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
});
