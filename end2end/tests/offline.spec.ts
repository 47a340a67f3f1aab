// Without a network: a page that says so, and nothing of anybody in what the browser keeps.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { keepsFiles, keptFiles, noticed } from "../support/device";
import { signIn } from "../support/people";
import { photo } from "../support/photo";
import { SAVED, fillWeek, openForm, standing, submitWeek } from "../support/week";

test.use({ serviceWorkers: "allow" });

test("without a network a page says so, and the way back is one tap", async ({ page, demo, program }) => {
  const staff = author(demo);
  await signIn(page, staff, staff.path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await program.halt("SIGKILL");
  await page.goto(`${staff.path}/reports`);
  await expect(page.getByRole("heading", { name: /现在没有网络/ })).toBeVisible();
  await expect(page.getByText("There is no network.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(staff.organisations[0]);
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(["/offline"]);

  await program.serve();
  await page.getByRole("link", { name: "再试一次" }).click();
  // When it starts, its clock is not yet the demo's: the session has ended, and signing in leads back to the page.
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(`${staff.path}/reports`)));
});

test("the program can be put on the first screen of a phone", async ({ page, program }) => {
  await page.goto("/sign-in");
  const manifest = await page.locator("link[rel=manifest]").getAttribute("href");
  const { name, start_url, display, icons } = await (await page.request.get(`${program.url}${manifest}`)).json();
  expect([name, start_url, display]).toEqual(["Hatchboard 孵化台", "/", "standalone"]);
  for (const { src, sizes } of icons) {
    await page.goto(src);
    const [width] = sizes === "any" ? [0] : sizes.split("x").map(Number);
    if (width > 0) expect(await page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(width);
    else expect((await page.request.get(`${program.url}${src}`)).ok()).toBe(true);
  }
});

test.describe("what is typed without a network", () => {
  test.use({ serviceWorkers: "block" });

  test("a plan is saved as a draft by itself once there is a network, and is not submitted", async ({ page, context, demo }) => {
    const staff = author(demo);
    await signIn(page, staff, `${staff.path}/plans/2026-05`);
    const what = page.getByLabel("事项", { exact: true }).first();
    await noticed(page, what);
    await context.setOffline(true);
    await what.fill("理事会例会，在社区开");
    await expect(page.getByText(/^网络不通，草稿还没有存上/)).toBeVisible();
    // That it was not submitted is said until somebody tries again, whatever else is typed.
    await page.getByRole("button", { name: "提交审批" }).click();
    await expect(page.getByText(/^网络不通，没有提交/)).toBeVisible();
    await what.fill("理事会例会");
    await what.fill("理事会例会，在社区开");
    await expect(page.getByText(/^网络不通，没有提交/)).toBeVisible();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });

    await context.setOffline(false);
    await expect(page.getByText(/只存了草稿，没有提交/)).toBeVisible();
    await expect(what).toHaveValue("理事会例会，在社区开");
    await expect(page.getByRole("button", { name: "提交审批" })).toBeVisible();
    expect(sent).toEqual(["/api/monthly_plan/save"]);
  });

  test("a visit and its photo outlive the closed page, and go when it is opened again: as a draft", async ({ page, context, demo }) => {
    const manager = who(demo, "manager");
    await signIn(page, manager, `${manager.path}/follow-ups`);
    await page.getByRole("row", { name: "株洲市石峰区向阳社区营造服务中心" }).getByRole("link", { name: "出壳 24 个月" }).click();
    const summary = (of: Page) => of.locator("#visit-form").getByLabel("主要情况", { exact: true });
    await noticed(page, summary(page));
    await context.setOffline(true);
    await summary(page).fill("村里没有信号。");
    await expect(page.getByText(/^网络不通，草稿还没有存上/)).toBeVisible();
    await page.locator("#photos").getByLabel("选择文件").setInputFiles(photo());
    await expect(page.getByText(/^文件已保留在本机，还没有发送/)).toBeVisible();
    const visit = page.url();
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(visit);
    await expect(again.getByText(/只存了草稿，没有提交/)).toBeVisible();
    await expect(again.getByRole("link", { name: /活动现场/ })).toBeVisible();
    await expect(summary(again)).toHaveValue("村里没有信号。");
    await expect(again.getByRole("button", { name: "提交回访" })).toBeVisible();
  });

  test("a week and its photo outlive the closed page, and go when it is opened again: nothing is submitted", async ({ page, context, demo }) => {
    const staff = author(demo);
    await signIn(page, staff, staff.path);
    await openForm(page, staff.path);
    const week = new URL(page.url()).pathname;
    const done = (of: Page) => of.getByLabel("做了什么");
    await done(page).fill("周三在社区做了一次义诊");
    await expect(standing(page)).toHaveText(SAVED);
    const files = page.getByLabel("添加照片或文件");
    await keepsFiles(files);
    await context.setOffline(true);
    await done(page).fill("周三在社区做了一次义诊，来了三十六人");
    await page.getByText("照片与文件").click();
    await files.setInputFiles(photo());
    await expect(page.getByText(/^文件已保留在本机，还没有发送/)).toBeVisible();
    await expect(standing(page)).toContainText("网络不通");
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    // The photo may go before the page is whole.
    await again.goto(week, { waitUntil: "commit" });
    await expect(again).toHaveURL(/done=uploaded/);
    const sent = again.locator("#files").getByRole("link", { name: /活动现场/ });
    await expect(sent).toBeVisible();
    await expect(done(again)).toHaveValue("周三在社区做了一次义诊，来了三十六人");
    await expect(again.getByRole("button", { name: "提交", exact: true })).toBeVisible();
    // Nothing is left to be sent, so that opening the page once more sends nothing twice.
    await expect.poll(() => keptFiles(again)).toEqual([]);
    await again.goto(week);
    await expect(sent).toHaveCount(1);
  });

  test("a photo of a week that is filed waits for its button, on the device", async ({ page, context, demo }) => {
    const staff = author(demo);
    await signIn(page, staff, staff.path);
    await openForm(page, staff.path);
    const week = new URL(page.url()).pathname;
    await fillWeek(page, { done: "周三在社区做了一次义诊", activities: 1, attendances: 36 });
    await submitWeek(page);
    const card = (of: Page) => of.locator("#more-files");
    const files = card(page).getByLabel("添加照片或文件");
    await keepsFiles(files);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });
    await context.setOffline(true);
    await files.setInputFiles(photo());
    const unsent = card(page).getByText(/^文件已保留在本机，还没有发送；有网络后请再发送一次/);
    await expect(unsent).toBeVisible();
    const asked = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/healthz"));
    await card(page).getByRole("button", { name: "上传" }).click();
    await asked;
    await expect(unsent).toBeVisible();
    expect(sent).toEqual([]);
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(week);
    await expect(card(again).getByText("已找回上次选好、还没有发送的文件。")).toBeVisible();
    await expect(card(again).getByRole("link", { name: /活动现场/ })).toHaveCount(0);
    await card(again).getByRole("button", { name: "上传" }).click();
    await expect(card(again).getByRole("link", { name: /活动现场/ })).toBeVisible();
    await expect.poll(() => keptFiles(again)).toEqual([]);
  });
});
