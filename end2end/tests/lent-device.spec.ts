// A device that is handed on: what one account has kept on it, nobody else sees, with a network or without.
import type { BrowserContext, Page } from "@playwright/test";
import { author, colleague, expect, test } from "../support/demo";
import { keepsFiles, keptFiles, noticed, signOut } from "../support/device";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";
import { SAVED, openForm, standing } from "../support/week";

/** Whoever had the device has closed their page; they sign out, and the next one opens the same page. */
async function handedOn(context: BrowserContext, to: SignIn, path: string): Promise<Page> {
  const page = await context.newPage();
  await signOut(page);
  await signIn(page, to, path);
  return page;
}

test("words and photo of a week stay those of their account", async ({ page, context, browser, program, demo }) => {
  const his = author(demo);
  const hers = await colleague(browser, program, demo);
  const done = (of: Page) => of.getByLabel("做了什么");
  const activities = (of: Page) => of.getByLabel("活动场数");
  const attendances = (of: Page) => of.getByLabel("人次", { exact: true });
  const files = (of: Page) => of.getByLabel("添加照片或文件");

  await signIn(page, his, his.path);
  await openForm(page, his.path);
  const week = new URL(page.url()).pathname;
  // What has been saved is their organisation's, and both see it.
  await attendances(page).fill("36");
  await expect(standing(page)).toHaveText(SAVED);
  await keepsFiles(files(page));
  await context.setOffline(true);
  await done(page).fill("只有他知道的话");
  await page.getByText("照片与文件").click();
  await files(page).setInputFiles(photo());
  await expect(page.getByText(/^文件已保留在本机，还没有发送/)).toBeVisible();
  await expect(standing(page)).toContainText("网络不通");
  const laid = await keptFiles(page);
  expect(laid).toHaveLength(1);
  await page.close();

  await context.setOffline(false);
  const next = await handedOn(context, hers, week);
  await expect(attendances(next)).toHaveValue("36");
  // Once this has been sent, the keeper has looked for what lies on the device.
  const saved = next.waitForResponse((answer) => answer.url().includes("/api/weekly_report/draft/") && answer.ok());
  await activities(next).fill("2");
  await saved;
  await expect.poll(() => keptFiles(next)).toEqual([]);
  const sees = async () => {
    await expect(done(next)).toHaveValue("");
    await expect(next.locator(".clash")).toHaveCount(0);
    await expect(next.locator("body")).not.toContainText("只有他知道的话");
    await expect(next.getByText(/已找回上次/)).toHaveCount(0);
    await expect(next.locator("#files").getByRole("link")).toHaveCount(0);
  };
  await sees();
  await keepsFiles(files(next));
  await context.setOffline(true);
  await activities(next).fill("3");
  await next.getByText("照片与文件").click();
  await files(next).setInputFiles({ ...photo(), name: "她的照片.png" });
  await expect(next.getByText(/^文件已保留在本机，还没有发送/)).toBeVisible();
  await expect(standing(next)).toContainText("网络不通");
  await sees();
  const theirs = await keptFiles(next);
  expect(theirs).toHaveLength(1);
  expect(theirs).not.toEqual(laid);
  await next.close();

  await context.setOffline(false);
  const back = await handedOn(context, his, week);
  await expect(done(back)).toHaveValue("只有他知道的话");
  await expect(activities(back)).toHaveValue("2");
  await expect.poll(() => keptFiles(back)).toEqual([]);
  await expect(back.locator("#files").getByRole("link")).toHaveCount(0);
});

test("words of a plan stay those of their account", async ({ page, context, browser, program, demo }) => {
  const his = author(demo);
  const hers = await colleague(browser, program, demo);
  const plan = `${his.path}/plans/2026-05`;
  const what = (of: Page) => of.getByLabel("事项", { exact: true }).first();
  const responsible = (of: Page) => of.getByLabel("责任人", { exact: true }).first();

  await signIn(page, his, plan);
  await noticed(page, what(page));
  const before = await responsible(page).inputValue();
  await context.setOffline(true);
  await what(page).fill("理事会例会");
  await responsible(page).fill("只有他知道的人");
  await expect(page.getByText(/^网络不通，草稿还没有存上/)).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const next = await handedOn(context, hers, plan);
  await noticed(next, what(next));
  await expect(responsible(next)).toHaveValue(before);
  await context.setOffline(true);
  await what(next).fill("她的事项");
  await expect(next.getByText(/^网络不通，草稿还没有存上/)).toBeVisible();
  await expect(responsible(next)).toHaveValue(before);
  await next.close();

  await context.setOffline(false);
  const back = await handedOn(context, his, plan);
  await expect(back.getByText(/只存了草稿，没有提交/)).toBeVisible();
  await expect(what(back)).toHaveValue("理事会例会");
  await expect(responsible(back)).toHaveValue("只有他知道的人");
});

test.describe("with the page that stands in where there is no network", () => {
  test.use({ serviceWorkers: "allow" });

  test("whoever opens a form without a network sees no words that lie on the device", async ({ page, program, demo }) => {
    const staff = author(demo);
    const plan = `${staff.path}/plans/2026-05`;
    await signIn(page, staff, plan);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const what = page.getByLabel("事项", { exact: true }).first();
    await noticed(page, what);
    await what.fill("只有他知道的事");
    const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    await expect.poll(kept).toContain("只有他知道的事");

    await program.halt("SIGKILL");
    await page.goto(plan);
    await expect(page.getByRole("heading", { name: /现在没有网络/ })).toBeVisible();
    await expect(page.locator("input, select, textarea")).toHaveCount(0);
    await expect(page.locator("body")).not.toContainText("只有他知道的事");
  });
});
