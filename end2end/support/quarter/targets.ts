// The year's targets, and the records that count for them: trainings, funds, a matched project.
import { type Browser, type Page, expect } from "@playwright/test";
import { whole } from "../page";
import type { Program } from "../program";
import type { Organisation, Person } from "./people";

/** Those that the base's sheet is judged by; the others stay as the catalogue has them. */
const SPLIT: Record<string, { annual: string; quarters: [number, number, number, number] }> = {
  入壳: { annual: "4", quarters: [0, 1, 1, 2] },
  // Nothing hatches before the third quarter: the line does not apply in the second.
  出壳: { annual: "2", quarters: [0, 0, 1, 1] },
  能力培训场次: { annual: "4", quarters: [0, 2, 1, 1] },
  培训人次: { annual: "40", quarters: [0, 15, 15, 10] },
  项目对接: { annual: "2", quarters: [0, 1, 1, 0] },
  "链接资金（到位）": { annual: "20000", quarters: [0, 10_000, 5_000, 5_000] },
};

/** The operator begins with the catalogue, divides the year over its quarters, and the bureau approves. */
export async function settle(manager: Person, officer: Person): Promise<void> {
  const page = await manager.at("/targets?year=2026");
  await page.getByRole("button", { name: "用标准目录开始" }).click();
  await expect(page).toHaveURL(/\/targets\/edit/);
  await whole(page);
  for (const owner of await page.getByLabel("责任人", { exact: true }).all()) await owner.fill("周敏");
  for (const [name, { annual, quarters }] of Object.entries(SPLIT)) {
    const card = page.locator("section.card").filter({ has: page.getByRole("heading", { name, exact: true }) });
    await card.getByLabel(/^全年/).fill(annual);
    for (const [index, quarter] of ["一", "二", "三", "四"].entries()) {
      await card.getByLabel(`${quarter}季度`).fill(`${quarters[index]}`);
    }
  }
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByText("待批准").first()).toBeVisible();
  const theirs = await officer.at("/targets?year=2026");
  await theirs.getByRole("button", { name: "批准", exact: true }).click();
  await expect(theirs.getByText("已批准").first()).toBeVisible();
}

/** A session of today to which everybody in the base is invited. `came`: who stands on the list, by organisation. */
export async function train(
  manager: Person,
  title: string,
  on: string,
  came: [Organisation, string][],
  byCode?: { browser: Browser; program: Program; organisation: Organisation; person: string },
): Promise<void> {
  const page = await manager.at("/trainings/new");
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByLabel("类别", { exact: true }).selectOption({ label: "项目管理" });
  await page.getByLabel("讲师", { exact: true }).fill("刘静");
  await page.getByLabel("地点", { exact: true }).fill("基地三楼");
  await page.getByLabel("日期", { exact: true }).fill(on);
  await page.getByLabel("开始时间").fill("09:30");
  await page.getByLabel("学时（小时）").fill("2");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const session = manager.here();
  if (byCode) {
    await page.getByRole("link", { name: "签到二维码" }).click();
    await signIn(byCode, new URL(await page.getByLabel("签到链接", { exact: true }).inputValue()).pathname);
    await manager.open(session);
  }
  for (const [organisation, people] of came) {
    await page.getByLabel("机构", { exact: true }).selectOption({ label: organisation.name });
    await page.getByLabel("姓名", { exact: true }).fill(people);
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.locator("#came").getByRole("row", { name: organisation.name })).toContainText(people.split("、")[0]);
  }
  await page.getByText("确认已举办", { exact: true }).first().click();
  await page.getByRole("button", { name: "确认已举办" }).click();
  await expect(page.getByText("已举办").first()).toBeVisible();
}

/** Whoever holds the link, without an account. */
async function signIn(
  { browser, program, organisation, person }: { browser: Browser; program: Program; organisation: Organisation; person: string },
  link: string,
): Promise<void> {
  const page = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  await page.goto(link);
  await page.getByLabel("您来自哪个机构").selectOption({ label: organisation.name });
  await page.getByLabel("您的姓名").fill(person);
  await page.getByRole("button", { name: "签到", exact: true }).click();
  await expect(page.getByText("签到成功。")).toBeVisible();
  await page.close();
}

/** A fund is pledged, and a part of it received. */
export async function fund(manager: Person, pledged: string, received: string): Promise<void> {
  const page = await manager.at("/funds/new");
  await page.getByLabel("出资方", { exact: true }).fill("湘江公益基金会");
  await page.getByLabel("承诺金额（元）").fill(pledged);
  await page.getByLabel("佐证", { exact: true }).fill("资助函 9 号");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByLabel("到位金额（元）").fill(received);
  await page.locator("#receive-evidence").fill("凭证 1 号");
  await page.getByRole("button", { name: "登记到位" }).click();
  await expect(page.locator("#payments")).toContainText("元");
}

/** A project is matched with an organisation. */
export async function match(manager: Person, organisation: Organisation): Promise<void> {
  const page = await manager.at("/projects/new");
  await page.getByLabel("机构", { exact: true }).selectOption({ label: organisation.name });
  await page.getByLabel("项目名称").fill("邻里共享厨房");
  await page.getByLabel("合作方", { exact: true }).fill("月塘街道");
  await page.getByLabel("金额（元）", { exact: true }).fill("0");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("link", { name: "邻里共享厨房" })).toBeVisible();
}

/** A page's table rows, one for each record. */
export const rows = (page: Page) => page.locator("main table tbody tr");
