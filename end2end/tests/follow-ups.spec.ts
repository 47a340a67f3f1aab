// Follow-ups by the pages: due, assigned, tried, visited, confirmed; and computed a second time.
import type { Page } from "@playwright/test";
import { DAY, expect, test, who } from "../support/demo";
import { type SignIn, accept, madeLink, signIn } from "../support/people";
import { photo } from "../support/photo";
import { questionnaireLink } from "../support/questionnaire";

interface Due {
  organisation: string;
  hatched_on: string;
  age: number | null;
  due: string;
  from: string;
  until: string;
  state: "due" | "overdue";
  assigned: string | null;
}

/** Those of the demo that hatched long ago: 24 months are due, 12 months are overdue, an extra visit is due. */
const [DUE, OVERDUE, SIGNALLED] = ["株洲市石峰区向阳社区营造服务中心", "醴陵市渌水守护者协会", "茶陵县红杜鹃助学服务中心"];

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

function row(page: Page, organisation: string) {
  return page.getByRole("row", { name: organisation });
}

/** Fills what every visit is asked for. */
async function fillVisit(page: Page, visit: { on: string; method: string; outcome: string; summary: string }): Promise<void> {
  const form = page.locator("#visit-form");
  await form.getByLabel("回访日期", { exact: true }).fill(visit.on);
  await form.getByLabel("回访方式", { exact: true }).selectOption({ label: visit.method });
  await form.getByLabel("回访人", { exact: true }).fill("周敏");
  await form.getByLabel("结果", { exact: true }).selectOption({ label: visit.outcome });
  await form.getByLabel("主要情况", { exact: true }).fill(visit.summary);
}

/** A day so many months after another, in the last day of a month that is too short; then so many days on. */
function after(day: string, months: number, days = 0): string {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 10);
}

/** Somebody of an organisation, invited by the operator from its file. */
async function staffOf(page: Page, manager: SignIn, file: string): Promise<SignIn> {
  await as(page, manager, file);
  await page.getByRole("link", { name: "邀请" }).first().click();
  await page.getByLabel("给谁").fill("向晚晴");
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = await madeLink(page);
  await page.context().clearCookies();
  const person = { account: "xiangwanqing", password: "回访之后再把材料补齐" };
  await page.goto(link);
  await accept(page, "向晚晴", person);
  return person;
}

test("a visit is due, assigned, made by two, and confirmed by the organisation @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, manager.path);
  await page.getByRole("link", { name: /次回访待做/ }).click();
  await expect(row(page, OVERDUE)).toContainText("已逾期");
  await expect(row(page, SIGNALLED)).toContainText("列入异常名录");
  await row(page, DUE).getByRole("link", { name: "出壳 24 个月" }).click();

  await page.getByLabel("回访人", { exact: true }).first().fill("何清");
  await page.getByLabel(/^计划日期/).fill("2026-04-10");
  await page.getByRole("button", { name: "保存安排" }).click();
  await expect(page.getByRole("status").first()).toContainText("已保存");
  await page.getByText("记一次联系").first().click();
  await page.getByLabel("方式", { exact: true }).selectOption({ label: "电话" });
  await page.getByLabel("情况", { exact: true }).selectOption({ label: "已联系上并约好" });
  await page.getByRole("button", { name: "记一次联系" }).click();
  await expect(page.getByText(/2026-04-09 · 电话/)).toBeVisible();

  // A visit on site is made by two; what was typed stays.
  await fillVisit(page, { on: DAY, method: "实地走访", outcome: "良好", summary: "续签了两个项目，团队稳定。" });
  await page.locator("#visit-form").getByLabel("近半年活动", { exact: false }).fill("每周三场社区活动。");
  await page.getByText("需要的帮助", { exact: true }).click();
  await page.getByLabel("需要什么帮助").fill("想换更大的场地。");
  await page.getByLabel("由谁负责").fill("何清");
  await page.getByLabel("何时办好").fill("2026-04-30");
  await page.getByRole("button", { name: "提交回访" }).click();
  const second = page.locator("#visit-form").getByLabel(/^第二位回访人/);
  await expect(second).toHaveAccessibleDescription(/实地走访要两个人/);
  await expect(page.locator("#visit-form").getByLabel("主要情况", { exact: true })).toHaveValue("续签了两个项目，团队稳定。");
  await second.fill("何清");
  await page.getByRole("button", { name: "提交回访" }).click();
  await expect(page.getByText("待机构确认").first()).toBeVisible();
  await expect(page.getByText("按期完成").first()).toBeVisible();
  const visit = page.url();

  const file = visit.replace(/\/follow-ups\/.*/, "");
  const staff = await staffOf(page, manager, new URL(file).pathname);
  await as(page, staff, "/");
  await page.getByRole("link", { name: /1 份回访记录待确认/ }).click();
  await expect(page.getByText("续签了两个项目，团队稳定。")).toBeVisible();
  await page.getByRole("button", { name: "确认无误" }).click();
  await expect(page.getByRole("status").first()).toContainText("已确认");
  await expect(page.getByRole("button", { name: "确认无误" })).toHaveCount(0);

  await as(page, manager, new URL(visit).pathname);
  await expect(page.getByText(/向晚晴 于 .* 确认/)).toBeVisible();

  // The help that is needed becomes a request, with whom and what day the visit named.
  await page.getByRole("link", { name: "转为服务事项" }).click();
  await expect(page.getByLabel("什么事")).toHaveValue("想换更大的场地。");
  await page.getByLabel("资源链接", { exact: true }).check();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByLabel("责任人")).toHaveValue("何清");
  await expect(page.getByLabel("时限")).toHaveValue("2026-04-30");
  await page.getByRole("link", { name: "来自出壳回访" }).click();
  await page.getByRole("link", { name: "查看服务事项" }).click();
  await expect(page.getByRole("link", { name: "来自出壳回访" })).toBeVisible();
  await page.goto(`${manager.path}/follow-ups`);
  await expect(row(page, DUE)).toHaveCount(0);
  await page.goto(`${manager.path}/follow-ups?show=done`);
  await expect(row(page, DUE).first()).toContainText("良好");
});

