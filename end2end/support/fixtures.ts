// What a test is given: a program of its own, and pages that know its address.
import { test as base } from "@playwright/test";
import { Program } from "./program";

/** Each test has an empty installation of its own. */
export const test = base.extend<{ program: Program }>({
  program: async ({}, use) => {
    const program = await Program.start();
    await use(program);
    await program.stop();
  },
  baseURL: async ({ program }, use) => use(program.url),
});

export { expect } from "@playwright/test";

/** So many hours from now, as the program's clock is set. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
