// Help that is asked for becomes work: out of a weekly report or directly, seen to, opened again, rated.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";
import { submitWeek } from "../support/week";

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("help in a weekly report becomes a request with an owner, a day and a result @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, staff, `${staff.path}/reports/2026-W15`);
  await page.getByLabel("做了什么").fill("筹备社区义诊。");
  await page.getByLabel("活动场数").fill("0");
  await page.getByLabel("人次", { exact: true }).fill("0");
  await page.getByLabel("政策咨询", { exact: true }).check();
  await page.getByLabel("具体说说").fill("义诊要不要报备？");
  const receipt = await submitWeek(page);

  await as(page, manager, `${manager.path}/reviews`);
  await page.getByRole("link", { name: staff.organisations[0] }).first().click();
  await expect(page.getByText(receipt)).toBeVisible();
  await page.getByRole("link", { name: "转为服务事项" }).click();
  await expect(page.getByLabel("什么事")).toHaveValue("义诊要不要报备？");
  await expect(page.getByLabel("政策咨询", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  // Thursday, and three working days.
  await expect(page.getByLabel("时限")).toHaveValue("2026-04-14");
  await page.getByRole("button", { name: "受理", exact: true }).click();
  await expect(page.getByLabel("责任人")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("责任人").fill("周敏");
  await page.getByRole("button", { name: "受理", exact: true }).click();
  await expect(page.getByText("办理中").first()).toBeVisible();
  await page.getByLabel("办理结果").fill("义诊需向卫健部门备案，已附表格。");
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("待评价").first()).toBeVisible();
  const request = page.url();

  // The report has led to one request, and its page opens it.
  await page.getByRole("link", { name: "来自周汇报" }).click();
  await page.getByRole("link", { name: "查看服务事项" }).click();
  await expect(page).toHaveURL((url) => url.pathname === new URL(request).pathname);

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /件已办结，请评价/ }).click();
  await page.getByRole("link", { name: "义诊要不要报备？" }).click();
  await expect(page.getByText("义诊需向卫健部门备案，已附表格。")).toBeVisible();
  await page.getByText("没有解决，请继续办", { exact: true }).first().click();
  await page.getByLabel("还差什么").fill("表格下载不了。");
  await page.getByRole("button", { name: "没有解决，请继续办" }).click();
  await expect(page.getByText("办理中").first()).toBeVisible();

  await as(page, manager, new URL(request).pathname);
  await expect(page.getByText("表格下载不了。")).toBeVisible();
  await page.getByLabel("办理结果").fill("已把表格发到邮箱。");
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await as(page, staff, `${staff.path}/services?state=done`);
  await page.getByRole("link", { name: "义诊要不要报备？" }).click();
  await expect(page.getByText("没有解决，请继续办")).toHaveCount(0);
  await page.getByRole("button", { name: "评价", exact: true }).click();
  await expect(page.getByRole("group", { name: "满意度" })).toHaveAccessibleDescription(/请选择/);
  await page.getByLabel("5 很满意").check();
  await page.getByRole("button", { name: "评价", exact: true }).click();
  await expect(page.getByText("5 分")).toBeVisible();
});

test("an organisation asks directly, both sides talk, and the board shows it @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, staff, `${staff.path}/services/new`);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByLabel("什么事")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("能力培训", { exact: true }).check();
  await page.getByLabel("什么事").fill("新会计想学记账。");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("待受理").first()).toBeVisible();
  await page.getByLabel("留言", { exact: true }).fill("周末也可以。");
  await page.getByRole("button", { name: "发送", exact: true }).click();
  await expect(page.locator("#messages")).toContainText("周末也可以。");

  await as(page, manager, `${manager.path}/services?view=board`);
  await page.getByRole("link", { name: /^全部待受理 \d+ 件$/ }).click();
  await expect(page).toHaveURL(/\/services\?state=asked$/);
  await page.goBack();
  await page.locator(".board-card").getByRole("link", { name: "新会计想学记账。" }).click();
  await page.getByText("不予受理", { exact: true }).first().click();
  await page.getByLabel("理由", { exact: true }).fill("这一期已满，下期优先。");
  await page.getByRole("button", { name: "不予受理" }).click();
  await expect(page.getByText("这一期已满，下期优先。")).toBeVisible();
});

test("a file comes with a request, and a wrong one comes back with the words @plain", async ({ page, demo }) => {
  const staff = author(demo);
  await as(page, staff, `${staff.path}/services/new`);
  await page.getByLabel("能力培训", { exact: true }).check();
  await page.getByLabel("什么事").fill("想学记账，附上现在的账本。");
  await page.getByLabel("附件").setInputFiles({ name: "账本.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByLabel("附件")).toHaveAccessibleDescription(/PDF/);
  await expect(page.getByLabel("什么事")).toHaveValue("想学记账，附上现在的账本。");
  await page.getByLabel("附件").setInputFiles(photo());
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("link", { name: /活动现场/ })).toBeVisible();
  await page.getByLabel("附件").setInputFiles(photo(320, 240));
  await page.getByLabel("留言").fill("再补一张。");
  await page.getByRole("button", { name: "发送" }).click();
  await expect(page.getByRole("link", { name: /活动现场/ })).toHaveCount(2);
});

test("a policy is linked to a request, read by whoever asked, and struck out with a reason @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, staff, `${staff.path}/services/new`);
  await page.getByLabel("能力培训", { exact: true }).check();
  await page.getByLabel("什么事").fill("想学记账。");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
  const ours = new URL(page.url()).pathname;
  await expect(page.locator("#links")).toHaveCount(0);

  await as(page, manager, `${manager.path}/services/${ours.split("/").at(-1)}`);
  const links = page.locator("#links");
  await links.locator("summary", { hasText: "添加关联" }).click();
  await links.getByRole("button", { name: "添加关联" }).click();
  await expect(links.getByLabel("名称")).toHaveAccessibleDescription(/请填写/);
  await links.getByLabel("政策", { exact: true }).check();
  await links.getByLabel("名称").fill("社会组织培训补贴办法");
  await links.getByRole("button", { name: "添加关联" }).click();
  await expect(links.getByText("社会组织培训补贴办法")).toBeVisible();

  await as(page, staff, ours);
  await expect(page.locator("#links").getByText("社会组织培训补贴办法")).toBeVisible();
  await expect(page.locator("#links").getByRole("button")).toHaveCount(0);

  await as(page, manager, `${manager.path}/services/${ours.split("/").at(-1)}`);
  await links.locator("summary", { hasText: "作废" }).click();
  await links.getByLabel("原因").fill("已废止");
  await links.getByRole("button", { name: "作废" }).click();
  await expect(links.getByText(/作废：已废止/)).toBeVisible();
});