test("an organisation is lost only after three attempts over thirty days @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups?show=overdue`);
  await row(page, OVERDUE).getByRole("link", { name: "出壳 12 个月" }).click();
  await fillVisit(page, { on: DAY, method: "电话", outcome: "失联", summary: "电话、上门都联系不上。" });
  await page.getByRole("button", { name: "提交回访" }).click();
  const outcome = page.locator("#visit-form").getByLabel("结果", { exact: true });
  await expect(outcome).toHaveAccessibleDescription(/联系不上 2 次/);
  await expect(outcome).toHaveValue("lost");
  await page.getByText("记一次联系").first().click();
  await page.getByLabel("方式", { exact: true }).selectOption({ label: "上门" });
  await page.getByLabel("情况", { exact: true }).selectOption({ label: "上门无人" });
  await page.getByRole("button", { name: "记一次联系" }).click();
  // The draft was kept, so filing it again is one tap.
  await expect(page.locator("#visit-form").getByLabel("主要情况", { exact: true })).toHaveValue("电话、上门都联系不上。");
  await page.getByRole("button", { name: "提交回访" }).click();
  await expect(page.getByText("逾期完成").first()).toBeVisible();
  await page.goto(`${manager.path}/follow-ups/survival`);
  const year = page.getByRole("row", { name: "2025" });
  await expect(year).toContainText("1 家失联或注销");
  // A number of the table opens into the organisations that it counts.
  const hatched = Number(await year.locator('td[data-label="出壳"]').textContent());
  await year.locator('td[data-label="出壳"]').getByRole("link").click();
  await expect(page.locator("#who tbody tr")).toHaveCount(hatched);
});

test("a year that is over tells the hatched as they stood at its end, and leads to the table of that day @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/quarters/2025`);
  await expect(page.getByText(/^截至 2025-12-31，/)).toBeVisible();
  await page.getByRole("link", { name: "看存活曲线" }).click();
  await expect(page).toHaveURL(/\/follow-ups\/survival\?on=2025-12-31$/);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("2025-12-31 的存活情况");
  await expect(page.getByRole("link", { name: "导出 Excel" })).toHaveAttribute("href", /survival\.xlsx\?on=2025-12-31$/);
  // A day to come is today.
  await page.goto(`${manager.path}/follow-ups/survival?on=2999-12-31`);
  await expect(title).toHaveText("存活情况");
});

