// From an empty installation to an accepted week, as issue, contract and daily life have it.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { accept, madeLink, signIn } from "../support/people";
import { photo } from "../support/photo";
import { fillWeek, submitWeek } from "../support/week";

const registry = resolve(import.meta.dirname, "../../tests/data/registry");
const ORGANISATION = "株洲市和风社区矛盾调解中心";
const SETTING_UP = "2026-04-01T09:00:00+08:00";
/** A Thursday, the day before the deadline. */
const THAT_WEEK = "2026-04-09T10:42:00+08:00";

const ADMIN = { account: "zheng", password: "湘江北去橘子洲头看万山" };
const MANAGER = { account: "zhoumin", password: "每周五下班前都要看一遍" };
const OFFICER = { account: "chenguoqing", password: "季度考核要有据可查才行" };
const STAFF = { account: "hefeng", password: "社区里的事大家商量着办" };

/** Somebody's own browser. */
async function browserOf(browser: Browser, options: Parameters<Browser["newPage"]>[0]): Promise<Page> {
  return browser.newPage({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
}

test("from an empty installation to an accepted week @plain", async ({ browser, program, javaScriptEnabled }) => {
  test.slow();
  const wide = { baseURL: program.url, javaScriptEnabled, viewport: { width: 1440, height: 900 } };
  const narrow = { ...wide, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  await program.setClock(SETTING_UP);
  const admin = await browserOf(browser, wide);
  const manager = await browserOf(browser, wide);
  const officer = await browserOf(browser, wide);
  const staff = await browserOf(browser, narrow);

  await test.step("the first administrator founds the base", async () => {
    await admin.goto(program.firstLink);
    await accept(admin, "郑怀瑾", ADMIN);
    await admin.goto("/admin/bases");
    await admin.getByLabel("基地名称").fill("株洲市社会组织孵化基地");
    await admin.getByLabel("链接短名").fill("zhuzhou");
    await admin.getByLabel("回执编号前缀").fill("ZZ");
    await admin.getByLabel("运营方", { exact: true }).fill("株洲市公益服务中心");
    await admin.getByLabel("民政局", { exact: true }).fill("株洲市民政局");
    await admin.getByRole("button", { name: "建立基地" }).click();
    await expect(admin.getByRole("table", { name: "基地" })).toContainText("株洲市社会组织孵化基地");
  });

  const invite = async (person: string, role: string) => {
    await admin.goto("/admin/accounts/invite");
    await admin.getByLabel("给谁").fill(person);
    await admin.getByLabel("身份", { exact: true }).selectOption({ label: role });
    await admin.getByLabel("基地").selectOption({ label: "株洲市社会组织孵化基地" });
    await admin.getByRole("button", { name: "生成链接" }).click();
    return madeLink(admin);
  };
  await test.step("the operator and the bureau are invited", async () => {
    await manager.goto(await invite("周敏", "运营方"));
    await accept(manager, "周敏", MANAGER);
    await expect(manager).toHaveURL(/\/b\/zhuzhou$/);
    await officer.goto(await invite("陈国庆", "民政局"));
    await accept(officer, "陈国庆", OFFICER);
    await expect(officer).toHaveURL(/\/b\/zhuzhou$/);
  });

  await test.step("the operator imports the bureau's messy workbook", async () => {
    await manager.goto("/b/zhuzhou/import");
    await manager.getByLabel("文件").setInputFiles(resolve(registry, "messy.xlsx"));
    await manager.getByRole("button", { name: "上传并预览" }).click();
    await expectOutcomes(manager);
    await manager.getByRole("button", { name: "确认导入 12 行" }).click();
    await expect(manager.getByRole("heading", { level: 1, name: "结果：messy.xlsx" })).toBeVisible();
    await expectRefusedRows(manager);
    await manager.goto("/b/zhuzhou/organisations");
    await expect(manager.getByText("共 12 条")).toBeVisible();
  });

  await test.step("the operator invites an organisation, which accepts on its phone", async () => {
    await manager.goto("/b/zhuzhou/people");
    const row = manager.getByRole("row", { name: ORGANISATION });
    await row.getByRole("link", { name: "邀请" }).click();
    await manager.getByLabel("给谁").fill("胡子轩");
    await manager.getByRole("button", { name: "生成链接" }).click();
    await staff.goto(await madeLink(manager));
    await accept(staff, "胡子轩", STAFF);
    await expect(staff.getByRole("heading", { level: 1, name: ORGANISATION })).toBeVisible();
  });

  await program.setClock(THAT_WEEK);
  await Promise.all([signIn(manager, MANAGER), signIn(officer, OFFICER), signIn(staff, STAFF)]);

  let receipt = "";
  await test.step("the organisation files its week with a photo", async () => {
    await staff.getByRole("link", { name: "去填写" }).first().click();
    await staff.getByRole("button", { name: "提交", exact: true }).click();
    await expect(staff.getByLabel("做了什么")).toHaveAttribute("aria-invalid", "true");
    await fillWeek(staff, { done: "调解了三起邻里纠纷，周三办了一场普法讲座。", activities: 1, attendances: 42 });
    await staff.getByText("照片与文件").click();
    await staff.getByLabel("添加照片或文件").setInputFiles(photo());
    receipt = await submitWeek(staff);
    expect(receipt).toContain("ZZ");
    await expect(staff.getByText("按时").first()).toBeVisible();
    await expect(staff.getByText("活动现场.png").filter({ visible: true }).first()).toBeVisible();
  });

  const review = async () => {
    await manager.goto("/b/zhuzhou/reviews");
    await manager.getByRole("link", { name: new RegExp(ORGANISATION) }).first().click();
    await expect(manager.getByRole("heading", { level: 1 })).toContainText(ORGANISATION);
  };
  await test.step("the operator returns it with a reason", async () => {
    await review();
    await expect(manager.getByText("活动现场.png").first()).toBeVisible();
    await manager.getByText("退回修改").first().click();
    await manager.getByLabel(/^理由/).fill("请写明讲座的地点。");
    await manager.getByRole("button", { name: "退回修改" }).click();
    await expect(manager.getByRole("status").first()).toContainText("已退回");
  });

  await test.step("the organisation reads why and sends it again", async () => {
    await staff.goto("/");
    await expect(staff.getByText("请写明讲座的地点。").first()).toBeVisible();
    await staff.getByRole("link", { name: "去修改" }).click();
    await expect(staff.getByLabel("做了什么")).toHaveValue(/普法讲座/);
    await staff.getByLabel("做了什么").fill("调解了三起邻里纠纷，周三在和风社区活动室办了一场普法讲座。");
    await submitWeek(staff);
    await expect(staff.getByText(/^第 2 次/).first()).toBeVisible();
  });

  await test.step("the operator accepts it", async () => {
    await review();
    await expect(manager.getByText("和风社区活动室").first()).toBeVisible();
    await manager.getByRole("button", { name: "接受", exact: true }).click();
    await expect(manager.getByRole("status").first()).toContainText("已接受");
    await staff.goto("/");
    await expect(staff.getByText("已接受").first()).toBeVisible();
    // What was said about it stays within sight.
    await expect(staff.locator("#feedback")).toContainText("请写明讲座的地点。");
  });

  await test.step("the base files its own week, begun from what the organisations reported", async () => {
    await manager.goto("/b/zhuzhou/base-reports/2026-W15");
    await manager.getByRole("link", { name: "用机构汇报汇总起稿" }).click();
    await expect(manager.getByLabel("做了什么")).toHaveValue(/已报 1 家/);
    await manager.getByLabel("做了什么").press("End");
    await manager.getByLabel("活动场数").fill("1");
    await manager.getByLabel("人次", { exact: true }).fill("12");
    await manager.getByLabel("不需要", { exact: true }).check();
    await submitWeek(manager);
  });

  await test.step("the bureau reads it and accepts", async () => {
    await officer.goto("/b/zhuzhou/base-reports");
    await officer.getByRole("link", { name: "审阅" }).first().click();
    await expect(officer.getByText(/已报 1 家/).first()).toBeVisible();
    await officer.getByRole("button", { name: "接受", exact: true }).click();
    await expect(officer.getByRole("status").first()).toContainText("已接受");
    await manager.goto("/b/zhuzhou/base-reports");
    await expect(manager.getByRole("row", { name: /第 15 周|W15/ })).toContainText("已接受");
  });

  await test.step("the list for programs says the same", async () => {
    const lines = await program.ask<Record<string, unknown>[]>(
      ...["report", "list", "--base", "zhuzhou", "--from", "2026-W15", "--to", "2026-W15"],
    );
    const accepted = lines.filter(({ state }) => state === "accepted");
    expect(accepted).toHaveLength(2);
  });
});

/** The preview gives each row the outcome that is expected of it. */
async function expectOutcomes(page: Page): Promise<void> {
  const lines = (await readFile(resolve(registry, "messy-expected.csv"), "utf8")).trim().split("\n").slice(1);
  for (const line of lines) {
    const [, row, name, outcome] = line.match(/^(\d+),([^,]*),(\w+)/) ?? [];
    const number = page.getByRole("cell", { name: new RegExp(` ${row}$`) });
    const shown = page.getByRole("row").filter({ has: number, hasText: name.trim() });
    const said = outcome === "rejected" ? "退回" : "新增";
    await expect(shown.getByRole("cell", { name: said, exact: true }), line).toBeVisible();
  }
}

/** What was refused can be downloaded as a workbook. */
async function expectRefusedRows(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "下载退回的行（带原因）" });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toContain("spreadsheetml");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
}
