// Signing in and out, links that work once, and what becomes of sessions.
import { accept, admin, madeLink, signIn, somebody, trySignIn } from "../support/people";
import { expect, inHours, test } from "../support/fixtures";

const WRONG = "账号或密码不对。";

test("a wrong name and a wrong password are told alike, and the typed name stays @plain", async ({ page, program }) => {
  const zheng = await admin(program);
  await page.goto("/sign-in");
  for (const attempt of [
    { ...zheng, password: "not this one at all" },
    { account: "nobody.here", password: "not this one at all" },
  ]) {
    await trySignIn(page, attempt);
    await expect(page.getByRole("alert")).toHaveText(WRONG);
    await expect(page.getByLabel("账号", { exact: true })).toHaveValue(attempt.account);
    await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
  }
  await trySignIn(page, zheng);
  await expect(page.getByRole("heading", { level: 1, name: "系统管理" })).toBeVisible();
});

test("guessing is slowed down, and only for a while", async ({ page, program }) => {
  const zheng = await admin(program);
  await page.goto("/sign-in");
  for (let guess = 1; guess <= 9; guess++) {
    // Each guess waits until it is looked at, so that nine are counted, however fast this machine is.
    await program.setClock(inHours(0.1 * guess));
    await trySignIn(page, { ...zheng, password: `guess number ${guess}` });
    await expect(page.getByRole("alert")).toHaveText(WRONG);
  }
  await trySignIn(page, zheng);
  await expect(page.getByRole("alert")).toContainText("尝试次数过多");
  await program.setClock(inHours(1));
  await trySignIn(page, zheng);
  await expect(page.getByRole("heading", { level: 1, name: "系统管理" })).toBeVisible();
});

test("signing out everywhere ends every session @plain", async ({ page, browser, program, javaScriptEnabled }) => {
  const zheng = await admin(program);
  const elsewhere = await browser.newPage({ baseURL: program.url, javaScriptEnabled });
  await signIn(elsewhere, zheng, "/me");
  await signIn(page, zheng, "/me");
  await expect(page.getByRole("table", { name: "登录中的设备" }).getByRole("row")).toHaveCount(3);

  await page.getByText("在所有设备上退出").first().click();
  await page.getByRole("button", { name: "在所有设备上退出" }).click();
  await expect(page.getByRole("status")).toHaveText("已在所有设备上退出登录。");
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await trySignIn(elsewhere, zheng);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "我的账号" })).toBeVisible();
  await elsewhere.close();
});

test("an invitation is shown as often as one likes and makes one account @plain", async ({ page, browser, program }) => {
  const link = program.firstLink;
  const answer = await page.request.get(link);
  expect(answer.status()).toBe(200);

  await page.goto(link);
  await page.getByLabel("姓名", { exact: true }).fill("郑怀瑾");
  await page.getByLabel("账号", { exact: true }).fill("zheng");
  await page.getByLabel("密码", { exact: true }).fill("1234567890");
  await page.getByRole("button", { name: "建立账号并加入" }).click();
  await expect(page.getByLabel("密码", { exact: true })).toHaveAccessibleDescription(/太常见/);
  await expect(page.getByLabel("姓名", { exact: true })).toHaveValue("郑怀瑾");
  await accept(page, "郑怀瑾", { account: "zheng", password: "湘江北去橘子洲头看万山" });
  await expect(page.getByRole("heading", { level: 1, name: "系统管理" })).toBeVisible();

  const second = await browser.newPage({ baseURL: program.url });
  const spent = await second.goto(link);
  expect(spent?.status()).toBeGreaterThanOrEqual(400);
  await expect(second.getByText("这个链接已经用过、被收回或过期")).toBeVisible();
  await expect(second.getByRole("button", { name: "建立账号并加入" })).toBeHidden();
  await second.close();
});

test("a reset link sets another password once, and ends what was open @plain", async ({ page, browser, program }) => {
  const zheng = await admin(program);
  const wang = await somebody(program, "wangfang", "王芳");
  const hers = await browser.newPage({ baseURL: program.url });
  await signIn(hers, wang, "/me");

  await signIn(page, zheng, "/admin/accounts");
  await page.getByRole("link", { name: "王芳" }).click();
  await page.getByText("重置密码", { exact: true }).click();
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = await madeLink(page);
  await expect(page.getByRole("img", { name: "链接的二维码" })).toBeVisible();

  await hers.goto(link);
  await hers.getByLabel("新密码", { exact: true }).fill("一句只有自己知道的新话");
  await hers.getByRole("button", { name: "设置密码并登录" }).click();
  await expect(hers.getByRole("heading", { name: "还没有身份" })).toBeVisible();
  await hers.goto(link);
  await expect(hers.getByText("这个链接已经用过、被收回或过期")).toBeVisible();

  const again = await browser.newPage({ baseURL: program.url });
  await again.goto("/sign-in");
  await trySignIn(again, wang);
  await expect(again.getByRole("alert")).toHaveText(WRONG);
  await trySignIn(again, { ...wang, password: "一句只有自己知道的新话" });
  await expect(again.getByRole("heading", { name: "还没有身份" })).toBeVisible();
  await Promise.all([hers.close(), again.close()]);
});

