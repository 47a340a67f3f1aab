// Annual targets by the pages: written, returned, approved, entered, changed; and counted a second time.
import type { Page } from "@playwright/test";
import { expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";

interface Shown {
  code: string;
  annual: number;
  split: number[];
  actual: (number | null)[];
  total: number | null;
  pending: number;
}

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

/** The part of the form that a target stands in. */
const card = (page: Page, name: string) =>
  page.locator("section.card").filter({ has: page.getByRole("heading", { name, exact: true }) });

test("next year's targets begin with this year's, are returned, mended and approved @plain", async ({ page, demo, program }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  await as(page, manager, `${manager.path}/targets?year=2027`);
  await page.getByRole("button", { name: "照去年的目标开始" }).click();
  const hatched = card(page, "出壳");
  await expect(hatched.getByLabel("全年（家）")).toHaveValue("8");
  await hatched.getByLabel("全年（家）").fill("9");
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(hatched.getByLabel("全年（家）")).toHaveAccessibleDescription(/四个季度加起来是 8，全年是 9/);
  await expect(hatched.getByLabel("全年（家）")).toHaveValue("9");
  for (const quarter of ["一", "二", "三", "四"]) await hatched.getByLabel(`${quarter}季度`).fill("");
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByText("待批准").first()).toBeVisible();

  await as(page, officer, officer.path);
  await page.getByRole("link", { name: /项年度目标和填报待核定/ }).click();
  await page.goto(`${officer.path}/targets?year=2027`);
  await page.getByText("退回", { exact: true }).first().click();
  await page.getByLabel("理由", { exact: true }).fill("入壳也请调到 13 家。");
  await page.getByRole("button", { name: "退回", exact: true }).click();
  await expect(page.getByText("入壳也请调到 13 家。")).toBeVisible();

  await as(page, manager, `${manager.path}/targets/edit?year=2027`);
  const admitted = card(page, "入壳");
  await admitted.getByLabel("全年（家）").fill("13");
  await admitted.getByLabel("四季度").fill("4");
  await page.getByRole("button", { name: "提交批准" }).click();
  await as(page, officer, `${officer.path}/targets?year=2027`);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("已批准").first()).toBeVisible();
  await expect(page.locator("#versions li").first()).toContainText("入壳：年度计划 12 → 13");

  const shown = await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2027");
  const of = (code: string) => shown.find((one) => one.code === code);
  expect(of("hatched")?.split).toEqual([2, 2, 2, 3]);
  expect(of("admitted")?.split).toEqual([3, 3, 3, 4]);
});

test("what is entered counts once the bureau has approved it, and opens into what is behind it @plain", async ({ page, demo, program }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  const filed = async () => {
    const shown = await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2026");
    return shown.find((one) => one.code === "newly_filed");
  };
  const before = await filed();
  await as(page, manager, `${manager.path}/targets`);
  await page.getByRole("link", { name: "新备案", exact: true }).click();
  await page.getByLabel("日期", { exact: true }).fill("2026-04-10");
  await page.getByLabel("数量", { exact: true }).fill("2");
  await page.getByLabel("内容", { exact: true }).fill("天元区社区社会组织备案");
  await page.getByRole("button", { name: "填报，报民政局核实" }).click();
  await expect(page.getByLabel("日期", { exact: true })).toHaveAccessibleDescription(/要在 2026-01-01 到 2026-04-09 之间/);
  await expect(page.getByLabel("佐证", { exact: true })).toHaveAccessibleDescription(/请填写/);
  await expect(page.getByLabel("内容", { exact: true })).toHaveValue("天元区社区社会组织备案");
  await page.getByLabel("日期", { exact: true }).fill("2026-04-08");
  await page.getByLabel("佐证", { exact: true }).fill("备案通知书 2 份");
  await page.getByLabel("佐证附件").setInputFiles(photo());
  await page.getByRole("button", { name: "填报，报民政局核实" }).click();
  const row = page.getByRole("row", { name: /天元区社区社会组织备案/ });
  await expect(row).toContainText("待核实");
  expect((await filed())?.total).toBe(before?.total);
  expect((await filed())?.pending).toBe((before?.pending ?? 0) + 1);

  await as(page, officer, `${officer.path}/targets/newly_filed`);
  const evidence = await row.getByRole("link", { name: /活动现场/ }).getAttribute("href");
  expect((await page.request.get(evidence ?? "")).headers()["content-type"]).toBe("image/png");
  await row.getByText("不予认定", { exact: true }).first().click();
  await row.getByRole("button", { name: "不予认定" }).click();
  await expect(row.getByLabel("理由", { exact: true })).toHaveAccessibleDescription(/请写明理由/);
  await row.getByRole("button", { name: "核实", exact: true }).click();
  await expect(row).toContainText("已核实");
  const after = await filed();
  expect(after?.total).toBe((before?.total ?? 0) + 2);
  expect(after?.actual[1]).toBe((before?.actual[1] ?? 0) + 2);

  // What the program counts opens into its records.
  await page.goto(`${officer.path}/targets`);
  await page.getByRole("link", { name: "出壳", exact: true }).click();
  const hatched = (await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2026")).find((one) => one.code === "hatched");
  expect(hatched?.total).toBeGreaterThan(0);
  await expect(page.locator("main table").last().locator("tbody tr")).toHaveCount(hatched?.total ?? 0);
});

test("a target is changed with a reason, and what was approved stands meanwhile @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/targets`);
  await page.getByText("变更目标", { exact: true }).first().click();
  await page.getByRole("button", { name: "变更目标", exact: true }).click();
  const hatched = card(page, "出壳");
  await hatched.getByLabel("全年（家）").fill("6");
  await hatched.getByLabel("四季度").fill("0");
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByLabel("变更理由")).toHaveAccessibleDescription(/请写明理由/);
  await expect(hatched.getByLabel("全年（家）")).toHaveValue("6");
  await page.getByLabel("变更理由").fill("两家延期出壳。");
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByText("变更批准前，下面的目标继续有效。")).toBeVisible();
  await expect(page.getByRole("row", { name: /^出壳/ })).toContainText("8 家");
  await expect(page.locator("#versions li").first()).toContainText("出壳：年度计划 8 → 6");
  await expect(page.locator("#versions li").first()).toContainText("两家延期出壳。");
});

