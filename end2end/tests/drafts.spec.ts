// Nothing that somebody types is lost or overwritten, whatever happens to colleagues, session, network or tab.
import type { Browser, Page } from "@playwright/test";
import { author, colleague, expect, test } from "../support/demo";
import { type SignIn, signIn, trySignIn } from "../support/people";
import { photo } from "../support/photo";
import type { Program } from "../support/program";
import { SAVED, fillWeek, openForm, standing, submitWeek } from "../support/week";

const WEEK = { done: "周三在社区做了一次义诊", activities: 1, attendances: 36 };

async function as(browser: Browser, program: Program, person: SignIn, path: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: program.url, javaScriptEnabled: scripts, locale: "zh-CN" });
  const page = await context.newPage();
  await signIn(page, person, path);
  await openForm(page, path);
  return page;
}

/** Holds requests back until they are let go: by default the scripts, as on a slow phone. */
async function held(page: Page, what = "**/*.wasm") {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(what, async (route) => {
    await released;
    await route.continue();
  });
  return { release };
}

test("a draft saves itself and says when", async ({ page, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  await page.getByLabel("做了什么").pressSequentially(WEEK.done);
  await expect(standing(page)).toHaveText(SAVED);
  await page.goto(path);
  await openForm(page, path);
  await expect(page.getByLabel("做了什么")).toHaveValue(WEEK.done);
});

test("leaving sends what has not been sent yet", async ({ page, browser, program, demo }) => {
  const one = author(demo);
  const { path } = one;
  const other = await colleague(browser, program, demo);
  await signIn(page, one, path);
  await openForm(page, path);
  await page.getByLabel("做了什么").fill(WEEK.done);
  await expect(standing(page)).toContainText("未保存");
  await page.goto("/me");
  const hers = await as(browser, program, other, path);
  await expect(async () => {
    await hers.reload();
    await expect(hers.getByLabel("做了什么")).toHaveValue(WEEK.done, { timeout: 500 });
  }).toPass();
  await hers.context().close();
});

test("two editors see each other's words, and nothing is overwritten", async ({ page, browser, program, demo }) => {
  const one = author(demo);
  const { path } = one;
  const other = await colleague(browser, program, demo);
  await signIn(page, one, path);
  await openForm(page, path);
  const hers = await as(browser, program, other, path);

  await page.getByLabel("做了什么").fill("林写的");
  await expect(standing(page)).toHaveText(SAVED);
  await hers.getByLabel("做了什么").fill("谭写的");
  await expect(standing(hers)).toContainText("别人改了同一处");
  const clash = hers.locator(".keeper .clash");
  await expect(clash).toContainText("林写的");
  await expect(clash).toContainText("谭写的");
  await expect(hers.getByLabel("做了什么")).toHaveValue("谭写的");

  // Nobody has lost a word until she decides.
  const third = await as(browser, program, one, path);
  await expect(third.getByLabel("做了什么")).toHaveValue("林写的");
  await third.context().close();
  await clash.getByRole("button", { name: "用对方的" }).click();
  await expect(hers.getByLabel("做了什么")).toHaveValue("林写的");
  await expect(clash).toHaveCount(0);
  await hers.context().close();
});

test("words in different fields are brought together", async ({ page, browser, program, demo }) => {
  const one = author(demo);
  const { path } = one;
  const other = await colleague(browser, program, demo);
  await signIn(page, one, path);
  await openForm(page, path);
  const hers = await as(browser, program, other, path);
  await page.getByLabel("做了什么").fill("林写的");
  await expect(standing(page)).toHaveText(SAVED);
  await hers.getByLabel("人次", { exact: true }).fill("36");
  await expect(hers.getByLabel("做了什么")).toHaveValue("林写的");
  await hers.reload();
  await expect(hers.getByLabel("人次", { exact: true })).toHaveValue("36");
  await expect(hers.getByLabel("做了什么")).toHaveValue("林写的");
  await hers.context().close();
});

test("without scripts, a stale save shows both versions and keeps one's own @plain", async ({ browser, program, demo }) => {
  const one = author(demo);
  const { path } = one;
  const other = await colleague(browser, program, demo);
  const his = await as(browser, program, one, path, false);
  const hers = await as(browser, program, other, path, false);
  await his.getByLabel("做了什么").fill("林写的");
  await his.getByRole("button", { name: "存草稿" }).click();
  await expect(his.getByLabel("做了什么")).toHaveValue("林写的");
  await hers.getByLabel("做了什么").fill("谭写的");
  await hers.getByRole("button", { name: "存草稿" }).click();
  await expect(hers.getByText("别人刚刚保存了更新的内容")).toBeVisible();
  await expect(hers.locator(".clash")).toContainText("林写的");
  await expect(hers.getByLabel("做了什么")).toHaveValue("谭写的");
  await Promise.all([his.context().close(), hers.context().close()]);
});

test("words outlive the session: one signs in elsewhere and they are saved", async ({ page, program, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  await program.setClock("2026-04-09T23:05:00+08:00");
  await page.getByLabel("做了什么").fill(WEEK.done);
  await expect(standing(page)).toContainText("登录已过期");
  await expect(page.getByLabel("做了什么")).toHaveValue(WEEK.done);

  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "在新页登录" }).click();
  const elsewhere = await opened;
  await trySignIn(elsewhere, one);
  await expect(elsewhere).not.toHaveURL(/sign-in\?/);
  await page.bringToFront();
  await expect(standing(page)).toHaveText(/^已保存 23:0\d/);
  await page.reload();
  await expect(page.getByLabel("做了什么")).toHaveValue(WEEK.done);
});

