import { look, who } from "../support/demo";
import { signIn } from "../support/people";
import { judged, pointsLost } from "../support/lighthouse";
import AxeBuilder from "@axe-core/playwright";
import { writeFileSync } from "node:fs";
import { pathKind, walk } from "../support/walk";
const test = judged(look);
for (const role of (process.env.ROLES ?? "manager bureau auditor organisation admin").split(" ") as any)
test(`time of ${role}`, async ({ demo, judge, page }) => {
  test.setTimeout(900_000);
  const person = who(demo, role);
  await signIn(page, person, person.path);
  const t: Record<string, number> = { goto: 0, lh: 0, axe: 0, dark: 0, n: 0 };
  let last = Date.now();
  const lap = (k: string) => { const now = Date.now(); t[k] += now - last; last = now; };
  const kinds: string[] = []; const sizes: string[] = [];
  await walk(page, person.path, async (path) => {
    lap("goto");
    t.n += 1;
    kinds.push(pathKind(new URL(path, page.url())));
    sizes.push((await page.evaluate(() => performance.getEntries().filter((e) => "encodedBodySize" in e).reduce((s, e) => s + (e as PerformanceResourceTiming).encodedBodySize, 0))) + " " + path);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    const r = await judge.lookNow();
    if (t.n === 1) console.log(r.categories["best-practices"].auditRefs.map(({ id, weight }) => `${id}:${weight}:${r.audits[id].score}`).join(" "));
    const lost = pointsLost(r);
    if (lost.length) console.log(path, lost.join("\n").slice(0, 700));
    lap("lh");
    await page.setViewportSize({ width: 390, height: 844 });
    await new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    lap("axe");
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await new AxeBuilder({ page }).setLegacyMode().withRules(["color-contrast", "link-in-text-block"]).analyze();
    lap("dark");
  }, pathKind);
  console.log(role, JSON.stringify(t));
  writeFileSync(`/tmp/kinds-${role}`, kinds.join("\n"));
  console.log(sizes.sort((a, b) => parseInt(b) - parseInt(a)).slice(0, 4).join("\n"));
});
