// On a phone of 390 px: what an organisation, a visiting manager and whoever has a link tap is large enough for a thumb.
import type { Locator, Page } from "@playwright/test";
import { type DemoSignIn, author, test as changes, expect, look, who } from "../support/demo";
import { signIn } from "../support/people";
import { ASKED, answerQuestionnaire, questionnaireLink } from "../support/questionnaire";
import { answerSurvey, surveyLinks } from "../support/survey";
import { tooSmall } from "../support/taps";
import { signInLink } from "../support/training";
import { openForm } from "../support/week";

const test = look;

/** What is too small on a page that shows `sign`. */
async function onPage(page: Page, sign: Locator): Promise<string[]> {
  await expect(sign).toBeVisible();
  return tooSmall(page);
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a thumb signs in", async ({ page }) => {
  await page.goto("/sign-in");
  expect(await onPage(page, button(page, "登录"))).toEqual([]);
});

for (const role of ["organisation", "manager"] satisfies DemoSignIn["role"][]) {
  test(`a thumb finds its way from the first screen of ${role}`, async ({ page, demo }) => {
    const person = role === "organisation" ? author(demo) : who(demo, role);
    await signIn(page, person, person.path);
    expect(await onPage(page, page.getByRole("heading", { level: 1 }))).toEqual([]);
  });
}

test("a thumb fills in a week", async ({ page, demo }) => {
  const staff = author(demo);
  await signIn(page, staff, staff.path);
  await openForm(page, staff.path);
  expect(await onPage(page, button(page, "提交"))).toEqual([]);
});

const FORMS: [called: string, path: string, sends: string][] = [
  ["a thumb fills in a plan", "/plans/2026-05", "提交审批"],
  ["a thumb gives a sheet's own points", "/assessments/2026-Q1", "提交自评"],
  ["a thumb asks for help", "/services/new", "提交"],
];

for (const [called, path, sends] of FORMS) {
  test(called, async ({ page, demo }) => {
    const staff = author(demo);
    await signIn(page, staff, `${staff.path}${path}`);
    expect(await onPage(page, button(page, sends))).toEqual([]);
  });
}

test("a thumb writes a visit to the hatched", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/follow-ups`);
  await page.getByRole("row", { name: ASKED }).getByRole("link", { name: "出壳 24 个月" }).click();
  expect(await onPage(page, button(page, "提交回访"))).toEqual([]);
});

test("a thumb signs in to a training", async ({ page, demo }) => {
  await page.goto(await signInLink(page, who(demo, "manager")));
  expect(await onPage(page, page.getByLabel("您的姓名"))).toEqual([]);
});

// What is asked by a link the demo that others look at has not asked.
changes("a thumb answers a survey by its link, and reads that it has arrived", async ({ page, demo }) => {
  for (const link of await surveyLinks(page, who(demo, "bureau"))) {
    await page.goto(link);
    expect(await onPage(page, button(page, "提交"))).toEqual([]);
    await answerSurvey(page);
    expect(await onPage(page, page.getByText("谢谢，已收到。"))).toEqual([]);
  }
});

changes("a thumb answers a questionnaire by its link, and finds the answers at the visit", async ({ page, demo }) => {
  const { link, visit } = await questionnaireLink(page, who(demo, "manager"));
  await page.goto(link);
  expect(await onPage(page, button(page, "提交问卷"))).toEqual([]);
  await answerQuestionnaire(page);
  expect(await onPage(page, page.getByText("问卷已提交，谢谢。"))).toEqual([]);
  // What it says stands beside the visit, to be taken over.
  await signIn(page, who(demo, "manager"), visit);
  expect(await onPage(page, page.getByText(/邓兰 填于/))).toEqual([]);
});