test("a target of the base's own counts the service requests that are closed @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/targets/edit?year=2027`);
  const blank = card(page, "自定目标");
  await blank.getByLabel("目标名称").fill("服务事项办结");
  await blank.getByLabel("数的是什么").selectOption("money");
  await blank.getByLabel("单位").fill("件");
  await blank.getByLabel("佐证").selectOption("record");
  await blank.getByLabel("怎样计数").selectOption("service_requests");
  await blank.getByLabel("年度计划").fill("60");
  await blank.getByLabel("责任人").fill("周敏");
  await page.getByRole("button", { name: "提交批准" }).click();
  const own = card(page, "服务事项办结");
  await expect(own.getByLabel("怎样计数")).toHaveAccessibleDescription(/按件数/);
  await own.getByLabel("数的是什么").selectOption("count");
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByText("待批准").first()).toBeVisible();
  await page.getByRole("link", { name: "服务事项办结", exact: true }).click();
  await expect(page.getByText(/按办结之日计办结的服务事项/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "计入的记录" })).toBeVisible();
});

test("a target of the base's own counts activities, each of which opens into its report", async ({ page, demo, program }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  await as(page, manager, `${manager.path}/targets`);
  await page.getByText("变更目标", { exact: true }).first().click();
  await page.getByRole("button", { name: "变更目标", exact: true }).click();
  await page.getByRole("button", { name: "加一项自定目标" }).click();
  const blank = card(page, "自定目标");
  await blank.getByLabel("目标名称").fill("社区活动场次");
  await blank.getByLabel("数的是什么").selectOption("count");
  await blank.getByLabel("单位").fill("场");
  await blank.getByLabel("佐证").selectOption("record");
  await blank.getByLabel("怎样计数").selectOption("activities_held");
  await blank.getByLabel("年度计划").fill("400");
  await blank.getByLabel("责任人").fill("周敏");
  await page.getByLabel("变更理由").fill("街道要求单列。");
  await page.getByRole("button", { name: "提交批准" }).click();
  await as(page, officer, `${officer.path}/targets`);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("变更批准前，下面的目标继续有效。")).toHaveCount(0);

  await page.getByRole("link", { name: "社区活动场次", exact: true }).click();
  const shown = await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2026");
  const total = shown.at(-1)?.total ?? 0;
  expect(total).toBeGreaterThan(0);
  const records = page.locator("main table").last().locator("tbody tr");
  await expect(records).toHaveCount(Math.min(total, 50));
  const day = (await records.first().textContent())?.match(/2026-\d\d-\d\d/)?.[0];
  await records.first().getByRole("link").first().click();
  await expect(page.locator("main")).toContainText(day ?? "no day");
});

test("a year's targets are counted by person, and a name leads to what they own and help with @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/targets`);
  const person = page.getByRole("row", { name: /^全体督导/ });
  const helps = Number(await person.locator('td[data-label="协办"]').innerText());
  expect(helps).toBeGreaterThan(0);
  await person.getByRole("link", { name: "全体督导", exact: true }).click();
  const theirs = page.getByRole("table", { name: /目标任务完成情况/ }).locator("tbody tr");
  await expect(theirs).toHaveCount(helps);
  await expect(theirs.first()).toContainText("协办：全体督导");
  await person.locator('td[data-label="协办"]').getByRole("link").click();
  await expect(page).toHaveURL(/part=helps$/);
  await expect(theirs).toHaveCount(helps);
});

test("an item of a month's plan serves a target, whose page shows it @plain", async ({ page, demo }) => {
  const [manager, officer] = [who(demo, "manager"), who(demo, "bureau")];
  await as(page, manager, `${manager.path}/plans/2026-05`);
  const row = page.locator("fieldset[data-row]").first();
  await row.getByLabel("事项", { exact: true }).fill("社区骨干培训班");
  await row.getByLabel("数量", { exact: true }).fill("2");
  await row.getByLabel("单位", { exact: true }).fill("场");
  await row.getByLabel("责任人", { exact: true }).fill("周敏");
  await row.getByLabel("完成日期", { exact: true }).fill("2026-05-22");
  await row.getByLabel("服务于年度目标").selectOption({ label: "能力培训场次" });
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText(/等民政局审批/)).toBeVisible();
  await as(page, officer, `${officer.path}/plans/2026-05`);
  await expect(page.getByText("服务于：能力培训场次")).toBeVisible();
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("已批准").first()).toBeVisible();
  await page.goto(`${officer.path}/targets/trainings`);
  await page.getByRole("link", { name: "社区骨干培训班" }).click();
  await expect(page).toHaveURL(/plans\/2026-05/);
});