test("words outlive the network", async ({ page, context, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  await context.setOffline(true);
  await page.getByLabel("做了什么").fill(WEEK.done);
  await expect(standing(page)).toContainText("网络不通");
  await context.setOffline(false);
  await expect(standing(page)).toHaveText(SAVED);
  await page.reload();
  await expect(page.getByLabel("做了什么")).toHaveValue(WEEK.done);
});

test("words outlive the tab", async ({ page, context, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  const form = page.url();
  // Nothing reaches the server any more, as when the phone's battery is empty.
  await context.route("**/api/**", (route) => route.abort());
  await page.getByLabel("做了什么").fill(WEEK.done);
  await expect(standing(page)).toContainText("网络不通");
  await page.close();
  await context.unroute("**/api/**");

  const again = await context.newPage();
  await again.goto(form);
  await expect(again.getByLabel("做了什么")).toHaveValue(WEEK.done);
  await expect(standing(again)).toHaveText(SAVED);
});

test("sent twice, a week is filed once, with one receipt @plain", async ({ page, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  const form = page.url();
  await fillWeek(page, WEEK);
  const sent = page.waitForRequest((request) => request.method() === "POST" && /multipart/.test(request.headers()["content-type"] ?? ""));
  const receipt = await submitWeek(page);
  expect(receipt).not.toBe("");

  // The same form on the wire again, as after a lost answer.
  const request = await sent;
  const body = request.postDataBuffer();
  if (!body) throw new Error("the form was sent without a body");
  const headers = { "content-type": request.headers()["content-type"], accept: "text/html" };
  const answer = await page.request.post(request.url(), { data: body, headers, maxRedirects: 0 });
  expect(answer.status()).toBe(303);

  await page.goto(form);
  await expect(page.getByRole("region", { name: "已收到" }).locator(".receipt-number")).toHaveText(receipt);
  await expect(page.getByText(/^第 2 次/)).toHaveCount(0);
});

test("a double click files once", async ({ page, demo }) => {
  const one = author(demo);
  const { path } = one;
  await signIn(page, one, path);
  await openForm(page, path);
  await fillWeek(page, WEEK);
  await page.getByRole("button", { name: "提交", exact: true }).dblclick();
  await expect(page.getByRole("region", { name: "已收到" })).toBeVisible();
  await expect(page.getByText(/^第 2 次/)).toHaveCount(0);
});

test("submitted while the network is away, the form stays and says so, and is sent when it is back", async ({ page, demo }) => {
  const one = author(demo);
  await signIn(page, one, one.path);
  await openForm(page, one.path);
  await fillWeek(page, WEEK);
  await expect(standing(page)).toHaveText(SAVED);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(standing(page)).toContainText(/^网络不通.*没有提交/);
  await expect(page.getByLabel("做了什么")).toHaveValue(WEEK.done);
  await page.context().setOffline(false);
  await expect(standing(page)).toContainText(/^已保存 10:4\d.*没有提交/);
  await submitWeek(page);
});

test("what is typed before the scripts have come is newer than what lay in the browser, and loses nothing of it", async ({ page, context, demo }) => {
  const one = author(demo);
  await signIn(page, one, one.path);
  await openForm(page, one.path);
  const form = page.url();
  await context.route("**/api/**", (route) => route.abort());
  await page.getByLabel("做了什么").fill("先写的");
  await page.getByLabel("人次", { exact: true }).fill("36");
  await expect(standing(page)).toContainText("网络不通");
  // What lies in the browser now is all there is: the page itself has nothing left to send when it ends.
  const lying = await page.evaluate(() => Object.entries(localStorage));
  await page.getByLabel("做了什么").fill("");
  await page.getByLabel("人次", { exact: true }).fill("");
  await page.close();
  await context.unroute("**/api/**");

  const again = await context.newPage();
  await again.addInitScript((entries) => {
    if (!sessionStorage.getItem("laid")) for (const [name, text] of entries) localStorage.setItem(name, text);
    sessionStorage.setItem("laid", "once");
  }, lying);
  const scripts = await held(again);
  await again.goto(form, { waitUntil: "commit" });
  await again.getByLabel("做了什么").fill("后写的");
  scripts.release();
  await expect(again.getByLabel("人次", { exact: true })).toHaveValue("36");
  await expect(again.getByLabel("做了什么")).toHaveValue("后写的");
  await expect(again.locator(".keeper .clash")).toContainText("先写的");
  await again.locator(".keeper .clash").getByRole("button", { name: "用我的" }).click();
  await expect(standing(again)).toHaveText(SAVED);
  await again.reload();
  await expect(again.getByLabel("做了什么")).toHaveValue("后写的");
});

test("a photo that is chosen before the scripts have come goes as soon as they have", async ({ page, demo }) => {
  const one = author(demo);
  await signIn(page, one, one.path);
  await openForm(page, one.path);
  const form = page.url();
  const scripts = await held(page);
  await page.goto(form, { waitUntil: "commit" });
  await page.getByText("照片与文件").click();
  await page.getByLabel("添加照片或文件").setInputFiles(photo());
  scripts.release();
  await expect(page.getByRole("link", { name: /活动现场.png/ })).toBeVisible();
});

test("a refused report is corrected at once, before the scripts have come", async ({ page, demo }) => {
  const one = author(demo);
  await signIn(page, one, one.path);
  await openForm(page, one.path);
  await fillWeek(page, { ...WEEK, activities: 3 });
  await page.getByLabel("人次", { exact: true }).fill("很多");
  const scripts = await held(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByLabel("人次", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("人次", { exact: true }).fill("36");
  scripts.release();
  await expect(standing(page)).toHaveText(SAVED);
  await expect(page.getByLabel("人次", { exact: true })).toHaveValue("36");
});

test("while the form is on its way, no draft is sent beside it, whatever window one looks at", async ({ page, demo }) => {
  const one = author(demo);
  await signIn(page, one, one.path);
  await openForm(page, one.path);
  await fillWeek(page, WEEK);
  await expect(standing(page)).toHaveText(SAVED);
  await page.getByLabel("做了什么").fill("改了一句");
  const drafts: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/weekly_report/draft/")) drafts.push(request.url());
  });
  // The page cannot be asked while it is leaving, so it looks elsewhere by itself and says when it has.
  await page.evaluate(() => {
    document.querySelector("#report-form")?.addEventListener("submit", () => {
      setTimeout(() => {
        window.dispatchEvent(new Event("focus"));
        document.dispatchEvent(new Event("visibilitychange"));
        console.log("looked elsewhere and back");
      });
    });
  });
  const looked = page.waitForEvent("console", (message) => message.text() === "looked elsewhere and back");
  const filing = await held(page, "**/api/weekly_report/filing/**");
  await page.getByRole("button", { name: "提交", exact: true }).click({ noWaitAfter: true });
  await looked;
  filing.release();
  await expect(page.getByRole("region", { name: "已收到" })).toBeVisible();
  expect(drafts).toEqual([]);
});
