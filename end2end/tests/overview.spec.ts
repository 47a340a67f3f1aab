// A week, month, quarter or year at a glance: its numbers are those of the records, each opens into them, and it fits on paper.
import { expect, test, who } from "../support/demo";
import { whole } from "../support/page";
import { madeLink, signIn } from "../support/people";

const QUARTER = "2025-Q4";

test("leadership reads the quarter in a minute, and every number opens into its records @plain", async ({ page, demo, program }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, officer.path);
  await page.getByRole("link", { name: "上季一览" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /2026-Q1 季度一览/ })).toBeVisible();
  await page.getByRole("navigation", { name: "切换季度" }).getByRole("link", { name: QUARTER }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`${QUARTER} 季度一览`) })).toBeVisible();

  const sheets = await program.ask<{ subject: string; name: string; state: string; total: string | null; band: string | null }[]>(
    "assessment", "list", "--base", demo.slug, "--quarter", QUARTER,
  );
  // The base's own comes first.
  const [own, ...organisations] = sheets;
  const rated = organisations.filter(({ total }) => total !== null);
  const sum = rated.reduce((all, { total }) => all + Math.round(Number(total) * 100), 0);
  const mean = Math.floor((2 * sum + rated.length) / (2 * rated.length)) / 100;
  await expect(page.getByRole("link", { name: /平均分/ }).locator("strong")).toHaveText(mean.toFixed(2));
  await expect(page.getByRole("link", { name: /基地得分/ }).locator("strong")).toHaveText(own.total ?? "");

  const NAMES = { excellent: "优秀", good: "良好", pass: "合格", fail: "不合格" } as Record<string, string>;
  const band = rated[0].band ?? "";
  const alike = rated.filter((sheet) => sheet.band === band).length;
  const bands = page.getByRole("figure", { name: "等次分布" });
  const line = bands.getByRole("listitem").filter({ has: page.getByText(NAMES[band], { exact: true }) });
  await line.getByRole("link", { name: String(alike), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/assessments/${QUARTER}\\?band=${band}`));
  await page.goBack();
  // A column of the distribution opens into as many sheets as it is high.
  const column = page.getByRole("link", { name: /^\d+–\d+ 分 \d+ 家$/ }).first();
  const [from, , high] = ((await column.getAttribute("aria-label")) ?? "").match(/\d+/g) ?? [];
  const within = rated.filter(({ total }) => Math.min(Math.floor(Number(total) / 10), 9) === Number(from) / 10);
  expect(Number(high)).toBe(within.length);
  await column.click();
  await expect(page).toHaveURL(new RegExp(`/assessments/${QUARTER}\\?tens=${Number(from) / 10}$`));
  await expect(page.locator('main td[data-label="总分"]')).toHaveCount(Math.min(within.length, 50));
  await page.goBack();
  await page.getByRole("region", { name: "各周明细" }).getByRole("link", { name: "2025年第 46 周" }).click();
  await expect(page).toHaveURL(/reports\?last=2025-W46/);
});

test("a week, a month and a year are seen in the same way, each number as in its records @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/quarters/${QUARTER}`);
  const figure = (label: string) => page.locator("a.due").filter({ has: page.getByText(label, { exact: true }) });
  const kinds = page.getByRole("navigation", { name: "按周、月、季、年看" });
  const mean = (await figure("平均分").locator("strong").textContent()) ?? "";

  await kinds.getByRole("link", { name: "月", exact: true }).click();
  await expect(page).toHaveURL(/quarters\/2025-12$/);
  await expect(page.getByRole("heading", { level: 1, name: /2025年12月 一览/ })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "当前位置" }).getByRole("link")).toHaveText("今日待办");
  const trainings = Number(await figure("培训场次").locator("strong").textContent());
  await figure("培训场次").click();
  await expect(page).toHaveURL(/trainings\?month=2025-12&state=held$/);
  await expect(page.locator("main tbody tr")).toHaveCount(trainings);
  await page.goBack();

  await kinds.getByRole("link", { name: "年", exact: true }).click();
  await expect(page).toHaveURL(/quarters\/2025$/);
  const received = (await figure("资金到位").locator("strong").textContent()) ?? "";
  await figure("资金到位").click();
  await expect(page).toHaveURL(/funds\?received=2025$/);
  await expect(page.getByLabel("到位时间")).toHaveValue("2025");
  await expect(page.getByText(/：到位 /)).not.toContainText("承诺");
  await expect(page.locator(".pager")).toBeVisible();
  await whole(page);
  const came = await page.locator('main td[data-label="期内到位（元）"]').allTextContents();
  const yuan = came.reduce((sum, cell) => sum + Number(cell.replace(/[^\d.]/g, "")), 0);
  expect(`${(yuan / 10_000).toFixed(2)} 万元`).toBe(received);
  await page.goBack();
  const row = page.locator("#quarters tbody tr").filter({ hasText: QUARTER });
  await expect(row.locator('td[data-label="机构平均分"] a')).toHaveText(mean);
  await row.getByRole("link", { name: QUARTER, exact: true }).click();
  await expect(figure("平均分").locator("strong")).toHaveText(mean);

  await page.goto(`${officer.path}/quarters/2025-W46`);
  await expect(page.getByRole("heading", { level: 1, name: /2025年第 46 周 一览/ })).toBeVisible();
  const told = async (label: string) => {
    const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });
    return (await line.locator("td").last().textContent()) ?? "";
  };
  await expect(figure("按时").locator("strong")).toHaveText(`${await told("按时")}/${await told("应报")}`);
  await expect(figure("缺报").locator("strong")).toHaveText(await told("缺报"));
  // A number of the week opens into just its organisations, with what they come to.
  const inTime = Number(((await figure("按时").locator("strong").textContent()) ?? "").split("/")[0]);
  await figure("按时").click();
  await expect(page).toHaveURL(/weeks\/2025-W46\?show=on_time$/);
  await expect(page.getByText(new RegExp(`所列 ${inTime} 家`))).toBeVisible();
  await expect(page.locator("main tbody tr")).toHaveCount(Math.min(inTime, 50));
  await page.goBack();
  const asking = Number(await figure("求助").locator("strong").textContent());
  await expect(page.locator("#help li")).toHaveCount(asking);
  await page.getByRole("navigation", { name: "切换周" }).getByRole("link", { name: "2025年第 45 周" }).click();
  await expect(page).toHaveURL(/quarters\/2025-W45$/);
});

