// The links by which the bureau's anonymous survey is answered.
import { type Page, expect } from "@playwright/test";
import { type SignIn, signIn } from "./people";

/** Opens the running quarter's survey; the link of organisations and that of communities. Nobody is signed in after it. */
export async function surveyLinks(page: Page, officer: SignIn & { path: string }): Promise<[string, string]> {
  await signIn(page, officer, `${officer.path}/surveys/new`);
  await page.getByLabel("季度").selectOption({ label: "2026年第2季度" });
  await page.getByRole("button", { name: "发起", exact: true }).click();
  const link = async (group: string) => new URL(await page.getByLabel(`链接：${group}`).inputValue()).pathname;
  const links: [string, string] = [await link("社会组织"), await link("社区（村）")];
  await page.context().clearCookies();
  return links;
}

/** Answers the survey that is open on the page, whatever its language: full points, and a word. */
export async function answerSurvey(page: Page): Promise<void> {
  const form = page.locator("#answer-form");
  await expect(form.locator("button[type='submit']")).toBeVisible();
  for (const best of await form.locator("input[type='radio'][value='5']").all()) await best.check();
  await form.locator("[name='words']").fill("会议室周末也开放吧。");
  await form.locator("button[type='submit']").click();
  await expect(page.locator(".notice[data-tone='good']")).toBeVisible();
}
