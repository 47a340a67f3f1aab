// Every kind of page, light and dark, wide and narrow: what a machine can tell of WCAG 2.2 AA, no sideways scrolling, and
// no request too many.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { counted } from "../support/budget";
import { type DemoSignIn, test as changing, expect, look, who } from "../support/demo";
import { signIn } from "../support/people";
import { questionnaireLink } from "../support/questionnaire";
import { signInLink } from "../support/training";
import { pathKind, walk } from "../support/walk";

const test = look;
test.describe.configure({ mode: "parallel" });
const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules that a theme can break; all others hold in the dark as in the light. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe finds, a line for each element. */
async function faults(page: Page, rules: { only?: string[] }): Promise<string[]> {
  // No page has frames, which alone the slower way is for.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.only ? builder.withRules(rules.only) : builder.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** A page is looked at wide and narrow by day, and at night in one of the two, by the kind of page. */
function looks(kind: string): ["light" | "dark", typeof WIDE][] {
  return [["light", WIDE], ["light", PHONE], ["dark", sumOf(kind) % 2 === 0 ? WIDE : PHONE]];
}

const sumOf = (text: string): number => [...text].reduce((sum, character) => sum + character.charCodeAt(0), 0);

/** What scrolls sideways on a phone although it is no matrix. */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      if (element.closest(".matrix-box, textarea")) continue;
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) found.push(`scrolls: ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}

async function judged(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, size] of looks(pathKind(new URL(path, page.url())))) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    const where = `${path} ${colorScheme} ${size.width}`;
    const rules = colorScheme === "dark" ? { only: OF_COLOUR } : {};
    found.push(...(await faults(page, rules)).map((fault) => `${where} ${fault}`));
    if (size === PHONE && colorScheme === "light") found.push(...(await sideways(page)).map((fault) => `${where} ${fault}`));
  }
  return found;
}

/** Each kind of page falls to one share, whatever the order in which links lead to it. */
const SHARES = [0, 1, 2];
const shareOf = (kind: string): number => sumOf(kind) % SHARES.length;

/** The pages of each role: links are followed once for all shares. */
const pages = new Map<string, string[]>();

for (const role of ROLES) {
  test.describe(`pages of ${role}`, () => {
    // One after the other, so that they share what was found.
    test.describe.configure({ mode: "default" });
    for (const share of SHARES) {
      test(`every page of ${role} can be read by everybody, share ${share + 1}`, async ({ page, demo }) => {
        test.slow();
        const person = who(demo, role);
        await signIn(page, person, person.path);
        const all = pages.get(role) ?? (await walk(page, person.path, async () => {}, pathKind));
        pages.set(role, all);
        const ours = all.filter((path) => shareOf(pathKind(new URL(path, page.url()))) === share);
        const found: string[] = [];
        const tooMany = counted(page);
        for (const path of ours) {
          await page.goto(path);
          found.push(...(await judged(page, path)));
          found.push(...(await tooMany(path)));
        }
        expect(ours.length).toBeGreaterThan(0);
        expect(found).toEqual([]);
      });
    }
  });
}

test("whoever comes to a training can sign in to it", async ({ page, demo }) => {
  const link = await signInLink(page, who(demo, "manager"));
  await page.goto(link);
  await expect(page.getByLabel("您的姓名")).toBeVisible();
  expect(await judged(page, link)).toEqual([]);
});

// It asks by a link, which the demo that others look at has not done.
changing("whoever is asked by a questionnaire can answer it", async ({ page, demo }) => {
  const { link } = await questionnaireLink(page, who(demo, "manager"));
  await page.goto(link);
  await expect(page.getByLabel("填写人")).toBeVisible();
  expect(await judged(page, link)).toEqual([]);
});

test("a bureau's bases side by side can be read by everybody", async ({ page, demo }) => {
  await signIn(page, who(demo, "bureau"), "/bases");
  expect(await judged(page, "/bases")).toEqual([]);
});

test("pages without a frame can be read by everybody", async ({ page }) => {
  const found: string[] = [];
  for (const path of ["/sign-in", "/no/such/page", "/invitation/none"]) {
    await page.goto(path);
    found.push(...(await judged(page, path)));
  }
  expect(found).toEqual([]);
});
