// What `scripts/bench` measures in a browser: one worker, so that nothing of ours runs beside what is measured.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

export default defineConfig({
  ...tests,
  testDir: "bench",
  timeout: 900_000,
  workers: 1,
  reporter: "dot",
  projects: [{ name: "bench", use: { ...tests.use, trace: "off" } }],
});
