// The link by which a hatched organisation is asked.
import { type Page, expect } from "@playwright/test";
import { type SignIn, signIn } from "./people";

/** One of the demo that hatched two years ago and has to be visited. */
export const ASKED = "株洲市石峰区向阳社区营造服务中心";

/** The link of its questionnaire, and where the visit is written; nobody is signed in after it. */
export async function questionnaireLink(page: Page, manager: SignIn & { path: string }): Promise<{ link: string; visit: string }> {
  await signIn(page, manager, `${manager.path}/follow-ups`);
  await page.getByRole("row", { name: ASKED }).getByRole("link", { name: "出壳 24 个月" }).click();
  await page.locator("#questionnaire summary").getByText("发问卷").click();
  const visit = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "发问卷" }).click();
  const link = new URL(await page.getByLabel("问卷链接").inputValue()).pathname;
  await page.context().clearCookies();
  return { link, visit };
}

/** Answers the questionnaire that is open on the page with the least that it takes, whatever its language. */
export async function answerQuestionnaire(page: Page): Promise<void> {
  const form = page.locator("#questionnaire-form");
  await form.locator("[name='visit[activity]']").fill("每周三场社区活动。");
  await form.locator("[name='respondent']").fill("邓兰");
  await form.locator("button[type='submit']").click();
  await expect(page.locator(".notice[data-tone='good']")).toBeVisible();
}
