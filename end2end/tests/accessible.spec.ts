// Every kind of page, light and dark, wide and narrow: what axe can tell of WCAG 2.2 AA, what Lighthouse says of accessibility
// and best practices, no sideways scrolling, nothing wrong on the console, no request too many, and no page too heavy.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { complaints, counted, tooHeavy } from "../support/budget";
import { type DemoSignIn, author, test as changes, expect, look, who } from "../support/demo";
import { type Judge, judged as withJudge, pointsLost } from "../support/lighthouse";
import { invitationLink, resetLink, signIn } from "../support/people";
import { answerQuestionnaire, questionnaireLink } from "../support/questionnaire";
import { answerSurvey, surveyLinks } from "../support/survey";
import { signInLink } from "../support/training";
import { pathKind, walk } from "../support/walk";

const [test, changing] = [withJudge(look), withJudge(changes)];
test.describe.configure({ mode: "parallel" });
const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What only auditors see so: their other pages are those of operator and bureau, without what these may do. */
const OF_AUDITORS = /^\/b\/[^/]+(\/audit)?$/;

/** A role has up to a hundred kinds of pages. */
const LONGEST = 900_000;

/** The rules that a theme can break; all others hold in the dark as in the light. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe finds, a line for each element. */
async function faults(page: Page, rules: { only?: string[] }): Promise<string[]> {
  // No page has frames, which alone the slower way is for.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.only ? builder.withRules(rules.only) : builder.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

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

/** What Lighthouse has looked at: it takes long, and what a kind of page is made of is the same for each role. */
const lookedAt = new Set<string>();

/** Lighthouse looks at a page wide, axe narrow; the colours of the night are looked at in one of the two, by the kind of page. */
async function judged(judge: Judge, path: string, kind = pathKind(new URL(path, judge.page.url()))): Promise<string[]> {
  const { page } = judge;
  const found: string[] = [];
  const look = async (colorScheme: "light" | "dark", size: typeof WIDE, wrong: () => Promise<string[]>) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    found.push(...(await wrong()).map((fault) => `${path} ${colorScheme} ${size.width} ${fault}`));
  };
  if (!lookedAt.has(kind)) await look("light", WIDE, async () => pointsLost(await judge.lookNow()));
  lookedAt.add(kind);
  await look("light", PHONE, async () => [...(await faults(page, {})), ...(await sideways(page))]);
  await look("dark", sumOf(kind) % 2 === 0 ? WIDE : PHONE, () => faults(page, { only: OF_COLOUR }));
  return found;
}

const sumOf = (text: string): number => [...text].reduce((sum, character) => sum + character.charCodeAt(0), 0);

test.describe("pages of each role", () => {
  // One after the other, so that they know what Lighthouse has looked at.
  test.describe.configure({ mode: "default" });
  for (const role of ROLES) {
    test(`every page of ${role} can be read by everybody`, async ({ page, demo, judge }) => {
      test.setTimeout(LONGEST);
      const person = who(demo, role);
      await signIn(page, person, person.path);
      const [found, wrong, tooMany] = [[] as string[], complaints(page), counted(page)];
      await walk(page, person.path, async (path) => {
        found.push(...(await tooMany(path)), ...(await tooHeavy(page, path)));
        if (role !== "auditor" || OF_AUDITORS.test(path)) found.push(...(await judged(judge, path)));
        found.push(...wrong(path));
      }, pathKind);
      expect(found).toEqual([]);
    });
  }
});

test("whoever comes to a training can sign in to it", async ({ page, demo, judge }) => {
  const link = await signInLink(page, who(demo, "manager"));
  await page.goto(link);
  await expect(page.getByLabel("您的姓名")).toBeVisible();
  expect(await judged(judge, link)).toEqual([]);
});

// It asks by a link, which the demo that others look at has not done.
changing("whoever is asked by a questionnaire can answer it, and read that it has arrived", async ({ page, demo, judge }) => {
  const { link } = await questionnaireLink(page, who(demo, "manager"));
  await page.goto(link);
  await expect(page.getByLabel("填写人")).toBeVisible();
  const asked = await judged(judge, link);
  await answerQuestionnaire(page);
  expect([...asked, ...(await judged(judge, link, "an answered questionnaire"))]).toEqual([]);
});

// So does the bureau's survey.
changing("whoever is asked by a survey can answer it, and read that it has arrived", async ({ page, demo, judge }) => {
  const found: string[] = [];
  for (const link of await surveyLinks(page, who(demo, "bureau"))) {
    await page.goto(link);
    await expect(page.getByRole("group", { name: "总体满意度" })).toBeVisible();
    found.push(...(await judged(judge, link, "a survey")));
    await answerSurvey(page);
    found.push(...(await judged(judge, link, "an answered survey")));
  }
  expect(found).toEqual([]);
});

// A link is made for each, too.
changing("whoever is invited can accept, without an account and with one", async ({ page, demo, judge }) => {
  const link = await invitationLink(page, who(demo, "manager"), author(demo).organisations[0], "谭晓");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "建立账号并加入" })).toBeVisible();
  const unknown = await judged(judge, link, "an invitation");
  await signIn(page, who(demo, "bureau"), link);
  await expect(page.getByRole("button", { name: /的账号接受$/ })).toBeVisible();
  expect([...unknown, ...(await judged(judge, link, "an invitation of somebody known"))]).toEqual([]);
});

changing("whoever has forgotten a password can set another", async ({ page, demo, judge }) => {
  const link = await resetLink(page, who(demo, "admin"), author(demo));
  await page.goto(link);
  await expect(page.getByRole("button", { name: "设置密码并登录" })).toBeVisible();
  expect(await judged(judge, link, "a reset")).toEqual([]);
});

test("a bureau's bases side by side can be read by everybody", async ({ page, demo, judge }) => {
  await signIn(page, who(demo, "bureau"), "/bases");
  expect(await judged(judge, "/bases")).toEqual([]);
});

test("pages without a frame can be read by everybody", async ({ page, judge }) => {
  const found: string[] = [];
  for (const path of ["/sign-in", "/no/such/page", "/invitation/none"]) {
    await page.goto(path);
    found.push(...(await judged(judge, path)));
  }
  expect(found).toEqual([]);
});
