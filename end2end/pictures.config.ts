// Pictures of the real program with the demo base: for the README and the guide, and of every page to look through.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

export default defineConfig({
  ...tests,
  testDir: "pictures",
  timeout: 600_000,
  reporter: "list",
  projects: [{ name: "pictures", use: { ...tests.use, deviceScaleFactor: 2, trace: "off" } }],
});
