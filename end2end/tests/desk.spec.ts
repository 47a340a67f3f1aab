// What operator and bureau do beside reviewing: filing on behalf, opening again, excusing, giving instructions.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { signIn } from "../support/people";
import { fillWeek, submitWeek } from "../support/week";

const WEEK = "2026-W15";
const FILED = { done: "电话里说：周三在社区做了一次义诊。", activities: 1, attendances: 36 };

/** Somebody else's page, in a browser of their own. */
async function another(page: Page, baseURL: string | undefined, javaScriptEnabled: boolean): Promise<Page> {
  const context = await page.context().browser()!.newContext({ baseURL, javaScriptEnabled, locale: "zh-CN" });
  return context.newPage();
}

test("a week filed on behalf is marked, and confirmed by the organisation @plain", async ({ page, baseURL, demo, javaScriptEnabled }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const organisation = staff.path.split("/").pop();
  await signIn(page, manager, `${manager.path}/organisations/${organisation}/reports/${WEEK}`);
  await expect(page.getByText(/你在代/)).toBeVisible();
  await fillWeek(page, FILED);
  await submitWeek(page);
  await expect(page.getByText("代填，待机构确认")).toBeVisible();

  const theirs = await another(page, baseURL, javaScriptEnabled);
  await signIn(theirs, staff, staff.path);
  await theirs.getByRole("link", { name: /由运营方代填/ }).click();
  await theirs.getByRole("button", { name: "确认代填内容" }).click();
  await expect(theirs.getByText(/代填，机构已于 .* 确认/)).toBeVisible();
  await theirs.context().close();
});