test("a link is good for its day and no longer", async ({ page, program }) => {
  await somebody(program, "wangfang", "王芳");
  const { link } = await program.ask<{ link: string }>("account", "reset", "wangfang");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "设置密码并登录" })).toBeVisible();
  await program.setClock(inHours(25));
  await page.getByLabel("新密码", { exact: true }).fill("一句只有自己知道的新话");
  await page.getByRole("button", { name: "设置密码并登录" }).click();
  await expect(page.getByText("这个链接已经用过、被收回或过期")).toBeVisible();
});

test("a disabled account is signed out at once and stays out", async ({ page, browser, program }) => {
  const zheng = await admin(program);
  const wang = await somebody(program, "wangfang", "王芳");
  const hers = await browser.newPage({ baseURL: program.url });
  await signIn(hers, wang, "/me");

  await signIn(page, zheng, "/admin/accounts");
  await page.getByRole("link", { name: "王芳" }).click();
  await page.getByText("停用账号", { exact: true }).first().click();
  await page.getByRole("button", { name: "停用账号" }).click();
  await expect(page.getByText("已停用", { exact: false }).first()).toBeVisible();

  await hers.reload();
  await expect(hers.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await trySignIn(hers, wang);
  await expect(hers.getByRole("alert")).toHaveText(WRONG);
  await hers.close();
});

test("a session ends when nobody uses it, and signing in leads back", async ({ page, program }) => {
  const zheng = await admin(program);
  await signIn(page, zheng, "/admin/accounts?which=admins");
  await program.setClock(inHours(13));
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await trySignIn(page, zheng);
  await expect(page).toHaveURL(/\/admin\/accounts\?which=admins$/);
});

test("language and appearance are chosen and kept @plain", async ({ page, program }) => {
  const zheng = await admin(program);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();

  await signIn(page, zheng, "/admin/accounts");
  await page.getByTitle("账号与显示").click();
  await page.getByRole("button", { name: "深色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByTitle("账号与显示").click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page).toHaveURL(/\/admin\/accounts/);
  await expect(page.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();

  // The account keeps its language wherever it signs in.
  await page.context().clearCookies();
  await signIn(page, zheng, "/me");
  await expect(page.getByRole("heading", { level: 1, name: "My account" })).toBeVisible();
});

test("one's password is changed only by who knows it @plain", async ({ page, program }) => {
  const zheng = await admin(program);
  await signIn(page, zheng, "/me");
  const change = async (present: string, next: string) => {
    await page.getByLabel("现在的密码").fill(present);
    await page.getByLabel("新密码", { exact: true }).fill(next);
    await page.getByRole("button", { name: "更改密码" }).click();
  };
  await change("not the present one", "一句只有自己知道的新话");
  await expect(page.getByLabel("现在的密码")).toHaveAccessibleDescription(/现在的密码不对。/);
  await change(zheng.password, "password123");
  await expect(page.getByLabel("新密码", { exact: true })).toHaveAccessibleDescription(/太常见/);
  await change(zheng.password, "一句只有自己知道的新话");
  await expect(page.getByRole("status")).toContainText("密码已更改");
});

test("a program reads by a token until it is revoked @plain", async ({ page, program, request }) => {
  const zheng = await admin(program);
  await signIn(page, zheng, "/me");
  await page.getByRole("link", { name: "程序令牌" }).click();
  await page.getByRole("button", { name: "生成令牌" }).click();
  await expect(page.getByRole("alert")).toContainText("请至少选择一项。");
  await page.getByLabel("名称").fill("月报脚本");
  await page.getByLabel("周汇报").check();
  const present = page.getByLabel("现在的密码");
  await present.fill("not the present one");
  await page.getByRole("button", { name: "生成令牌" }).click();
  await expect(present).toHaveAccessibleDescription(/现在的密码不对。/);
  await present.fill(zheng.password);
  await page.getByRole("button", { name: "生成令牌" }).click();
  const token = await page.getByLabel("令牌", { exact: true }).inputValue();
  const status = async () => {
    const headers = { authorization: `Bearer ${token}` };
    return (await request.get(`${program.url}/api/v1/bases`, { headers })).status();
  };
  expect(await status()).toBe(200);

  await page.goto("/me/tokens");
  await expect(page.getByLabel("令牌", { exact: true })).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: "月报脚本" });
  await row.locator("summary").click();
  await row.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("status")).toHaveText("已撤销。");
  expect(await status()).toBe(401);
});
