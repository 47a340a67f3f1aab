// One month by the pages: planned, returned, approved, told of by a week, closed, carried over; and computed a second time.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { fillWeek, submitWeek } from "../support/week";

const WEEK = { done: "在两个社区各做了一次义诊。", activities: 2, attendances: 61 };

interface Listed {
  subject: string;
  what: string;
  quantity: number;
  told: number;
  done: number | null;
  counts: boolean;
}

/** Whoever sat here before has gone, and time has passed. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

/** The last item of the plan's form, which is the one that was added last. */
async function fillItem(page: Page, item: { what: string; quantity: string; unit: string; by: string }): Promise<void> {
  const row = page.locator("fieldset[data-row]").last();
  await row.getByLabel("事项", { exact: true }).fill(item.what);
  await row.getByLabel("数量", { exact: true }).fill(item.quantity);
  await row.getByLabel("单位", { exact: true }).fill(item.unit);
  await row.getByLabel("责任人", { exact: true }).fill("林晓燕");
  await row.getByLabel("完成日期", { exact: true }).fill(item.by);
}

test("a month is planned, approved, told of, closed and carried over @plain", async ({ page, demo, program }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const plan = `${staff.path}/plans/2026-05`;
  await as(page, staff, `${staff.path}/plans`);
  await page.getByRole("link", { name: "2026年5月", exact: true }).click();
  // What recurs stands there already.
  await expect(page.getByLabel("事项", { exact: true }).first()).toHaveValue("理事会例会");
  await page.getByRole("button", { name: "加一项" }).click();
  await expect(page.getByRole("group", { name: "第 2 项" })).toBeVisible();
  await fillItem(page, { what: "社区义诊", quantity: "4", unit: "场", by: "2026-06-03" });
  await page.getByRole("button", { name: "提交审批" }).click();
  const due = page.locator("fieldset[data-row]").last().getByLabel("完成日期", { exact: true });
  await expect(due).toHaveAccessibleDescription(/要在 2026-05-01 到 2026-05-31 之间/);
  await expect(page.locator("fieldset[data-row]").last().getByLabel("事项", { exact: true })).toHaveValue("社区义诊");
  await due.fill("2026-05-22");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText(/等运营方审批/)).toBeVisible();

  await as(page, manager, `${manager.path}/plans?month=2026-05&show=to_decide`);
  await page.getByRole("link", { name: staff.organisations[0] }).click();
  await page.getByText("退回", { exact: true }).first().click();
  await page.getByLabel("理由", { exact: true }).fill("四场分两处写清。");
  await page.getByRole("button", { name: "退回", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("已退回");

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /2026年5月计划被退回/ }).click();
  await expect(page.getByText("四场分两处写清。")).toBeVisible();
  await page.locator("fieldset[data-row]").last().getByLabel("事项", { exact: true }).fill("社区义诊（东湖、西苑各两场）");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText(/等运营方审批/)).toBeVisible();

  await as(page, manager, `${manager.path}/plans?month=2026-05`);
  await page.getByRole("link", { name: staff.organisations[0] }).click();
  await expect(page.getByText(/社区义诊 → 社区义诊（东湖、西苑各两场）/)).toBeVisible();
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("已批准").first()).toBeVisible();

  // The week's report offers the month's items.
  await program.setClock("2026-05-13T10:00:00+08:00");
  await as(page, staff, `${staff.path}/reports/2026-W20`);
  await fillWeek(page, WEEK);
  await page.getByLabel(/^社区义诊/).fill("2");
  await submitWeek(page);
  await expect(page.getByRole("row", { name: /社区义诊.*2 场.*0 场.*4 场/ })).toBeVisible();
  await page.goto(plan);
  await expect(page.getByRole("row", { name: /社区义诊/ })).toContainText("2 / 4 场");
  await page.getByRole("link", { name: "第 20 周：2 场" }).click();
  await expect(page).toHaveURL(/reports\/2026-W20/);

  // At the month's end its result is proposed, corrected with a reason, and closed.
  await program.setClock("2026-05-29T10:00:00+08:00");
  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /2026年5月计划待办结/ }).click();
  const clinic = page.getByRole("group", { name: /^社区义诊/ });
  await expect(clinic.getByLabel("实际完成")).toHaveValue("2");
  await clinic.getByLabel("实际完成").fill("3");
  await page.getByRole("group", { name: "理事会例会" }).getByLabel("实际完成").fill("1");
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(clinic.getByLabel("说明")).toHaveAccessibleDescription(/与周汇报合计（2）不符/);
  await expect(clinic.getByLabel("实际完成")).toHaveValue("3");
  await clinic.getByLabel("说明").fill("22 日那场漏报了。");
  await page.getByRole("group", { name: "理事会例会" }).getByLabel("说明").fill("会议照开，周报没写。");
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("87.5%").first()).toBeVisible();

  await page.goto(`${staff.path}/plans/2026-06`);
  await expect(page.getByText(/结转自2026年5月（原计划 4 场）/)).toBeVisible();
  await expect(page.getByLabel("数量", { exact: true }).last()).toHaveValue("1");

  // April's results were due on 8 May: who has not closed the month is found.
  await as(page, manager, `${manager.path}/plans?month=2026-04&show=overdue`);
  await expect(page.getByText(/逾期 \d+ 个工作日未办结/).first()).toBeVisible();

  // The same by another way: out of the listed items, by the published rule.
  const listed = await program.ask<Listed[]>("plan", "list", "--base", demo.slug, "--from", "2026-05", "--to", "2026-05");
  const ours = listed.filter(({ subject, counts }) => subject === staff.organisations[0] && counts);
  const parts = ours.map(({ quantity, done, told }) => Math.min((done ?? told) / quantity, 1));
  expect((100 * parts.reduce((sum, part) => sum + part, 0)) / parts.length).toBe(87.5);
});

