// First steps: on one's first screen until they are put away, for the account and not for the browser.
import { expect, test, who } from "../support/demo";
import { signIn } from "../support/people";

test("first steps are put away for good, and come back from one's account @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  const steps = page.locator("#first-steps");
  await signIn(page, manager, manager.path);
  await expect(steps.getByRole("heading", { name: "先做这三件事" })).toBeVisible();
  await expect(steps.getByRole("listitem")).toHaveCount(3);
  await steps.getByRole("button", { name: "知道了，不再显示" }).click();
  await expect(steps).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${manager.path}$`));

  await page.context().clearCookies();
  await signIn(page, manager, manager.path);
  await expect(page.getByRole("heading", { level: 1, name: /今天要办/ })).toBeVisible();
  await expect(steps).toHaveCount(0);

  await page.goto("/me");
  await page.getByRole("button", { name: "重新显示" }).click();
  await expect(page.getByRole("status")).toContainText("已保存");
  await page.goto(manager.path);
  await expect(steps).toBeVisible();
});
