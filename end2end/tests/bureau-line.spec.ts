// An organisation writes to the bureau past the operator: answered, closed, opened again; the operator learns nothing.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

const WORDS = "被要求付费参加本应免费的活动。";

test("a complaint goes to the bureau, is answered, closed and opened again @plain", async ({ page, demo }) => {
  const [staff, bureau] = [author(demo), who(demo, "bureau")];
  await as(page, staff, `${staff.path}/services`);
  await page.getByRole("link", { name: "写给民政局" }).click();
  await page.getByLabel("什么事").fill(WORDS);
  await page.getByRole("button", { name: "寄出" }).click();
  await expect(page.getByRole("group", { name: "类别" })).toHaveAccessibleDescription(/请选择/);
  await expect(page.getByLabel("什么事")).toHaveValue(WORDS);
  await page.getByLabel("投诉", { exact: true }).check();
  await page.getByRole("button", { name: "寄出" }).click();
  await expect(page.getByText("待答复").first()).toBeVisible();
  const letter = new URL(page.url()).pathname.split("/").pop();

  await as(page, bureau, bureau.path);
  await page.getByRole("link", { name: /封机构来信待答复/ }).first().click();
  await page.getByRole("link", { name: WORDS }).click();
  await expect(page.getByText(staff.organisations[0]).first()).toBeVisible();
  await page.getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.getByLabel("答复内容")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("答复内容").fill("已收到，三天内核实。");
  await page.getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.locator("#conversation")).toContainText("已收到，三天内核实。");

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /民政局答复了 \d+ 封信/ }).click();
  await page.getByRole("link", { name: WORDS }).click();
  await expect(page.locator("#conversation")).toContainText("已收到，三天内核实。");

  await as(page, bureau, `${bureau.path}/letters/${letter}`);
  await page.getByText("办结", { exact: true }).first().click();
  await page.getByLabel("处理结果").fill("已责成退还。");
  await page.getByRole("button", { name: "办结" }).click();
  await expect(page.getByText("已办结").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "答复", exact: true })).toHaveCount(0);

  await as(page, staff, `${staff.path}/letters/${letter}`);
  await expect(page.locator("#conversation")).toContainText("处理结果");
  await page.getByLabel("什么事").fill("还没有退。");
  await page.getByRole("button", { name: "寄出" }).click();
  await expect(page.getByText("待答复").first()).toBeVisible();

  await as(page, bureau, `${bureau.path}/letters?state=asked&q=${encodeURIComponent(WORDS.slice(0, 8))}`);
  await expect(page.locator("main table tbody tr")).toHaveCount(1);
  await expect(page.getByText(/^等民政局，/)).toBeVisible();
});

test("the operator sees neither letters nor that there are any; the auditor reads @plain", async ({ page, demo }) => {
  const [manager, auditor] = [who(demo, "manager"), who(demo, "auditor")];
  await as(page, auditor, `${auditor.path}/letters`);
  await page.locator("main table tbody").getByRole("link").first().click();
  await expect(page.locator("#conversation")).toBeVisible();
  await expect(page.getByRole("button", { name: "答复", exact: true })).toHaveCount(0);
  const path = new URL(page.url()).pathname;

  await as(page, manager, manager.path);
  await expect(page.getByText("来信")).toHaveCount(0);
  for (const address of [`${manager.path}/letters`, path]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(403);
  }
});

test("a letter's photo is seen by the bureau, and by its link not by the operator @plain", async ({ page, demo }) => {
  const [manager, officer, staff] = [who(demo, "manager"), who(demo, "bureau"), author(demo)];
  await as(page, staff, `${staff.path}/letters/new`);
  await page.getByLabel("投诉", { exact: true }).check();
  await page.getByLabel("什么事").fill("会议室又被占用。");
  await page.getByLabel("附件").setInputFiles(photo());
  await page.getByRole("button", { name: "寄出" }).click();
  const file = (await page.getByRole("link", { name: /活动现场/ }).getAttribute("href")) ?? "";
  expect((await page.request.get(file)).status()).toBe(200);
  await as(page, officer, `${officer.path}/letters`);
  expect((await page.request.get(file)).status()).toBe(200);
  expect((await page.request.get(`${file}/thumbnail`)).status()).toBe(200);
  await as(page, manager, manager.path);
  expect((await page.request.get(file)).status()).toBe(404);
});