test("an approved plan is changed with a reason, and everybody sees what changed @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const plan = `${staff.path}/plans/2026-04`;
  await as(page, staff, plan);
  await page.getByText("变更计划", { exact: true }).first().click();
  await page.getByRole("button", { name: "变更计划", exact: true }).click();
  const quantity = page.getByLabel("数量", { exact: true }).first();
  const before = await quantity.inputValue();
  await quantity.fill("9");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByLabel("变更理由")).toHaveAccessibleDescription(/请写明理由/);
  await expect(quantity).toHaveValue("9");
  await page.getByLabel("变更理由").fill("街道增加了场次。");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText(new RegExp(`数量 ${before} → 9`))).toBeVisible();
  await expect(page.getByText("街道增加了场次。")).toBeVisible();
  await as(page, manager, `${manager.path}/organisations/${staff.path.split("/").pop()}/plans/2026-04`);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.locator("#versions li").first()).toContainText("现行");
});

test("a plan's items can be seen as a list, as a board and in the month @plain", async ({ page, demo }) => {
  const staff = author(demo);
  await as(page, staff, `${staff.path}/plans/2026-04`);
  const items = await page.locator("#plan-items tbody tr").count();
  expect(items).toBeGreaterThan(1);
  await page.getByRole("link", { name: "看板" }).click();
  await expect(page.locator(".board-card")).toHaveCount(items);
  await page.getByRole("link", { name: "日历" }).click();
  await expect(page.locator(".month-calendar td li")).toHaveCount(items);
});

