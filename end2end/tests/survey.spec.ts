// The bureau's anonymous survey: opened, answered by link without sign-in, ended, and read from five answers on.
import type { Browser, Page } from "@playwright/test";
import { expect, test, who } from "../support/demo";
import { signIn } from "../support/people";
import type { Program } from "../support/program";

/** Somebody who has the link and nothing else. */
async function answerBy(browser: Browser, program: Program, link: string, points: string, said = ""): Promise<void> {
  const page = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  await page.goto(new URL(link).pathname);
  await choose(page, points);
  await page.getByLabel("想说的话").fill(said);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("谢谢，已收到。")).toBeVisible();
  await page.close();
}

async function choose(page: Page, points: string): Promise<void> {
  const all = page.getByLabel(points, { exact: true });
  for (let n = 0; n < (await all.count()); n++) await all.nth(n).check();
}

test("a survey is answered by link, and shows what five said once it is over @plain", async ({ browser, page, demo, program }) => {
  const bureau = who(demo, "bureau");
  await signIn(page, bureau, `${bureau.path}/surveys/new`);
  await page.getByLabel("季度").selectOption({ label: "2026年第1季度" });
  await page.getByRole("button", { name: "发起", exact: true }).click();
  await expect(page.getByLabel("季度")).toHaveAccessibleDescription(/已经发起过/);
  await page.getByLabel("季度").selectOption({ label: "2026年第2季度" });
  await page.getByRole("button", { name: "发起", exact: true }).click();
  await expect(page.getByText("进行中").first()).toBeVisible();
  const organisations = await page.getByLabel("链接：社会组织").inputValue();
  const communities = await page.getByLabel("链接：社区（村）").inputValue();

  const visitor = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  await visitor.goto(new URL(communities).pathname);
  await expect(visitor.getByText("不记名", { exact: false })).toBeVisible();
  await expect(visitor.getByRole("group", { name: "总体满意度" })).toBeVisible();
  await visitor.close();

  for (let n = 0; n < 4; n++) await answerBy(browser, program, organisations, "5 很满意", "会议室周末也开放吧。");
  await answerBy(browser, program, organisations, "3 一般");
  for (let n = 0; n < 2; n++) await answerBy(browser, program, communities, "4 满意");

  await page.reload();
  await expect(page.getByText(/已收到 5 份/)).toBeVisible();
  await expect(page.getByText("会议室周末也开放吧。")).toHaveCount(0);
  await page.getByText("提前结束", { exact: true }).first().click();
  await page.getByRole("button", { name: "提前结束" }).click();
  await expect(page.getByText("已结束").first()).toBeVisible();
  // Four fives and a three.
  const overall = page.locator("main table tbody tr").filter({ hasText: "总体满意度" });
  await expect(overall.locator('td[data-label="平均"]')).toHaveText("4.60");
  await expect(page.getByText("会议室周末也开放吧。")).toHaveCount(4);
  await expect(page.getByText(/只收到 2 份，不满五份/)).toBeVisible();

  await page.goto(new URL(organisations).pathname);
  await expect(page.getByText("这次调查已经结束。")).toBeVisible();
});
