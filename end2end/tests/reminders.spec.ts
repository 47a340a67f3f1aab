// Whoever has not filed is told so, follows the notice to the form, files, and is told no more. So is whoever has a
// visit to make, and a robot's secret is nobody's to read.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { fillWeek, submitWeek } from "../support/week";

const bell = (page: Page) => page.getByRole("link", { name: /我的提醒/ });
const report = (page: Page) => page.getByRole("link", { name: "2026年第 15 周周汇报" });

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("a notice leads to the form, and what has been filed is told no more @plain", async ({ page, demo, program }) => {
  const staff = author(demo);
  await program.remind();
  await program.remind();
  await as(page, staff, staff.path);
  await expect(bell(page)).toHaveText(/1/);
  await bell(page).click();
  await expect(page.getByText("未读")).toHaveCount(1);
  await report(page).click();
  await fillWeek(page, { done: "入户走访十二户", activities: 2, attendances: 36 });
  await submitWeek(page);

  await page.goto("/notices");
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByText("未读")).toHaveCount(0);
  await expect(bell(page)).not.toHaveText(/1/);
  await program.setClock("2026-04-13T09:00:00+08:00");
  await program.remind();
  await as(page, staff, "/notices");
  await expect(report(page)).toHaveCount(1);
});

test("the operator reminds the silent at once, and nobody twice a day; the bureau reminds the operator @plain", async ({ page, demo, program }) => {
  const manager = who(demo, "manager");
  await program.setClock("2026-04-11T10:00:00+08:00");
  for (const told of [/已提醒/, /没有要提醒的人/]) {
    await as(page, manager, `${manager.path}/reports?show=silent`);
    await page.getByText(/现在提醒这 \d+ 家/).click();
    await page.getByRole("button", { name: "现在提醒", exact: true }).click();
    await expect(page.getByText(told).first()).toBeVisible();
  }
  await page.goto(`${manager.path}/reminders`);
  await expect(page.getByRole("table", { name: "发送记录一览" }).getByText("运营方催办").first()).toBeVisible();

  // So does the bureau, of what it has told the operator to do.
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/instructions`);
  await page.getByText("现在提醒运营方").click();
  await page.getByRole("button", { name: "现在提醒", exact: true }).click();
  await expect(page.getByText(/已提醒。/).first()).toBeVisible();
  await as(page, manager, "/notices");
  await expect(page.getByText("民政局催办").first()).toBeVisible();
});

test("one's own settings come back whole where something is wrong @plain", async ({ page, demo }) => {
  const staff = author(demo);
  await as(page, staff, "/notices");
  await page.getByRole("link", { name: "提醒设置" }).click();
  await page.getByLabel("同时发邮件").check();
  await page.getByLabel("整改").uncheck();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("邮箱")).toHaveAccessibleDescription(/请填写邮箱/);
  await expect(page.getByLabel("整改")).not.toBeChecked();
  await page.getByLabel("邮箱").fill("lin@chunhui.example.cn");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("已保存。").first()).toBeVisible();
  await expect(page.getByLabel("邮箱")).toHaveValue("lin@chunhui.example.cn");
});

test("whoever is late with a visit is told so and led to it, and whoever is late with help is told so @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups?show=overdue`);
  await page.getByText("现在提醒逾期的回访人").click();
  await page.getByRole("button", { name: "现在提醒", exact: true }).click();
  await expect(page.getByText(/已提醒。/).first()).toBeVisible();
  await page.goto("/notices");
  await page.getByRole("link", { name: /出壳 \d+ 个月回访/ }).first().click();
  await expect(page).toHaveURL(/\/follow-ups\/\d+$/);
  await page.goto(`${manager.path}/services?show=overdue`);
  await page.getByText("现在提醒逾期事项的责任人").click();
  await page.getByRole("button", { name: "现在提醒", exact: true }).click();
  await expect(page.getByText(/已提醒。/).first()).toBeVisible();
  await expect(page).toHaveURL(/services\?show=overdue/);
});

test("a robot's secret is taken where its service signs, and never shown again @plain", async ({ page, demo }) => {
  await as(page, author(demo), "/notices/settings");
  const address = page.getByLabel(/^群机器人地址/);
  const secret = page.getByLabel(/^签名密钥/);
  const save = page.getByRole("button", { name: "保存", exact: true });
  await address.fill("https://open.feishu.cn/open-apis/bot/v2/hook/d4");
  await secret.fill("a1 B2");
  await save.click();
  await expect(secret).toHaveAccessibleDescription(/没有空格/);
  await expect(secret).toHaveValue("");
  await secret.fill("a1B2c3");
  await save.click();
  await expect(page.getByText("已保存。").first()).toBeVisible();
  await expect(secret).toHaveAccessibleDescription(/已设置/);
  await expect(secret).toHaveValue("");
  await address.fill("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1");
  await secret.fill("a1B2c3");
  await save.click();
  await expect(secret).toHaveAccessibleDescription(/企业微信的机器人不用密钥/);
  await save.click();
  await expect(address).toHaveValue(/qyapi/);
  await expect(secret).toHaveCount(0);
});
