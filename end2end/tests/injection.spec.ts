// What people type is text wherever it is shown: no page runs it, and no page makes an element of it.
import type { Browser, Page } from "@playwright/test";
import { type DemoSignIn, author, expect, test, who } from "../support/demo";
import { HOSTILE, expectHarmless, forbidDialogs } from "../support/hostile";
import { signIn } from "../support/people";
import type { Program } from "../support/program";
import { fillWeek, submitWeek } from "../support/week";

const ALL = HOSTILE.join("\n");
const NAME = `</title><img src=x onerror=alert("name")>`;

async function as(browser: Browser, program: Program, person: DemoSignIn): Promise<{ page: Page; dialogs: string[] }> {
  const page = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  const dialogs = forbidDialogs(page);
  await signIn(page, person, person.path);
  return { page, dialogs };
}

test("words of a report, a reason and a comment stay words", async ({ browser, program, demo }) => {
  const { page, dialogs } = await as(browser, program, author(demo));
  const operator = await as(browser, program, who(demo, "manager"));
  await page.getByRole("link", { name: /^(去|继续)填写$/ }).first().click();
  await fillWeek(page, { done: ALL, activities: 1, attendances: 2 });
  await page.getByText("问题与下周").click();
  await page.getByLabel("问题与困难").fill(ALL);
  await page.getByLabel("下周打算").fill(ALL);
  await expectHarmless(page);
  await submitWeek(page);
  for (const text of HOSTILE) await expect(page.locator("main")).toContainText(text.trim());
  await expectHarmless(page);

  const { page: desk } = operator;
  await desk.goto(`${who(demo, "manager").path}/reviews`);
  await expectHarmless(desk);
  await desk.getByRole("link", { name: new RegExp(author(demo).organisations[0]) }).first().click();
  for (const text of HOSTILE) await expect(desk.locator("main")).toContainText(text.trim());
  await expectHarmless(desk);
  await desk.getByText("退回修改").first().click();
  await desk.getByLabel(/^理由/).fill(ALL);
  await desk.getByRole("button", { name: "退回修改" }).click();
  await expect(desk.getByRole("status").first()).toContainText("已退回");

  await page.goto(author(demo).path);
  for (const text of HOSTILE) await expect(page.locator("main")).toContainText(text.trim());
  await expectHarmless(page);
  await page.getByRole("link", { name: "去修改" }).click();
  await expect(page.getByLabel("做了什么")).toHaveValue(ALL);
  await expectHarmless(page);
  expect([...dialogs, ...operator.dialogs]).toEqual([]);
});

test("an organisation's name stays a name", async ({ browser, program, demo }) => {
  const manager = who(demo, "manager");
  const { page, dialogs } = await as(browser, program, manager);
  await page.goto(`${manager.path}/organisations`);
  await page.getByRole("link", { name: author(demo).organisations[0] }).click();
  await page.getByRole("link", { name: "修改档案" }).click();
  await page.getByLabel("名称", { exact: true }).fill(NAME);
  await page.getByLabel("业务范围").fill(ALL);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(NAME);
  await expectHarmless(page);
  for (const path of ["", "/organisations", "/reports", "/reviews", "/people", "/exceptions/new"]) {
    await page.goto(manager.path + path);
    await expectHarmless(page);
  }
  await page.goto(`${manager.path}/organisations`);
  await expect(page.getByRole("link", { name: NAME })).toBeVisible();
  const theirs = await as(browser, program, author(demo));
  await expect(theirs.page.getByRole("heading", { level: 1 })).toHaveText(NAME);
  await expectHarmless(theirs.page);
  expect([...dialogs, ...theirs.dialogs]).toEqual([]);
});

test("what a link carries is not run either", async ({ page, demo }) => {
  const dialogs = forbidDialogs(page);
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  for (const text of HOSTILE) {
    const word = encodeURIComponent(text);
    await page.goto(`${manager.path}/organisations?q=${word}&sort=${word}&kind=${word}`);
    await expect(page.getByLabel("搜索")).toHaveValue(text);
    await expectHarmless(page);
  }
  await page.goto(`/sign-in?next=${encodeURIComponent('javascript:alert("next")')}`);
  await expectHarmless(page);
  expect(dialogs).toEqual([]);
});