test("where the parties lie apart is drawn with the numbers of the table below", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/quarters/${QUARTER}`);
  const card = page.locator("section.card").filter({ has: page.getByRole("heading", { name: "三方分差最大" }) });
  const first = card.locator("tbody tr").first();
  const name = ((await first.getByRole("link").textContent()) ?? "").trim();
  const [own, operator] = await first.locator("td.number").allTextContents();
  const line = card.getByRole("figure").getByRole("link").first();
  await expect(line).toHaveAccessibleName(new RegExp(`^${name}：自评 ${own.trim()}，运营方 ${operator.trim()}`));
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/assessments/${QUARTER}/`));
});

test("on paper a quarter takes three pages at the most", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/quarters/${QUARTER}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "切换季度" })).toBeHidden();
  const paper = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(3);
});

test("the operator sees how many stand where, and who came and went in a year @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/organisations`);
  await page.getByRole("link", { name: "孵化进程" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "孵化进程" })).toBeVisible();
  const standing = page.locator("section.card").filter({ has: page.getByRole("heading", { name: "分阶段" }) });
  const incubating = standing.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "在孵", exact: true }) });
  const number = (await incubating.locator("td.number").textContent()) ?? "";
  await expect(page.getByRole("group", { name: new RegExp(`在孵 ${number} 家`) })).toBeVisible();
  await incubating.locator("td.number").getByRole("link").click();
  await expect(page).toHaveURL(/organisations\?phase=incubating$/);
  await expect(page.locator("main tbody tr")).toHaveCount(Math.min(Number(number), 50));
  await page.goBack();

  await page.getByRole("navigation", { name: "按周、月、季、年看" }).getByRole("link", { name: "年", exact: true }).click();
  await expect(page).toHaveURL(/funnel\?period=2026$/);
  await page.getByRole("navigation", { name: "切换时间" }).getByRole("link", { name: "2025 年" }).click();
  const flows = page.locator("section.card").filter({ has: page.getByRole("heading", { name: "2025 年 的进出" }) });
  const came = flows.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "在孵", exact: true }) }).getByRole("link").first();
  const moved = Number(await came.textContent());
  expect(moved).toBeGreaterThan(0);
  await came.click();
  await expect(page).toHaveURL(/period=2025&phase=incubating/);
  await whole(page);
  const days = await page.locator('#moves td[data-label="日期"]').allTextContents();
  expect(days.length).toBeGreaterThanOrEqual(moved);
  for (const day of days) expect(day.trim()).toMatch(/^2025-/);
});

