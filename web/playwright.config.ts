import { defineConfig } from "@playwright/test";

export default defineConfig({
  projects: ["journeys", "screenshots", "bench"].map((name) => ({ name, testDir: `test/${name}` })),
  outputDir: "test-results",
  globalSetup: "./test/setup.ts",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
      ],
    },
  },
});
