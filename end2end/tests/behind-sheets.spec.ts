// What stands behind a sheet: files of its subject, who decides on objections to the base's, and what the bureau draws.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("a subject puts files behind its own points, and whoever scores opens them @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const name = staff.organisations[0];
  await as(page, staff, `${staff.path}/assessments/2026-Q1`);
  const files = page.locator("#files");
  await files.getByLabel("指标", { exact: true }).selectOption({ label: "组织治理 · 制度" });
  await files.getByLabel("选择文件").setInputFiles({
    name: "制度.doc",
    mimeType: "application/msword",
    buffer: Buffer.from("not a document"),
  });
  await files.getByRole("button", { name: "添加文件" }).click();
  await expect(page.getByText("这是旧版 Office 文件").first()).toBeVisible();
  await expect(files.getByLabel("指标", { exact: true })).toHaveValue(/.+/);
  for (const one of [photo(), { ...photo(), name: "旧照片.png" }]) {
    await files.getByLabel("指标", { exact: true }).selectOption({ label: "组织治理 · 制度" });
    await files.getByLabel("选择文件").setInputFiles(one);
    await files.getByRole("button", { name: "添加文件" }).click();
    await expect(page.getByRole("status")).toHaveText("已上传。");
  }
  await page.getByRole("button", { name: "删除 旧照片.png" }).click();
  await expect(page.getByRole("status")).toHaveText("已删除。");
  const row = page.locator("#line-rules");
  await expect(row.getByRole("link", { name: /活动现场\.png/ })).toBeVisible();
  await expect(row.locator("img")).toHaveCount(1);
  await expect(row.getByText("旧照片.png")).toHaveCount(0);

  await as(page, manager, `${manager.path}/assessments/2026-Q1`);
  await page.getByRole("link", { name }).click();
  const link = page.locator("#line-rules").getByRole("link", { name: /活动现场\.png/ });
  const opened = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(opened.headers()["content-type"]).toBe("image/png");
  // It is the operator's turn by now, and the file is none of the operator's to take away.
  await expect(page.getByRole("button", { name: "删除 活动现场.png" })).toHaveCount(0);

  await as(page, staff, `${staff.path}/assessments/2026-Q1`);
  for (const field of await page.locator("#lines-form tr:not(:has-text('算式')) input[name$='[points]']").all()) {
    await field.fill("3");
  }
  await page.getByRole("button", { name: "提交自评" }).click();
  await expect(page.getByText("已自评").first()).toBeVisible();
  await expect(page.locator("#files")).toHaveCount(0);
  await expect(page.locator("#line-rules").getByRole("link", { name: /活动现场\.png/ })).toBeVisible();
});

test("the bureau names who decides on objections to the base's sheet @plain", async ({ page, demo }) => {
  const [officer, manager] = [who(demo, "bureau"), who(demo, "manager")];
  await as(page, officer, `${officer.path}/settings`);
  await page.getByLabel("代理人").selectOption({ index: 1 });
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByLabel("代理人")).toHaveAccessibleDescription(/先指定上级负责人/);
  await page.getByLabel("代理人").selectOption({ index: 0 });
  await page.getByLabel("上级负责人").selectOption({ index: 1 });
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByRole("status")).toHaveText("已保存。");
  const named = await page.getByLabel("上级负责人").locator("option:checked").textContent();
  expect(named?.trim()).not.toBe("未指定");
  await as(page, manager, `${manager.path}/settings`);
  await expect(page.locator("#deciders")).toContainText(named?.trim() ?? "");
  await expect(page.getByRole("button", { name: "保存设置" })).toHaveCount(0);
});

