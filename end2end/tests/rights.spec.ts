// Nobody gives themselves a role, and the bureau reads who was given one.
import { expect, test, who } from "../support/demo";
import { signIn } from "../support/people";

test("an administrator gives themselves no role, and the bureau reads who got one @plain", async ({ page, demo }) => {
  const [admin, bureau] = [who(demo, "admin"), who(demo, "bureau")];
  await signIn(page, admin, "/admin/accounts");
  await page.getByRole("main").getByRole("link", { name: admin.person }).first().click();
  const form = page.locator("#grant-form");
  await page.getByText("增加身份", { exact: true }).first().click();
  const role = form.getByLabel("身份", { exact: true });
  await role.selectOption({ label: "民政局" });
  await form.getByLabel("基地").selectOption(demo.slug);
  await form.getByRole("button", { name: "增加身份" }).click();
  await expect(role).toHaveAccessibleDescription(/不能给自己增加身份/);

  await page.context().clearCookies();
  await signIn(page, bureau, `${bureau.path}/settings`);
  await page.getByRole("link", { name: "身份与链接的变动" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "身份与链接的变动" })).toBeVisible();
  await expect(page.getByRole("table", { name: "身份与链接的变动" })).toContainText("赋予角色");
});
