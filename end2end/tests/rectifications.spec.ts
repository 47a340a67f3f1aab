// A fault is given with a day, repaired, sent back, repaired again and closed; the base's own is the bureau's to close.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("an organisation repairs what the operator found, twice, and it is closed @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/rectifications`);
  await page.getByRole("link", { name: "提出整改" }).click();
  await page.getByLabel("整改对象").selectOption({ label: staff.organisations[0] });
  await page.getByLabel("来源").selectOption("visit");
  await page.getByLabel("问题", { exact: true }).fill("前台没有公示收费标准。");
  await page.getByLabel("责任人").fill("林静");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await expect(page.getByLabel("整改期限")).toHaveAccessibleDescription(/请填写/);
  await expect(page.getByLabel("问题", { exact: true })).toHaveValue("前台没有公示收费标准。");
  await page.getByLabel("整改期限").fill("2026-04-16");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await expect(page.getByText("整改中").first()).toBeVisible();
  // It is not the operator's to say that it is repaired.
  await expect(page.getByRole("button", { name: "已改完，报告" })).toHaveCount(0);
  const ofManager = new URL(page.url()).pathname;

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /项问题待整改/ }).click();
  await page.getByRole("link", { name: "前台没有公示收费标准。" }).click();
  await expect(page).toHaveURL(/rectifications\/./);
  const ofStaff = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByLabel("整改情况", { exact: true })).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("整改情况", { exact: true }).fill("已张贴在前台，照片一张。");
  await page.getByLabel("整改佐证").setInputFiles({ name: "公示.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByLabel("整改佐证")).toHaveAccessibleDescription(/PDF/);
  await expect(page.getByLabel("整改情况", { exact: true })).toHaveValue("已张贴在前台，照片一张。");
  await page.getByLabel("整改佐证").setInputFiles(photo());
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByText("待销号").first()).toBeVisible();
  const evidence = page.getByRole("link", { name: /活动现场/ });
  await expect(evidence).toBeVisible();

  await as(page, manager, ofManager);
  const file = await page.request.get((await evidence.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toBe("image/png");
  await page.getByText("退回继续整改", { exact: true }).first().click();
  await page.getByLabel("退回理由").fill("还缺托管服务一项。");
  await page.getByRole("button", { name: "退回继续整改" }).click();
  await expect(page.getByText("还缺托管服务一项。")).toBeVisible();

  await as(page, staff, ofStaff);
  await expect(page.getByText("还缺托管服务一项。")).toBeVisible();
  await page.getByLabel("整改情况", { exact: true }).fill("已补上托管服务收费，照片两张。");
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByText("待销号").first()).toBeVisible();

  await as(page, manager, `${manager.path}/rectifications?state=reported`);
  await page.getByRole("link", { name: "前台没有公示收费标准。" }).click();
  await page.getByText("销号", { exact: true }).first().click();
  await page.getByRole("button", { name: "销号", exact: true }).click();
  await expect(page.getByText("已销号").first()).toBeVisible();
  await expect(page.getByText("按期").first()).toBeVisible();
});

test("what concerns the base is given and closed by the bureau @plain", async ({ page, demo }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  await as(page, officer, `${officer.path}/rectifications/new`);
  await page.getByLabel("整改对象").selectOption({ label: "孵化基地" });
  await page.getByLabel("来源").selectOption("assessment");
  await page.getByLabel("问题", { exact: true }).fill("消防台账缺三月记录。");
  await page.getByLabel("责任人").fill("周敏");
  await page.getByLabel("整改期限").fill("2026-04-20");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await expect(page.getByText("整改中").first()).toBeVisible();
  const path = new URL(page.url()).pathname;

  await as(page, manager, path);
  await page.getByLabel("整改情况", { exact: true }).fill("三月记录已补齐，见台账第 9 页。");
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByText("待销号").first()).toBeVisible();
  await expect(page.getByText("销号", { exact: true })).toHaveCount(0);

  await as(page, officer, path);
  await page.getByText("销号", { exact: true }).first().click();
  await page.getByLabel("销号意见").fill("属实。");
  await page.getByRole("button", { name: "销号", exact: true }).click();
  await expect(page.getByText("已销号").first()).toBeVisible();
  await expect(page.getByText("属实。")).toBeVisible();
});