test("what everybody is to do in a month stands in one calendar and in one list @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const name = staff.organisations[0] ?? "";
  await as(page, manager, `${manager.path}/organisations/${staff.path.split("/").pop()}/plans/2026-04`);
  const planned = page.locator("#plan-items tbody tr");
  await expect(planned.first()).toBeVisible();
  const items = await planned.count();

  await page.goto(`${manager.path}/plans?month=2026-04`);
  await page.getByRole("link", { name: "当月事项" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2026年4月计划事项" })).toBeVisible();
  await page.getByRole("searchbox", { name: "查机构名称或拼音首字母" }).fill(name);
  await page.getByRole("button", { name: "筛选" }).click();
  const calendar = page.locator(".month-calendar");
  await expect(calendar.locator("td li")).toHaveCount(items);
  await expect(calendar.getByRole("link", { name })).toHaveCount(items);
  // On a phone the days on which something is due stand below each other.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(calendar.locator("thead")).toBeHidden();
  await expect(calendar.locator("td.nothing").first()).toBeHidden();
  await expect(calendar.locator("td li").first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("link", { name: "列表", exact: true }).click();
  await expect(page).toHaveURL(/view=list/);
  const rows = page.locator("main tbody tr");
  await expect(rows).toHaveCount(items);
  await expect(rows.filter({ hasText: name })).toHaveCount(items);
  const day = (await rows.first().textContent())?.match(/2026-04-\d\d/)?.[0] ?? "";
  await page.getByRole("combobox", { name: "完成日期" }).selectOption(day);
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  await expect(rows.first()).toContainText(day);
  await expect(rows.filter({ hasNotText: day })).toHaveCount(0);
  const file = page.getByRole("link", { name: "导出 Excel" });
  await expect(file).toHaveAttribute("href", new RegExp(`plans/months/2026-04/items\\.xlsx\\?.*day=${day}`));
  await page.getByRole("searchbox", { name: "责任人" }).fill("没有这个人");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByText("没有符合条件的事项")).toBeVisible();

  await page.goto(`${manager.path}/plans/months/2026-04?view=list`);
  await rows.first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /2026年4月计划$/ })).toBeVisible();
  await page.goto(`${manager.path}/plans/months/2026-04`);
  await page.getByRole("link", { name: "下一月" }).click();
  await expect(page).toHaveURL(/plans\/months\/2026-05/);
});

test("what was typed into a plan outlives the tab", async ({ page, context, demo }) => {
  const staff = author(demo);
  await as(page, staff, `${staff.path}/plans/2026-05`);
  await page.getByRole("button", { name: "加一项" }).click();
  await fillItem(page, { what: "社区义诊", quantity: "4", unit: "场", by: "2026-05-22" });
  await expect(page.getByText("已保留在本机")).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${staff.path}/plans/2026-05`);
  await expect(again.getByText("已找回本机上还没有存的内容。")).toBeVisible();
  await expect(again.locator("fieldset[data-row]").last().getByLabel("事项", { exact: true })).toHaveValue("社区义诊");
  await again.getByRole("button", { name: "存草稿" }).click();
  await expect(again.getByText(/林晓燕 .* 存过/)).toBeVisible();
});

test("the operator files a plan on an organisation's behalf, and the organisation confirms it @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/plans?month=2026-05`);
  await page.getByRole("link", { name: staff.organisations[0] }).click();
  await page.getByRole("link", { name: "代填" }).click();
  await fillItem(page, { what: "社区义诊", quantity: "2", unit: "场", by: "2026-05-22" });
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByLabel("代填依据")).toHaveAccessibleDescription(/请写明内容从哪里来/);
  await page.getByLabel("代填依据").fill("4 月 9 日电话，林静口述");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText("运营方代填，待机构确认").first()).toBeVisible();

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /2026年5月计划由运营方代填/ }).click();
  await expect(page.getByText("代填依据：4 月 9 日电话，林静口述")).toBeVisible();
  await page.getByRole("button", { name: "确认代填内容" }).click();
  await expect(page.getByText("运营方代填，机构已确认").first()).toBeVisible();
});

test("a month is asked for to be excused, granted, and stands in the list of exceptions @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, staff, `${staff.path}/plans/2026-05`);
  await page.getByText("申请免报或延期", { exact: true }).first().click();
  await page.getByLabel("免报", { exact: true }).check();
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByLabel("理由", { exact: true })).toHaveAccessibleDescription(/请写明理由/);
  await page.getByLabel("理由", { exact: true }).fill("活动室整修一个月。");
  await page.getByLabel("凭据").fill("街道通知 12 号");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("申请等运营方决定")).toBeVisible();

  await as(page, manager, `${manager.path}/plans/waiting`);
  await page.getByRole("link", { name: staff.organisations[0] }).first().click();
  await page.getByRole("button", { name: "同意申请" }).click();
  await expect(page.getByText("申请已同意")).toBeVisible();
  await page.goto(`${manager.path}/exceptions`);
  await expect(page.getByText("2026年5月计划").first()).toBeVisible();
  await expect(page.getByText("凭据：街道通知 12 号").first()).toBeVisible();

  await as(page, staff, `${staff.path}/plans`);
  const may = page.locator("main tbody tr").filter({ hasText: "2026年5月" });
  await expect(may.getByText("免报").first()).toBeVisible();
});