test("what is due is computed a second time from the days of hatching", async ({ page, demo, program }) => {
  const listed = await program.ask<Due[]>("follow-up", "due", "--base", demo.slug, "--on", DAY);
  expect(listed.map(({ organisation }) => organisation)).toEqual([OVERDUE, SIGNALLED, DUE]);
  for (const one of listed) {
    if (one.age === null) continue;
    expect(one.due).toBe(after(one.hatched_on, one.age));
    expect([one.from, one.until]).toEqual([after(one.hatched_on, one.age, -30), after(one.hatched_on, one.age, 30)]);
    expect(one.state).toBe(DAY <= one.until ? "due" : "overdue");
  }
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups`);
  await expect(page.locator("main table tbody tr")).toHaveCount(listed.length);
});

test("a signal of risk asks for an extra visit @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups`);
  await row(page, DUE).getByRole("link", { name: DUE }).click();
  await page.getByText("增加回访").first().click();
  await page.getByRole("button", { name: "增加回访" }).click();
  await expect(page.getByLabel("风险信号", { exact: true })).toHaveAccessibleDescription(/请选一项/);
  await page.getByLabel("风险信号", { exact: true }).selectOption({ label: "信用代码失效" });
  await page.getByLabel("在哪里发现、什么情况", { exact: true }).fill("登记平台显示已注销待核。");
  await page.getByRole("button", { name: "增加回访" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("信用代码失效");
  await expect(page.getByText("2026-04-09 至 2026-05-09")).toBeVisible();
});

test("what the records show asks for an extra visit by itself @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups`);
  const signal = page.getByRole("link", { name: new RegExp(`${OVERDUE} · 三个月无音讯`) });
  await signal.click();
  await expect(page.getByLabel("风险信号", { exact: true })).toHaveValue("silence");
  await expect(page.getByLabel("在哪里发现、什么情况", { exact: true })).toHaveValue(/此后 \d+ 天联系未果/);
  await page.getByRole("button", { name: "增加回访" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("三个月无音讯");
  await page.goto(`${manager.path}/follow-ups`);
  await expect(row(page, DUE)).toBeVisible();
  await expect(signal).toHaveCount(0);
});

test("what is typed of a visit outlives a closed tab", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups`);
  await row(page, DUE).getByRole("link", { name: "出壳 24 个月" }).click();
  const summary = page.locator("#visit-form").getByLabel("主要情况", { exact: true });
  // What is typed before the page's program has come is not noticed yet: it is typed again.
  await expect(async () => {
    await summary.fill("");
    await summary.fill("写到一半。");
    await expect(page.getByText("已保留在本机")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.reload();
  await expect(summary).toHaveValue("写到一半。");
  await expect(page.getByText("已找回本机上还没有存的内容。")).toBeVisible();
});

test("a visit that is saved without a network says so, and is saved with its photo once there is one", async ({ page, context, demo }) => {
  const manager = who(demo, "manager");
  await as(page, manager, `${manager.path}/follow-ups`);
  await row(page, DUE).getByRole("link", { name: "出壳 24 个月" }).click();
  const form = page.locator("#visit-form");
  const summary = form.getByLabel("主要情况", { exact: true });
  await expect(async () => {
    await summary.fill("");
    await summary.fill("村里没有信号。");
    await expect(page.getByText("已保留在本机")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await context.setOffline(true);
  await page.locator("#photos").getByLabel("选择文件").setInputFiles(photo());
  await expect(page.getByText(/^文件已保留在本机，还没有发送/)).toBeVisible();
  await form.getByRole("button", { name: "提交回访" }).click();
  await expect(form.getByText(/^网络不通，没有提交/)).toBeVisible();
  await form.getByRole("button", { name: "存草稿" }).click();
  await expect(form.getByText(/^网络不通，草稿还没有存上/)).toBeVisible();
  await expect(summary).toHaveValue("村里没有信号。");

  await context.setOffline(false);
  await expect(page.getByRole("status").first()).toContainText("已保存");
  await expect(summary).toHaveValue("村里没有信号。");
  await expect(page.getByText("已找回上次选好、还没有发送的文件。")).toBeVisible();
  await page.locator("#photos").getByRole("button", { name: "添加" }).click();
  await expect(page.getByRole("link", { name: /活动现场/ })).toBeVisible();
  await expect(page.locator("#photos").getByLabel("选择文件")).toHaveValue("");
});

test("an organisation answers a questionnaire by a link, and the operator judges it @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  const { link, visit } = await questionnaireLink(page, manager);
  await page.goto(link);
  await expect(page.getByText(DUE)).toBeVisible();
  await page.getByLabel("专职").fill("三个");
  await page.getByRole("button", { name: "提交问卷" }).click();
  await expect(page.getByLabel("专职")).toHaveAccessibleDescription(/整数/);
  await expect(page.getByLabel("专职")).toHaveValue("三个");
  await expect(page.getByLabel("填写人")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("专职").fill("3");
  await page.getByLabel("近半年活动").fill("每周三场社区活动。");
  await page.getByLabel("填写人").fill("邓兰");
  await page.getByRole("button", { name: "提交问卷" }).click();
  await expect(page.getByText("问卷已提交，谢谢。")).toBeVisible();
  await expect(page.getByRole("button", { name: "提交问卷" })).toHaveCount(0);

  await as(page, manager, visit);
  await expect(page.getByText(/邓兰 填于/)).toBeVisible();
  await page.getByRole("button", { name: "并入记录" }).click();
  const form = page.locator("#visit-form");
  await expect(form.getByLabel("回访方式", { exact: true })).toHaveValue("questionnaire");
  await expect(form.getByLabel("近半年活动")).toHaveValue("每周三场社区活动。");
  await fillVisit(page, { on: DAY, method: "问卷", outcome: "一般", summary: "按问卷看，活动正常。" });
  await page.getByRole("button", { name: "提交回访" }).click();
  await expect(page.getByText("待机构确认").first()).toBeVisible();
});