test("whoever gave one allows more time, and withdraws what was given by mistake @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/rectifications`);
  await page.getByRole("link", { name: /活动室灭火器过期两只/ }).click();
  await page.getByText("延长期限", { exact: true }).first().click();
  await page.getByLabel("新的期限").fill("2026-04-10");
  await page.getByLabel("延期理由").fill("配件缺货。");
  await page.getByRole("button", { name: "延长期限" }).click();
  await expect(page.getByLabel("新的期限")).toHaveAccessibleDescription(/要晚于现在的期限/);
  await page.getByLabel("新的期限").fill("2026-04-30");
  await page.getByRole("button", { name: "延长期限" }).click();
  await expect(page.getByText("（原定 2026-04-18）")).toBeVisible();
  await page.getByText("撤销整改", { exact: true }).first().click();
  await page.getByRole("button", { name: "撤销整改" }).click();
  await expect(page.getByLabel("撤销理由")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("撤销理由").fill("已在上次检查中整改。");
  await page.getByRole("button", { name: "撤销整改" }).click();
  await expect(page.getByText("已在上次检查中整改。")).toBeVisible();
  await page.goto(`${manager.path}/rectifications?state=withdrawn`);
  await expect(page.getByRole("link", { name: /活动室灭火器过期两只/ })).toBeVisible();
});

test("the list is narrowed to what is overdue @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/rectifications?show=overdue`);
  await expect(page.getByText("连续两次理事会没有会议记录。").first()).toBeVisible();
  await expect(page.getByText(/逾期 /).first()).toBeVisible();
  await expect(page.getByText("活动室灭火器过期两只")).toHaveCount(0);
});

test("a fault is given where it is found, and leads back there @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/reviews`);
  await page.locator("main td.card-title a").first().click();
  await page.getByRole("link", { name: "发起整改" }).click();
  await expect(page.getByLabel("来源")).toHaveValue("report");
  await page.getByLabel("问题", { exact: true }).fill("活动没有签到表。");
  await page.getByLabel("责任人").fill("林静");
  await page.getByLabel("整改期限").fill("2026-04-16");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await page.getByRole("link", { name: "打开这份周汇报" }).click();
  await expect(page.getByRole("link", { name: "发起整改" })).toBeVisible();

  await as(page, manager, `${manager.path}/organisations?q=${encodeURIComponent(staff.organisations[0])}`);
  await page.locator("main td.card-title a").first().click();
  await page.getByRole("link", { name: "发起整改" }).click();
  await page.getByLabel("来源").selectOption("other");
  await page.getByLabel("问题", { exact: true }).fill("证书副本没有上墙。");
  await page.getByLabel("责任人").fill("林静");
  await page.getByLabel("整改期限").fill("2026-04-16");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await expect(page.getByText(staff.organisations[0]).first()).toBeVisible();

  await as(page, manager, `${manager.path}/coaching`);
  await page.locator("main td.card-title a").first().click();
  await page.getByRole("link", { name: "发起整改" }).click();
  await expect(page.getByLabel("来源")).toHaveValue("visit");
  await page.getByLabel("问题", { exact: true }).fill("台账没有编号。");
  await page.getByLabel("责任人").fill("林静");
  await page.getByLabel("整改期限").fill("2026-04-16");
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await page.getByRole("link", { name: "打开这次督导记录" }).click();
  await expect(page.getByRole("link", { name: "发起整改" })).toBeVisible();
});

test("what waits stands beside the entry, and the list goes to Excel @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const beside = (name: string) => page.getByRole("link", { name: new RegExp(`^${name}\\s*\\d+`) }).first();
  await as(page, staff, `${staff.path}/rectifications`);
  await expect(beside("整改")).toBeAttached();
  await as(page, manager, `${manager.path}/rectifications?state=reported`);
  await expect(beside("整改")).toBeAttached();
  const exported = await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href");
  expect(exported).toMatch(/rectifications\.xlsx\?.*state=reported/);
  const answer = await page.request.get(exported ?? "");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
});
