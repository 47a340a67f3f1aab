// The form of a week, as its author fills it.
import { type Page, expect } from "@playwright/test";

export interface Week {
  done: string;
  activities: number;
  attendances: number;
}

/** Opens this week's form from the first screen at `path`. */
export async function openForm(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("link", { name: /^(去|继续)填写$/ }).first().click();
  await expect(page.getByLabel("做了什么")).toBeVisible();
}

/** The three required fields; no help is needed. */
export async function fillWeek(page: Page, { done, activities, attendances }: Week): Promise<void> {
  await page.getByLabel("做了什么").fill(done);
  await page.getByLabel("活动场数").fill(`${activities}`);
  await page.getByLabel("人次", { exact: true }).fill(`${attendances}`);
  await page.getByLabel("不需要", { exact: true }).check();
}

/** Sends the form and gives the number on its receipt. */
export async function submitWeek(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^(再次)?提交$/ }).click();
  const receipt = page.getByRole("region", { name: "已收到" });
  await expect(receipt).toBeVisible();
  return (await receipt.locator(".receipt-number").textContent()) ?? "";
}

/** How the draft stands, as its writer is told. */
export const standing = (page: Page) => page.locator(".keeper").getByRole("status");

/** What its writer is told once the server has the draft, by the demo's clock. */
export const SAVED = /^已保存 10:4\d/;
