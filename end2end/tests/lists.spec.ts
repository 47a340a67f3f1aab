// What a list shows lives in its link: words searched, conditions, order and page.
import type { Page } from "@playwright/test";
import { author, expect, look, who } from "../support/demo";
import { ID } from "../support/links";
import { whole } from "../support/page";
import { signIn } from "../support/people";

const test = look;
const rows = (page: Page) => page.locator("main table tbody tr");
const column = (page: Page, label: string) => page.locator(`main td[data-label="${label}"]`);

test("organisations are found by name and by pinyin initials, and the link keeps it @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/organisations`);
  await expect(rows(page)).toHaveCount(18);
  const name = (await rows(page).nth(3).getByRole("link").textContent()) ?? "";
  await page.getByLabel("搜索").fill(name.slice(-6));
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(rows(page).filter({ hasText: name })).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel("搜索")).toHaveValue(name.slice(-6));
  await expect(rows(page).filter({ hasText: name })).toHaveCount(1);

  await page.getByLabel("搜索").fill("zz");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/[?&]q=zz/);
  await whole(page);
  expect(await rows(page).count()).toBeGreaterThan(0);
  for (const text of await rows(page).getByRole("link").allTextContents()) expect(text).toContain("株");

  await page.getByLabel("搜索").fill("没有这样的机构");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByText("没有符合条件的机构")).toBeVisible();
  await page.getByRole("link", { name: "清除条件" }).click();
  await expect(rows(page)).toHaveCount(18);
});

test("a condition, an order and the way back @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/organisations`);
  await page.getByLabel("孵化方式").selectOption({ label: "壳外" });
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/mode=/);
  await whole(page);
  expect(new Set(await column(page, "孵化方式").allTextContents())).toEqual(new Set(["壳外"]));
  const filtered = await rows(page).count();

  await page.getByRole("link", { name: "入壳日期" }).click();
  await expect(page).toHaveURL(/sort=[^-]/);
  await whole(page);
  const up = (await column(page, "入壳日期").allTextContents()).filter((day) => day !== "");
  expect(up).toEqual([...up].sort());
  await page.getByRole("link", { name: "入壳日期" }).click();
  await expect(page).toHaveURL(/mode=.*sort=-|sort=-.*mode=/);
  await whole(page);
  const down = (await column(page, "入壳日期").allTextContents()).filter((day) => day !== "");
  expect(down).toEqual([...up].reverse());
  await expect(rows(page)).toHaveCount(filtered);

  const exported = await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href");
  expect(exported).toMatch(/mode=/);
  const answer = await page.request.get(exported ?? "");
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");

  await page.getByTitle("导出为其他格式").click();
  const csv = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href");
  const lines = (await (await page.request.get(csv ?? "")).text()).trimEnd().split("\r\n");
  expect(lines[0]?.codePointAt(0)).toBe(0xfeff);
  const json = await page.getByRole("link", { name: "导出 JSON" }).getAttribute("href");
  const objects = (await (await page.request.get(json ?? "")).json()) as unknown[];
  expect(objects).toHaveLength(lines.length - 1);
  expect(new Set(objects.map((one) => (one as { mode: string }).mode))).toEqual(new Set(["壳外"]));

  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page).toHaveURL(/mode=/);
});

test("long lists come in pages @plain", async ({ page, demo }) => {
  const auditor = who(demo, "auditor");
  await signIn(page, auditor, `${auditor.path}/audit`);
  const first = await rows(page).allTextContents();
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/^第 2 \/ \d+ 页$/)).toBeVisible();
  const second = await rows(page).allTextContents();
  expect(second.filter((row) => first.includes(row))).toEqual([]);
  await page.getByRole("link", { name: "上一页" }).click();
  await expect(rows(page)).toHaveText(first);
});

test("every list of a base can be taken away as a workbook @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  for (const list of ["organisations", "reports", "base-reports", "plans", "targets", "services", "follow-ups", "exceptions", "instructions", "people", "reviews", "plans/waiting", "plans/months/2026-04", "proposals", "funnel", "waiting"]) {
    await page.goto(`${manager.path}/${list}`);
    const exported = await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href");
    const answer = await page.request.get(exported ?? "");
    expect(answer.headers()["content-type"], list).toContain("spreadsheetml");
    expect((await answer.body()).subarray(0, 2).toString(), list).toBe("PK");
  }
});

test("whatever of a base one may see is found by a few words @plain", async ({ page, demo, javaScriptEnabled }) => {
  const auditor = who(demo, "auditor");
  const name = author(demo).organisations[0] ?? "";
  await signIn(page, auditor, auditor.path);
  const field = page.getByRole("searchbox", { name: "快速查找（Ctrl K）" });
  if (javaScriptEnabled !== false) {
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 500 });
    }).toPass();
  }
  await field.fill(name);
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "查找" })).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: new RegExp(`2026-W\\d\\d ${name}`) }).first()).toBeVisible();
  await page.locator("main").getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a quarter's sheet is found by its organisation and by its quarter, and opens @plain", async ({ page, demo }) => {
  const auditor = who(demo, "auditor");
  const name = author(demo).organisations[0] ?? "";
  await signIn(page, auditor, auditor.path);
  const field = page.getByRole("searchbox", { name: "快速查找（Ctrl K）" });
  const sheets = page.locator("main section").filter({ has: page.getByRole("heading", { name: "考核评分表" }) }).getByRole("listitem");
  await field.fill(name);
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "查找" })).toBeVisible();
  await sheets.filter({ hasText: "2026-Q1" }).getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${auditor.path}/assessments/2026-Q1/${ID}$`));
  await expect(page.getByRole("heading", { level: 1, name: `${name} 2026-Q1` })).toBeVisible();

  // By both at once there is just the one.
  await field.fill(`${name} 2026-q1`);
  await field.press("Enter");
  await expect(sheets).toHaveCount(1);
  await expect(sheets.getByRole("link", { name, exact: true })).toBeVisible();

  // Of a quarter alone, the base's own comes first; a quarter is known in small letters, too.
  await field.fill("2026-q1");
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "查找" })).toBeVisible();
  await expect(sheets.nth(1)).toContainText("2026-Q1");
  await whole(page);
  await expect(sheets.filter({ hasNotText: "2026-Q1" })).toHaveCount(0);
  await sheets.first().getByRole("link").click();
  await expect(page).toHaveURL(`${auditor.path}/assessments/2026-Q1/base`);
  await expect(page.getByRole("heading", { level: 1, name: /2026-Q1$/ })).toBeVisible();
});

test("the staff of an organisation find what is their own, and nothing of another @plain", async ({ page, demo }) => {
  const staff = author(demo);
  await signIn(page, staff, staff.path);
  const field = page.getByRole("searchbox", { name: "快速查找（Ctrl K）" });
  await field.fill("2026-W1");
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "查找" })).toBeVisible();
  const report = page.locator("main").getByRole("link", { name: /^2026-W1\d$/ }).first();
  const week = await report.textContent();
  await report.click();
  await expect(page).toHaveURL(`${staff.path}/reports/${week}`);

  await field.fill("2026-Q1");
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "查找" })).toBeVisible();
  await page.locator("main").getByRole("link", { name: "2026-Q1", exact: true }).click();
  await expect(page).toHaveURL(`${staff.path}/assessments/2026-Q1`);

  await page.goto(`${staff.path}/search?q=${encodeURIComponent("醴陵市渌水守护者协会")}`);
  await expect(page.getByText("没有找到")).toBeVisible();
});
