import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

// The machine's own browser: nothing is downloaded for a test. The one without windows does the same with less.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const chromium = names.map((name) => `/usr/bin/${name}`).find(existsSync);

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "report/results.json" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // What it does is told by offline.spec.ts; everywhere else requests are those of the page alone.
    serviceWorkers: "block",
    // Whoever looks into a failure adds `--trace on`; recording each step costs every test.
    trace: "off",
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: desktop, testIgnore: ["**/*.phone.spec.ts"] },
    { name: "phone", use: phone, testMatch: ["**/*.phone.spec.ts"] },
    // The same stories with scripts switched off: what is marked `@plain` has to work there too.
    { name: "without scripts", use: { ...desktop, javaScriptEnabled: false }, grep: /@plain/ },
  ],
});
