// Where one can go: under headings in the side of a wide screen, folded by them at the thumb of a narrow one.
import { expect, look, who } from "../support/demo";
import { signIn } from "../support/people";

const test = look;

test("entries stand under headings, which fold on a phone @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/instructions`);
  const side = page.getByRole("navigation", { name: "主导航" });
  const raised = side.getByRole("list", { name: "督办与反馈" });
  await expect(raised.getByRole("link", { name: "交办" })).toHaveAttribute("aria-current", "page");
  await expect(side.getByRole("list", { name: "基地管理" }).getByRole("link", { name: "基地设置" })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(side).toBeHidden();
  const bar = page.getByRole("navigation", { name: "快捷导航" });
  await bar.getByText("更多").click();
  await expect(bar.getByRole("link", { name: "交办" })).toBeVisible();
  await expect(bar.getByRole("link", { name: "基地设置" })).toBeHidden();
  await bar.getByText("基地管理").click();
  await bar.getByRole("link", { name: "基地设置" }).click();
  await expect(page).toHaveURL(/\/settings$/);
});
