// Sheets that the bureau draws of a round, and facts that come after the cut-off.
import type { Locator, Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";

const QUARTER = "2026-Q1";

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

/** Draws so many sheets of a round by a seed: whose they are. */
async function draw(page: Page, round: string, seed: string, number: string): Promise<string[]> {
  await page.goto(round);
  await page.locator("summary", { hasText: /^抽查/ }).click();
  const form = page.locator("#draw-form");
  await form.getByLabel("种子").fill(seed);
  await form.getByLabel("份数").fill(number);
  await form.getByRole("button", { name: "抽查" }).click();
  await expect(page).toHaveURL(/show=sampled/);
  await expect(page.getByText(`种子：${seed}`)).toBeVisible();
  return page.locator("tbody tr").getByRole("link").allTextContents();
}

test("the bureau draws sheets by a seed that anybody can draw by again, and they are marked", async ({ page, demo }) => {
  const [officer, staff] = [who(demo, "bureau"), author(demo)];
  const round = `${officer.path}/assessments/${QUARTER}`;
  await as(page, officer, round);
  await page.locator("summary", { hasText: /^抽查/ }).click();
  const form = page.locator("#draw-form");
  await form.getByLabel("种子").fill("2026-04-09 第 7 号");
  await form.getByLabel("份数").fill("许多");
  await form.getByRole("button", { name: "抽查" }).click();
  await expect(form.getByLabel("份数")).toHaveAccessibleDescription(/整数/);
  await expect(form.getByLabel("种子")).toHaveValue("2026-04-09 第 7 号");

  const first = await draw(page, round, "2026-04-09 第 7 号", "3");
  expect(first).toHaveLength(3);
  // In the whole list they are marked, and no others.
  await page.goto(round);
  await expect(page.getByText("种子：2026-04-09 第 7 号")).toBeVisible();
  const marked = page.locator("tbody tr").filter({ has: page.locator(".badge", { hasText: "抽查" }) });
  await expect(marked.getByRole("link")).toHaveText(first);
  await marked.first().getByRole("link").click();
  const told = page.locator("ol.history > li").filter({ hasText: "抽中" });
  await expect(told).toContainText("2026-04-09 第 7 号");
  await expect(told).toContainText(officer.person);

  // Another sample takes its place; the same seed draws the same again.
  expect(await draw(page, round, "2026-04-09 第 8 号", "4")).toHaveLength(4);
  expect(await draw(page, round, "2026-04-09 第 7 号", "3")).toEqual(first);

  // Not one of those drawn learns of it before its sheet is published.
  expect(await draw(page, round, "2026-04-09 第 9 号", "500")).toContain(staff.organisations[0]);
  const badge = page.locator(".badge", { hasText: "抽查" });
  await as(page, staff, `${staff.path}/assessments`);
  await expect(page.getByRole("main").getByText(QUARTER).first()).toBeVisible();
  await expect(badge).toHaveCount(0);
  await page.goto(`${staff.path}/assessments/${QUARTER}`);
  await expect(page.locator("#line-weekly_on_time")).toBeVisible();
  await expect(badge).toHaveCount(0);
  await expect(page.getByText("抽中")).toHaveCount(0);
});

/** A week of which nobody has filed the report, of an organisation whose sheet is not published yet. */
async function missed(page: Page, path: string): Promise<{ organisation: string; week: string }> {
  const leads = (links: Locator) => links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  await page.goto(`${path}/assessments/${QUARTER}`);
  const sheets = await leads(page.getByRole("row", { name: /待自评|已自评|已评分|已核定/ }).getByRole("link"));
  await page.goto(`${path}/reports?quarter=${QUARTER}`);
  for (const lead of await leads(page.getByRole("link", { name: /第 \d+ 周：缺报/ }))) {
    const [, organisation, week] = lead.match(/\/weeks\/([^/?]+)\/(\d{4}-W\d\d)/) ?? [];
    // The form of excuses goes back twelve weeks.
    if (organisation && week && week >= "2026-W03" && sheets.some((sheet) => sheet.endsWith(`/${organisation}`))) {
      return { organisation, week };
    }
  }
  throw new Error("no sheet in work has a week that was missed");
}

test("what comes after the cut-off counts once it is taken in with a reason, and the sheet says what that changed @plain", async ({ page, demo }) => {
  const [officer, manager] = [who(demo, "bureau"), who(demo, "manager")];
  await as(page, officer, officer.path);
  const { organisation, week } = await missed(page, officer.path);
  const sheet = `${officer.path}/assessments/${QUARTER}/${organisation}`;
  await page.goto(sheet);
  await expect(page.getByText(/规则所依事实已于 .* 冻结/).first()).toBeVisible();
  const points = page.locator("#line-weekly_on_time .sheet-counts");
  const before = ((await points.textContent()) ?? "").trim();

  await as(page, manager, `${manager.path}/exceptions/new?organisation=${organisation}&from=${week}&to=${week}`);
  await page.getByLabel("免报", { exact: true }).check();
  await page.getByLabel("理由", { exact: true }).fill("台风停工，事后补批。");
  await page.getByRole("button", { name: "记录" }).click();
  await expect(page.getByText("已记录 1 项。")).toBeVisible();
  await page.goto(sheet);
  await expect(points).toHaveText(before);
  await expect(page.locator("#later")).toHaveCount(0);

  // By itself nothing has changed: the bureau looks at what would.
  await as(page, officer, sheet);
  await expect(points).toHaveText(before);
  const later = page.locator("#later");
  await later.getByRole("link", { name: "看现在的记录会改变什么" }).click();
  const line = later.getByRole("row", { name: /^周汇报按时率/ }).getByRole("cell");
  await expect(line.nth(1)).toHaveText(before);
  const after = ((await line.nth(2).textContent()) ?? "").trim();
  expect(Number(after)).toBeGreaterThan(Number(before));
  await later.getByRole("button", { name: "按新事实重新计算" }).click();
  await expect(later.getByLabel("理由")).toHaveAccessibleDescription(/请写明理由/);
  await later.getByLabel("理由").fill("免报经核实，计入。");
  await later.getByRole("button", { name: "按新事实重新计算" }).click();

  // What was changed stays in the history: line by line, why, by whom and when.
  const told = page.locator("ol.history > li").filter({ hasText: "重新计算" });
  await expect(told).toContainText("免报经核实，计入。");
  await expect(told).toContainText(`${officer.person} 2026-04-09 10:`);
  await expect(told.getByRole("row", { name: /^周汇报按时率/ }).getByRole("cell")).toHaveText(["周汇报按时率", before, after]);
  await expect(points).toHaveText(after);
  await later.getByRole("link", { name: "看现在的记录会改变什么" }).click();
  await expect(later.getByText("与冻结时相比没有差异。")).toBeVisible();
});