test("the operator's first screen tells how the base stands, and its numbers open into their records @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  const card = (title: string) => page.locator("section.card").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(page.getByRole("link", { name: /件求助待受理/ })).toContainText(/最久的(已等 \d+ 个工作日|今天收到)/);
  const rectifications = page.getByRole("link", { name: /项整改待处理/ });
  const toDo = Number(await rectifications.locator("strong").textContent());
  await rectifications.click();
  await expect(page).toHaveURL(/rectifications\?waits=operator$/);
  await expect(page.locator("main tbody tr")).toHaveCount(toDo);
  await page.goBack();
  const sheets = card("2026-Q1 评分表进度").getByRole("link").last();
  const inState = Number(await sheets.textContent());
  await sheets.click();
  await expect(page).toHaveURL(/assessments\/2026-Q1\?state=\w+$/);
  await expect(page.locator('main td[data-label="总分"]')).toHaveCount(Math.min(inState, 50));
  await page.goBack();

  const moves = card("孵化进程").getByRole("link", { name: /^2026-Q2 变动 \d+ 次$/ });
  const moved = Number(/(\d+) 次/.exec((await moves.textContent()) ?? "")?.[1]);
  await moves.click();
  await expect(page).toHaveURL(/funnel\?period=2026-Q2#moves$/);
  await expect(page.locator('#moves td[data-label="日期"]')).toHaveCount(moved);
  await page.goBack();

  // Of the last month its plans, their rate and the base's own; nothing of the running one is closed yet.
  await expect(card("月计划完成情况").getByRole("link")).toHaveCount(3);
  await page.getByRole("link", { name: "本季一览" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /2026-Q2 季度一览/ })).toBeVisible();
});

test("what lies with whom is told with its length, the bureau's own waiting too @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, officer.path);
  await page.getByRole("link", { name: "谁在等谁" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "谁在等谁" })).toBeVisible();
  for (const list of ["等机构", "等运营方", "等民政局"]) {
    const card = page.locator("section.card").filter({ has: page.getByRole("heading", { name: list, exact: true }) });
    const numbers = await card.locator("td.number").allTextContents();
    const sum = numbers.reduce((all, number) => all + Number(number), 0);
    await expect(page.getByRole("link", { name: `项${list}` }).locator("strong")).toHaveText(String(sum));
  }
  await page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "求助待受理" }) }).getByRole("link").click();
  await expect(page).toHaveURL(/services\?state=asked$/);
});

const SECOND = "醴陵市社会组织孵化基地";

test("the bureau sees its bases side by side, each number as on the base's own pages @plain", async ({ page, demo, program }) => {
  const officer = who(demo, "bureau");
  await program.command(
    "base", "add", "--slug", "liling", "--name", SECOND, "--operator", "醴陵市公益服务中心", "--bureau", "株洲市民政局",
  );
  await signIn(page, who(demo, "admin"), "/admin/accounts/invite");
  await page.getByLabel("给谁").fill(officer.person);
  await page.getByLabel("身份", { exact: true }).selectOption({ label: "民政局" });
  await page.getByLabel("基地").selectOption({ label: SECOND });
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = new URL(await madeLink(page)).pathname;
  await page.context().clearCookies();
  await signIn(page, officer, link);
  await page.getByRole("button", { name: /的账号接受$/ }).click();
  await expect(page).not.toHaveURL(/invitation/);

  // Whoever supervises more than one base is led there from each of them.
  await page.goto(officer.path);
  await page.getByRole("link", { name: "各基地一览" }).click();
  await expect(page).toHaveURL(/\/bases$/);
  const rows = page.locator("main tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("figure", { name: "等次分布" }).first()).toBeVisible();
  await page.getByRole("columnheader", { name: "机构平均分" }).getByRole("link").click();
  await expect(rows.first()).toContainText(SECOND);
  await page.getByRole("columnheader", { name: "机构平均分" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=-mean/);
  await expect(rows.last()).toContainText(SECOND);
  const file = await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href");
  expect((await (await page.request.get(`${file}&format=json`)).json()).length).toBe(2);

  // What waits is what the base's own page tells.
  const waits = rows.first().getByRole("link", { name: /^\d+ 项等民政局$/ });
  const number = /^\d+/.exec((await waits.textContent()) ?? "")?.[0] ?? "";
  await waits.click();
  await expect(page).toHaveURL(/\/waiting#bureau$/);
  await expect(page.getByRole("link", { name: /项等民政局/ }).locator("strong")).toHaveText(number);
  await page.goBack();

  await page.getByRole("navigation", { name: "切换季度" }).getByRole("link", { name: QUARTER }).click();
  await expect(page).toHaveURL(new RegExp(`sort=-mean&quarter=${QUARTER}$`));
  const mean = rows.first().locator('td[data-label="机构平均分"] a');
  const shown = (await mean.textContent()) ?? "";
  await rows.first().locator('td[data-label="合格率"] a').click();
  await expect(page).toHaveURL(new RegExp(`/assessments/${QUARTER}\\?order=total$`));
  await page.goBack();
  await mean.click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`${QUARTER} 季度一览`) })).toBeVisible();
  await expect(page.getByRole("link", { name: /平均分/ }).locator("strong")).toHaveText(shown);
});
