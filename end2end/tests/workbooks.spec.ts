// The workbook of a quarter: asked for, made in the background while one goes on, downloaded.
import { expect, test, who } from "../support/demo";
import { signIn } from "../support/people";

test("the workbook of a quarter is made in the background and downloaded @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/assessments/2026-Q1`);
  await page.getByRole("link", { name: "季度工作簿" }).click();
  await expect(page.getByLabel("季度", { exact: true })).toHaveValue("2026-Q1");
  await page.getByRole("button", { name: "生成季度工作簿" }).click();
  const job = page.locator("main table tbody tr").first();
  await expect(job).toContainText("2026年第1季度");
  await expect(async () => {
    await page.reload();
    await expect(job).toContainText("已生成", { timeout: 200 });
  }).toPass({ timeout: 20_000 });
  const link = job.getByRole("link", { name: "下载 2026年第1季度" });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
});
