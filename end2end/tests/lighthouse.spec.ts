// What Lighthouse says of pages: accessibility and best practices. How fast they are is for `make bench` to tell.
//
// A loopback address counts as secure to Lighthouse as it does to browsers, so that no audit fails for want of HTTPS.
import type { Result } from "lighthouse";
import { expect, look } from "../support/demo";
import { JUDGED, Judge, LOOKING } from "../support/lighthouse";

const LEAST = 0.95;
const CATEGORIES = ["accessibility", "best-practices"];

// A browser for each test: one for each worker would want workers of its own, and they a demo.
const test = look.extend<{ judge: Judge }>({
  judge: async ({ seen, launchOptions }, use) => {
    const judge = await Judge.open(seen.url, launchOptions);
    await use(judge);
    await judge.close();
  },
});
test.describe.configure({ mode: "parallel" });

/** What costs a category points: each audit with its weight and the first of what it names. */
function faults({ categories, audits }: Result, category: string): string[] {
  return categories[category].auditRefs.flatMap(({ id, weight }) => {
    const { score, title, details } = audits[id];
    if (weight === 0 || score === null || score === 1) return [];
    const named = details && "items" in details ? JSON.stringify(details.items.slice(0, 3)).slice(0, 600) : "";
    return [`  ${id}, of weight ${weight}: ${title} ${named}`];
  });
}

for (const role of LOOKING) {
  test(`Lighthouse has little to say of what ${role ?? "nobody yet"} sees`, async ({ demo, judge }) => {
    test.slow();
    for await (const [{ name }, path, found] of judge.pagesOf(role, demo.people, JUDGED)) {
      for (const category of CATEGORIES) {
        const said = [`${name} (${path}), ${category}:`, ...faults(found, category)].join("\n");
        expect.soft(found.categories[category].score, said).toBeGreaterThanOrEqual(LEAST);
      }
    }
  });
}
