// The link that people sign in to a training by.
import { type Page, expect } from "@playwright/test";
import { type SignIn, signIn } from "./people";

/** The link of the demo's session of today, as the operator's page of its code tells it; nobody is signed in after it. */
export async function signInLink(page: Page, manager: SignIn & { path: string }): Promise<string> {
  await signIn(page, manager, `${manager.path}/trainings?state=planned`);
  await page.getByRole("link", { name: "社区活动安全", exact: true }).click();
  await page.getByRole("link", { name: "签到二维码" }).click();
  await expect(page.getByRole("img", { name: "签到链接的二维码" })).toBeVisible();
  const link = await page.getByLabel("签到链接", { exact: true }).inputValue();
  await page.context().clearCookies();
  return new URL(link).pathname;
}
