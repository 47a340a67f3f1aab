// The operator's desk: what is waiting, deciding with and without mistakes, by hand and by keys.
import type { Page } from "@playwright/test";
import { expect, test, who } from "../support/demo";
import { signIn } from "../support/people";

const queue = (page: Page) => page.getByRole("table", { name: "等待审阅的周汇报" }).locator("tbody tr");

async function openFirst(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/reviews`);
  await queue(page).first().getByRole("link").first().click();
  await expect(page.getByText("退回修改").first()).toBeVisible();
}

test("a return needs a reason, told beside the field, and typed words stay @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  await openFirst(page, manager.path);
  await page.getByText("退回修改").first().click();
  await page.getByRole("button", { name: "退回修改" }).click();
  const reason = page.getByLabel(/^理由/);
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(reason).toHaveAccessibleDescription(/请写明理由/);
  // The browser counts too; an older one, or a patient hand, does not.
  const long = "请写明地点。".repeat(400);
  await reason.evaluate((field) => field.removeAttribute("maxlength"));
  await reason.fill(long);
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(reason).toHaveValue(long);
  await reason.fill("请写明地点。");
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByRole("status").first()).toContainText("已退回");
});

test("what a colleague has decided meanwhile is not decided again @plain", async ({ page, browser, program, demo, javaScriptEnabled }) => {
  const [one, other] = demo.people.filter(({ role }) => role === "manager");
  await signIn(page, one, one.path);
  await openFirst(page, one.path);
  const hers = await browser.newPage({ baseURL: program.url, javaScriptEnabled });
  await signIn(hers, other, other.path);
  await hers.goto(page.url());
  await page.getByRole("button", { name: "接受", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("已接受");
  await hers.getByText("退回修改").first().click();
  await hers.getByLabel(/^理由/).fill("请写明地点。");
  await hers.getByRole("button", { name: "退回修改" }).click();
  await expect(hers.getByText(/已接受/).first()).toBeVisible();
  await expect(hers.getByRole("button", { name: "接受", exact: true })).toBeHidden();
  await hers.close();
});

test("several are accepted at once, after a second look @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/reviews`);
  const waiting = await queue(page).count();
  expect(waiting).toBeGreaterThan(2);
  const boxes = queue(page).getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText("接受所选", { exact: true }).first().click();
  await page.getByRole("button", { name: "确认接受所选" }).click();
  await expect(queue(page)).toHaveCount(waiting - 2);
});

test("the queue is worked through by keys", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  await openFirst(page, manager.path);
  const first = page.url();
  // A key that comes before the page's program does nothing: it is pressed again.
  const press = (key: string, seen: () => Promise<void>) =>
    expect(async () => {
      await page.keyboard.press(key);
      await seen();
    }).toPass();
  const soon = { timeout: 1_000 };
  // On every page `?` tells its keys; Escape takes that away and gives the focus back.
  const keys = page.getByRole("dialog", { name: "键盘快捷键" });
  const print = page.getByRole("link", { name: "打印汇报表" });
  await print.focus();
  await press("?", () => expect(keys).toBeVisible(soon));
  await expect(keys.getByText("写退回理由")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await expect(print).toBeFocused();
  await press("j", () => expect(page).not.toHaveURL(first, soon));
  await press("k", () => expect(page).toHaveURL(first, soon));
  await press("a", () => expect(page.getByRole("button", { name: "接受", exact: true })).toBeFocused(soon));
  await press("r", () => expect(page.getByLabel(/^理由/)).toBeFocused(soon));
  // Inside a field keys are letters.
  await page.keyboard.type("jk");
  await expect(page).toHaveURL(first);
});
