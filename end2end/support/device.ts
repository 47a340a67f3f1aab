// What a device keeps of somebody's typing, and one that is handed on.
import { type Locator, type Page, expect } from "@playwright/test";

/** What is typed before the page's program has come is not noticed yet: it is typed again. */
export async function noticed(page: Page, field: Locator): Promise<void> {
  await expect(async () => {
    await field.fill("");
    await field.fill("写到一半");
    await expect(page.getByText("已保留在本机")).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Waits until the script that keeps chosen files has come: it puts a line for its words below the field. */
export async function keepsFiles(field: Locator): Promise<void> {
  await expect(field.locator("xpath=following-sibling::*[@data-said]")).toBeAttached();
}

/** Under which keys files lie on the device that have not been sent. */
export async function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        // Made as the page's own script makes it, which may come later than this.
        const opening = indexedDB.open("hatchboard", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("files");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("files").objectStore("files").getAllKeys();
          reading.onerror = () => failed(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result.map(String));
          };
        };
      }),
  );
}

/** The account menu's way out. */
export async function signOut(page: Page): Promise<void> {
  await page.goto("/me");
  await page.getByTitle("账号与显示").click();
  await page.getByRole("button", { name: "退出登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "登录", exact: true })).toBeVisible();
}
