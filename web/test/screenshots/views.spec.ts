// Pictures of every view, light and dark, into doc/screenshots. Run by make screenshots.
import { join, resolve } from "node:path";
import { expect, test } from "../journeys/fixtures";

const to = resolve(import.meta.dirname, "../../../doc/screenshots");

for (const theme of ["light", "dark"]) {
  test(`every view, ${theme}`, async ({ bench: page, context, served }) => {
    test.setTimeout(300_000);
    const api = async (path: string) =>
      (await context.request.get(`${new URL(served.address).origin}/api/${path}`)).json();
    const networks = (await api("networks")).networks as { id: string; members: { value: number } }[];
    const largest = [...networks].sort((a, b) => b.members.value - a.members.value)[0];
    const roster = (await api(`networks/${largest?.id}`)).roster as { id: string }[];
    const quarantined = (await api("quarantine")).rows as { entry: number }[];
    const views: Record<string, string> = {
      picture: "/picture",
      map: "/map",
      chart: `/chart?network=${largest?.id}`,
      "chart-matrix": `/chart?network=${largest?.id}&as=matrix`,
      "chart-all": "/chart?whole=1",
      networks: "/networks",
      "networks-multiples": "/networks?as=multiples",
      network: `/networks/${largest?.id}`,
      entity: `/entity/${roster[0]?.id}`,
      judge: "/judge",
      figures: "/figures",
      figure: `/figures/suspects.by_role`,
      contributions: "/contributions",
      contribution: `/contributions/${quarantined[0]?.entry}`,
      report: "/report",
    };
    await page.evaluate((t) => localStorage.setItem("theme", t), theme);
    for (const [name, path] of Object.entries(views)) {
      await page.goto(new URL(path, served.address).href);
      const drawn = name.startsWith("chart") || name === "map";
      if (drawn) await expect(page.locator(".canvas canvas").first()).toBeAttached();
      await page.waitForTimeout(drawn ? 2500 : 900);
      expect(await page.locator("body").textContent()).not.toMatch(/undefined|NaN/);
      await page.screenshot({ path: join(to, `${name}-${theme}.png`) });
    }
  });
}
