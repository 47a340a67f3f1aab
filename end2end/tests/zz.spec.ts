import { look, who } from "../support/demo";
import { signIn } from "../support/people";
import { Judge } from "../support/lighthouse";
import AxeBuilder from "@axe-core/playwright";
import { pathKind, walk } from "../support/walk";
const test = look.extend<{ judge: Judge }>({
  judge: async ({ seen, launchOptions }, use) => {
    const judge = await Judge.open(seen.url, launchOptions);
    await use(judge);
    await judge.close();
  },
});
for (const role of ["manager", "bureau", "auditor", "organisation", "admin"] as const)
test(`time of ${role}`, async ({ demo, judge }) => {
  test.setTimeout(600_000);
  const page = judge.page;
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
    if (process.env.ONLYKINDS) { sizes.push((await page.evaluate(() => performance.getEntries().filter((e) => "encodedBodySize" in e).reduce((s, e) => s + (e as PerformanceResourceTiming).encodedBodySize, 0))) + " " + path); last = Date.now(); return; }
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    const r = await judge.lookNow();
    const s = ["accessibility", "best-practices"].map((c) => r.categories[c].score);
    if (s.some((x) => x !== 1)) console.log(path, s, JSON.stringify(r.categories["best-practices"].auditRefs.filter(({id, weight}) => weight > 0 && r.audits[id].score !== null && r.audits[id].score! < 1).map(({id}) => id)), JSON.stringify(r.categories["accessibility"].auditRefs.filter(({id, weight}) => weight > 0 && r.audits[id].score !== null && r.audits[id].score! < 1).map(({id}) => id)));
    lap("lh");
    await page.setViewportSize({ width: 390, height: 844 });
    await new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    lap("axe");
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await new AxeBuilder({ page }).setLegacyMode().withRules(["color-contrast", "link-in-text-block"]).analyze();
    lap("dark");
  }, pathKind);
  console.log(role, JSON.stringify(t));
  if (process.env.ONLYKINDS) { require("fs").writeFileSync(`/tmp/kinds-${role}`, kinds.join("\n")); console.log(sizes.sort((a, b) => parseInt(b) - parseInt(a)).slice(0, 4).join("\n")); }
});