test("the bureau draws weekly reports by a seed and says what it found of each @plain", async ({ page, demo }) => {
  const [officer, manager] = [who(demo, "bureau"), who(demo, "manager")];
  const sheet = `${officer.path}/assessments/2026-Q1/base`;
  await as(page, officer, sheet);
  const card = page.locator("#report-sample");
  await card.locator("summary", { hasText: "抽查周汇报" }).click();
  await card.getByLabel("种子").fill("2026-04-09 第 7 号");
  await card.getByLabel("份数").fill("许多");
  await card.getByRole("button", { name: "抽查周汇报" }).click();
  await expect(card.getByLabel("份数")).toHaveAccessibleDescription(/整数/);
  await expect(card.getByLabel("种子")).toHaveValue("2026-04-09 第 7 号");
  await card.getByLabel("份数").fill("3");
  await card.getByRole("button", { name: "抽查周汇报" }).click();
  await expect(card.getByText("已核查 0 / 3 份，0 份有问题")).toBeVisible();
  await expect(card.getByText(/种子：2026-04-09 第 7 号/)).toBeVisible();
  const rows = card.locator("tbody tr");
  await rows.nth(0).getByText("登记结果", { exact: true }).click();
  await rows.nth(0).getByRole("button", { name: "有问题" }).click();
  await expect(rows.nth(0).getByLabel("说明")).toHaveAccessibleDescription(/请写明理由/);
  await rows.nth(0).getByLabel("说明").fill("照片与活动日期不符");
  await rows.nth(0).getByRole("button", { name: "有问题" }).click();
  await rows.nth(1).getByText("登记结果", { exact: true }).click();
  await rows.nth(1).getByRole("button", { name: "属实" }).click();
  await expect(card.getByText("已核查 2 / 3 份，1 份有问题")).toBeVisible();
  await expect(card.getByText("重新抽取")).toHaveCount(0);
  const report = (await rows.nth(0).getByRole("link").getAttribute("href")) ?? "";
  await page.goto(report);
  await expect(page.getByText(/这份周汇报被抽查.*有问题/)).toBeVisible();

  // The operator learns of it with the publication of the base's sheet.
  await as(page, manager, report);
  await expect(page.getByText(/这份周汇报被抽查/)).toHaveCount(0);
  await page.goto(sheet);
  await expect(page.locator("#report-sample")).toHaveCount(0);
});

test("what was excused and extended stands beside the base's sheet @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/assessments/2026-Q1/base`);
  await expect(page.getByRole("heading", { name: "免报、延期、销号清单" })).toBeVisible();
  await page.getByRole("link", { name: "本季度全部免报和延期" }).click();
  await expect(page).toHaveURL(/exceptions\?from=2026-W01&to=2026-W13/);
});

test("how the quarter's rhythm was kept stands beside the base's sheet, each number with its records @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/assessments/2026-Q1/base`);
  const rhythm = page.locator("#rhythm");
  await expect(rhythm.getByRole("heading", { name: "节奏情况" })).toBeVisible();
  await expect(rhythm).toContainText("2026年3月基地计划");
  await rhythm.getByRole("link", { name: /^应办 \d+$/ }).first().click();
  await expect(page).toHaveURL(/reports\?quarter=2026-Q1/);
});

test("a veto comes with what shows it, which its subject does not see before the publication @plain", async ({ page, demo }) => {
  const [officer, staff] = [who(demo, "bureau"), author(demo)];
  await as(page, officer, `${officer.path}/assessments/2026-Q1`);
  await page.getByRole("link", { name: staff.organisations[0] }).first().click();
  await page.locator("summary", { hasText: "一票否决" }).click();
  await page.locator("#veto-code").selectOption({ index: 1 });
  await page.locator("#veto-words").fill("法院已判决。");
  await page.locator("#veto-file").setInputFiles({ ...photo(), name: "判决书.png" });
  await page.locator("form").filter({ has: page.locator("#veto-file") }).getByRole("button", { name: "保存" }).click();
  const shown = page.locator("ol.history").getByRole("link", { name: /判决书/ });
  await expect(shown).toBeVisible();
  const file = (await shown.getAttribute("href")) ?? "";
  expect((await page.request.get(file)).headers()["content-type"]).toBe("image/png");
  await as(page, staff, `${staff.path}/assessments/2026-Q1`);
  expect((await page.request.get(file)).status()).toBe(404);
});
