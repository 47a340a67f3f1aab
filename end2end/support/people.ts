// People who sign in, and how they come to their accounts.
import { type Page, expect } from "@playwright/test";
import type { Program } from "./program";

export interface SignIn {
  account: string;
  password: string;
}

/** An administrator, made by the command line. */
export async function admin(program: Program, account = "admin.zheng", called = "郑怀瑾"): Promise<SignIn> {
  return added(program, account, called, "--admin");
}

/** Somebody who has an account and no role yet. */
export async function somebody(program: Program, account: string, called: string): Promise<SignIn> {
  return added(program, account, called);
}

async function added(program: Program, account: string, called: string, ...more: string[]): Promise<SignIn> {
  const words = ["account", "add", account, "--display-name", called, "--draw-password", ...more];
  const { password } = await program.ask<{ password: string }>(...words);
  return { account, password };
}

/** Fills the form of the sign-in page and sends it. */
export async function trySignIn(page: Page, { account, password }: SignIn): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(account);
  await page.getByLabel("密码", { exact: true }).fill(password);
  // The page that answers looks like the one before: only its arrival tells them apart.
  await Promise.all([
    page.waitForEvent("domcontentloaded"),
    page.getByRole("button", { name: "登录", exact: true }).click(),
  ]);
}

/** Signs in, and comes to where a link leads or to one's first screen. */
export async function signIn(page: Page, person: SignIn, path = "/"): Promise<void> {
  await page.goto(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  await trySignIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Makes an account by an invitation that is open on the page. */
export async function accept(page: Page, called: string, person: SignIn): Promise<void> {
  await page.getByLabel("姓名", { exact: true }).fill(called);
  await page.getByLabel("账号", { exact: true }).fill(person.account);
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "建立账号并加入" }).click();
  await expect(page).not.toHaveURL(/invitation/);
}

/** The link that a page shows to the one who has just made it. */
export async function madeLink(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { name: "链接已生成" })).toBeVisible();
  return page.getByLabel("链接", { exact: true }).inputValue();
}

/** The link by which somebody is invited to an organisation, as the operator makes it; nobody is signed in after it. */
export async function invitationLink(page: Page, manager: SignIn & { path: string }, organisation: string, called: string): Promise<string> {
  await signIn(page, manager, `${manager.path}/people?q=${encodeURIComponent(organisation)}`);
  await page.getByRole("link", { name: "邀请" }).first().click();
  await page.getByLabel("给谁").fill(called);
  return drawnLink(page);
}

/** The link by which somebody sets another password, as the administrator makes it; nobody is signed in after it. */
export async function resetLink(page: Page, administrator: SignIn, { account, person }: { account: string; person: string }): Promise<string> {
  await signIn(page, administrator, `/admin/accounts?q=${encodeURIComponent(account)}`);
  await page.locator("main").getByRole("link", { name: person, exact: true }).click();
  await page.getByText("重置密码", { exact: true }).click();
  return drawnLink(page);
}

async function drawnLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = await madeLink(page);
  await page.context().clearCookies();
  return new URL(link).pathname;
}