test("an accepted week is opened again for one number only, with a reason and an end @plain", async ({ page, baseURL, demo, javaScriptEnabled }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const theirs = await another(page, baseURL, javaScriptEnabled);
  await signIn(theirs, staff, `${staff.path}/reports/${WEEK}`);
  await fillWeek(theirs, FILED);
  const receipt = await submitWeek(theirs);

  await signIn(page, manager, `${manager.path}/reviews`);
  await page.getByRole("link", { name: staff.organisations[0] }).first().click();
  await expect(page.getByText(receipt)).toBeVisible();
  await page.getByRole("button", { name: "接受", exact: true }).click();
  await page.goto(`${manager.path}/reports`);
  await page.getByRole("link", { name: new RegExp(`^${staff.organisations[0]}，第 15 周`) }).click();
  // Opened by mistake: it is ended, and what was accepted stands.
  await page.getByText("重开", { exact: true }).first().click();
  await page.getByLabel("理由", { exact: true }).fill("点错了。");
  await page.getByRole("button", { name: "重开", exact: true }).click();
  await page.locator("summary").filter({ hasText: "结束重开" }).click();
  await page.getByRole("button", { name: "结束重开", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("重开已结束");

  await page.locator("summary").filter({ hasText: /^重开$/ }).click();
  await page.getByLabel("理由", { exact: true }).fill("人次与签到表不符。");
  for (const box of await page.getByRole("group", { name: "可修改的内容" }).getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: "人次", exact: true }).check();
  await page.getByRole("button", { name: "重开", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("重开");

  await theirs.goto(`${staff.path}/reports/${WEEK}`);
  await expect(theirs.getByText("人次与签到表不符。").first()).toBeVisible();
  await theirs.getByLabel("做了什么").fill("别的事情。");
  await theirs.getByRole("button", { name: "再次提交" }).click();
  await expect(theirs.getByLabel("做了什么")).toHaveAccessibleDescription(/不在本次重开的范围内/);
  await theirs.getByLabel("做了什么").fill(FILED.done);
  await theirs.getByLabel("人次", { exact: true }).fill("35");
  await submitWeek(theirs);
  await expect(theirs.getByText(/^第 2 次/).first()).toBeVisible();
  await theirs.context().close();
});

test("an excuse shows in the matrix and in the bureau's list, and can be taken back @plain", async ({ page, baseURL, demo, javaScriptEnabled }) => {
  const [manager, officer, staff] = [who(demo, "manager"), who(demo, "bureau"), author(demo)];
  const organisation = staff.path.split("/").pop();
  await signIn(page, manager, `${manager.path}/exceptions/new?organisation=${organisation}&from=${WEEK}&to=${WEEK}`);
  await page.getByLabel("免报", { exact: true }).check();
  await page.getByRole("button", { name: "记录" }).click();
  await expect(page.getByLabel("理由", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("理由", { exact: true }).fill("全员参加省级培训。");
  // To narrow the organisations loses nothing of it.
  await page.getByLabel("查机构").fill(staff.organisations[0]);
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByLabel("免报", { exact: true })).toBeChecked();
  await expect(page.getByLabel(staff.organisations[0], { exact: true })).toBeChecked();
  await expect(page.getByLabel("理由", { exact: true })).toHaveValue("全员参加省级培训。");
  await page.getByRole("button", { name: "记录" }).click();
  await expect(page.getByText("已记录 1 项。")).toBeVisible();
  await page.goto(`${manager.path}/reports`);
  const mark = page.getByRole("link", { name: new RegExp(`^${staff.organisations[0]}，第 15 周：`) });
  await expect(mark).toHaveAccessibleName(/免报：全员参加省级培训。/);

  const theirs = await another(page, baseURL, javaScriptEnabled);
  await signIn(theirs, officer, `${officer.path}/exceptions`);
  await expect(theirs.getByRole("row", { name: /全员参加省级培训。/ })).toContainText(manager.person);
  await theirs.context().close();

  await page.goto(`${manager.path}/exceptions`);
  const row = page.getByRole("row", { name: /全员参加省级培训。/ });
  await row.getByText("撤销", { exact: true }).first().click();
  await row.getByLabel("理由", { exact: true }).fill("培训改期了。");
  await row.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("row", { name: /全员参加省级培训。/ })).toContainText("已撤销");
  await page.goto(`${manager.path}/reports`);
  await expect(mark).toHaveAccessibleName(/待报/);
});

test("the bureau settles how often a kind of organisation reports @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/exceptions`);
  await page.getByRole("link", { name: "汇报频次" }).click();
  await expect(page.getByText("所有机构每周都报")).toBeVisible();
  await page.getByLabel("机构身份").selectOption({ label: "备案" });
  await page.getByLabel("孵化方式").selectOption({ label: "壳外" });
  await page.getByLabel("从哪一周").selectOption("2026-W16");
  await page.getByRole("button", { name: "定下", exact: true }).click();
  await expect(page.getByRole("group", { name: "汇报频次" })).toHaveAccessibleDescription(/请选择/);
  await expect(page.getByLabel("机构身份")).toHaveValue("filed");
  await page.getByLabel("每 2 周一次").check();
  await page.getByRole("button", { name: "定下", exact: true }).click();
  const row = page.getByRole("row", { name: /备案.*壳外/ });
  await expect(row).toContainText("每 2 周一次");
  await expect(row).toContainText(officer.person);
});

test("an instruction is given, answered, sent back, answered again and closed @plain", async ({ page, baseURL, demo, javaScriptEnabled }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  await signIn(page, officer, `${officer.path}/instructions/new`);
  await page.getByLabel("事项", { exact: true }).fill("清点消防器材");
  await page.getByLabel("责任人", { exact: true }).fill("周敏");
  await page.getByLabel("办结期限").fill("2026-04-20");
  await page.getByRole("button", { name: "交办", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "清点消防器材" })).toBeVisible();
  const address = page.url();

  const theirs = await another(page, baseURL, javaScriptEnabled);
  await signIn(theirs, manager, new URL(address).pathname);
  const answer = async (words: string) => {
    await theirs.goto(address);
    await theirs.getByLabel("办理情况").fill(words);
    await theirs.getByRole("button", { name: "答复民政局" }).click();
    await expect(theirs.getByText("待民政局确认").first()).toBeVisible();
  };
  await answer("正在清点。");
  await page.goto(address);
  await page.getByText("退回续办", { exact: true }).first().click();
  await page.getByLabel("退回理由").fill("请附清单。");
  await page.getByRole("button", { name: "退回续办" }).click();
  await expect(page.getByText("请附清单。").first()).toBeVisible();
  await answer("清单见附件，共 12 具。");
  await theirs.context().close();

  await page.goto(address);
  await page.getByText("办结", { exact: true }).first().click();
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("已办结").first()).toBeVisible();
});

test("a file that cannot be taken is told with what to do, and typed words stay @plain", async ({ page, demo, javaScriptEnabled }) => {
  const staff = author(demo);
  await signIn(page, staff, `${staff.path}/reports/${WEEK}`);
  await page.getByLabel("做了什么").fill(FILED.done);
  await page.getByText("照片与文件").click();
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(64)]);
  const files = [
    { name: "现场.heic", mimeType: "image/heic", buffer: heic },
    { name: "总结.jpg", mimeType: "image/jpeg", buffer: Buffer.from("不是图片") },
  ];
  await page.getByLabel("添加照片或文件").setInputFiles(files);
  // With scripts files go as soon as they are chosen.
  if (!javaScriptEnabled) await page.getByRole("button", { name: "上传", exact: true }).click();
  await expect(page.getByText(/“现场.heic”没有收下/)).toBeVisible();
  await expect(page.getByText(/“总结.jpg”没有收下/)).toBeVisible();
  await expect(page.getByLabel("做了什么")).toHaveValue(FILED.done);
});
