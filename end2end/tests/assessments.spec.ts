// A quarter's sheet by the pages: scored by its subject and the operator, sent back, checked, published, objected to.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { DAY, type DemoSignIn, NOW, author, expect, officerCalled, test, who } from "../support/demo";
import { whole } from "../support/page";
import { type SignIn, signIn, trySignIn } from "../support/people";
import { photo } from "../support/photo";
import { Program } from "../support/program";

interface Loaded {
  slug: string;
  sign_ins: DemoSignIn[];
}

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

/** So many points on every line by judgement that waits for the person's own; the others stay as they are. */
async function points(page: Page, value: string): Promise<void> {
  await expect(page.locator("#lines-form")).toBeVisible();
  await whole(page);
  for (const field of await page.locator("#lines-form tr:not(:has-text('算式')) input[name$='[points]']").all()) {
    await field.fill(value);
  }
}

/** Puts a picture behind the points of a line that the person gives now; its address. */
async function behind(page: Page, line: string, name: string): Promise<string> {
  const files = page.locator("#files");
  await files.getByLabel("指标", { exact: true }).selectOption({ label: line });
  await files.getByLabel("选择文件").setInputFiles({ ...photo(), name });
  await files.getByRole("button", { name: "添加文件" }).click();
  await expect(page.getByRole("status")).toHaveText("已上传。");
  return (await page.locator("tr .photos").getByRole("link", { name }).getAttribute("href")) ?? "";
}

test("a sheet goes from its own points to an objection, each step by whose turn it is @plain", async ({ page, demo }) => {
  const [manager, officer, staff] = [who(demo, "manager"), who(demo, "bureau"), author(demo)];
  const name = staff.organisations[0];

  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /2026-Q1 考核待自评/ }).click();
  await points(page, "3");
  await page.getByLabel("制度：分数").fill("三分");
  await page.getByRole("button", { name: "提交自评" }).click();
  await expect(page.getByLabel("制度：分数")).toHaveAccessibleDescription(/请写成 4.5 这样的数字/);
  await expect(page.getByLabel("制度：分数")).toHaveValue("三分");
  const section = page.locator(".sheet-sections a").filter({ hasText: /(\d+)\/\1$/ }).first();
  await expect(section).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(section).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("制度：分数").fill("4.5");
  await page.getByLabel("制度：佐证").fill("制度汇编第三版");
  await page.getByRole("button", { name: "提交自评" }).click();
  await expect(page.getByText("已自评").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "提交自评" })).toHaveCount(0);

  await as(page, manager, `${manager.path}/assessments/2026-Q1`);
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/assessments\/2026-Q1\/./);
  const sheet = new URL(page.url()).pathname;
  await expect(page.getByText("制度汇编第三版")).toBeVisible();
  const visit = await behind(page, "项目运作 · 服务质量", "走访照片.png");
  await points(page, "3");
  await page.getByLabel("周汇报按时率：分数").fill("5");
  await page.getByRole("button", { name: "提交评分" }).click();
  await expect(page.getByLabel("周汇报按时率：理由")).toHaveAccessibleDescription(/请写明理由/);
  await page.getByLabel("周汇报按时率：分数").fill("");
  await page.getByRole("button", { name: "提交评分" }).click();
  await expect(page.getByText("已评分").first()).toBeVisible();

  await as(page, officer, sheet);
  await page.getByText("退回重评", { exact: true }).first().click();
  await page.locator("#send-back-form").getByLabel("服务质量").fill("照片与活动日期不符");
  await page.locator("#send-back-form").getByRole("button", { name: "退回重评" }).click();
  await expect(page.getByText("退回：照片与活动日期不符")).toBeVisible();

  await as(page, manager, sheet);
  await page.getByLabel("服务质量：分数").fill("2.5");
  await page.getByRole("button", { name: "提交评分" }).click();
  await as(page, officer, sheet);
  await expect(page.locator("#files").getByRole("button", { name: "删除 走访照片.png" })).toHaveCount(0);
  const check = await behind(page, "项目运作 · 服务质量", "抽查记录.png");
  await page.getByLabel("服务质量：分数").fill("2");
  await page.getByRole("button", { name: "核定", exact: true }).click();
  await expect(page.getByLabel("服务质量：理由")).toHaveAccessibleDescription(/与 2.50 不同，请写明理由/);
  await page.getByLabel("服务质量：理由").fill("缺签到表");
  await page.getByRole("button", { name: "核定", exact: true }).click();
  await expect(page.getByText("已核定").first()).toBeVisible();

  // Nobody outside sees what others gave before it is published.
  await as(page, staff, `${staff.path}/assessments/2026-Q1`);
  for (const hidden of ["缺签到表", "走访照片.png", "抽查记录.png"]) {
    await expect(page.getByText(hidden)).toHaveCount(0);
  }
  for (const file of [visit, check]) {
    expect((await page.request.get(file)).status()).toBe(404);
  }
  await as(page, officer, sheet);
  await page.getByText("公布", { exact: true }).first().click();
  await page.getByRole("button", { name: "公布", exact: true }).click();
  await expect(page.getByText("已公布").first()).toBeVisible();

  await as(page, staff, `${staff.path}/assessments/2026-Q1`);
  await expect(page.locator("#line-quality").getByText("缺签到表")).toBeVisible();
  for (const file of ["走访照片.png", "抽查记录.png"]) {
    await expect(page.locator("#line-quality").getByRole("link", { name: file })).toBeVisible();
  }
  await expect(page.locator("#lost").getByText("缺签到表")).toBeVisible();
  await page.getByText("提出异议", { exact: true }).first().click();
  await page.getByLabel("指标", { exact: true }).selectOption({ label: "项目运作 · 服务质量 (7.00)" });
  await page.getByLabel("理由和佐证").fill("签到表在附件三");
  await page.getByRole("button", { name: "提出异议" }).click();
  await expect(page.getByText("待答复")).toBeVisible();

  // Whoever has checked the sheet does not decide on what is said against it.
  await as(page, officer, `${officer.path}/assessments/2026-Q1?show=objected`);
  await page.getByRole("link", { name }).click();
  await page.getByText("答复异议", { exact: true }).first().click();
  const decision = page.locator("#decide-quality-form");
  await decision.getByLabel("理由", { exact: true }).fill("附件三已核对");
  await decision.getByRole("button", { name: "不成立" }).click();
  await expect(decision.getByLabel("理由", { exact: true })).toHaveAccessibleDescription(/不能再做这一步/);
  await expect(decision.getByLabel("理由", { exact: true })).toHaveValue("附件三已核对");
});

test("a sealed sheet is corrected by two people, and the version before stays @plain", async ({ page, browser, demo, program }) => {
  const [first, second] = [
    await officerCalled(browser, program, demo, "易建平", "bureau.yi"),
    await officerCalled(browser, program, demo, "邓丽华", "bureau.deng"),
  ];
  const list = `/b/${demo.slug}/assessments/2025-Q4`;
  await as(page, first, list);
  await page.getByRole("row", { name: /已锁定.*(优秀|良好|合格)/ }).nth(1).getByRole("link").first().click();
  await expect(page).toHaveURL(/assessments\/2025-Q4\/./);
  const sheet = new URL(page.url()).pathname;
  const seal = await page.locator("code.seal").textContent();

  await page.getByText("申请更正", { exact: true }).first().click();
  const asks = page.locator("#correct-form");
  await asks.getByLabel(/^制度：新分数/).fill("9");
  await asks.getByLabel("理由", { exact: true }).fill("制度汇编缺页");
  await asks.getByRole("button", { name: "申请更正" }).click();
  await expect(asks.getByLabel(/^制度：新分数/)).toHaveAccessibleDescription(/分/);
  await expect(asks.getByLabel("理由", { exact: true })).toHaveValue("制度汇编缺页");
  await asks.getByLabel(/^制度：新分数/).fill("0.5");
  await asks.getByRole("button", { name: "申请更正" }).click();
  await expect(page.locator("#corrections").getByText("待答复")).toBeVisible();
  await expect(page.getByText("撤回申请").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "同意更正" })).toHaveCount(0);
  await expect(page.locator("code.seal")).toHaveText(seal ?? "");

  await as(page, second, sheet);
  const difference = page.locator("#corrections").getByRole("row", { name: /^制度/ });
  await expect(difference).toContainText("0.50");
  await page.locator("#corrections summary").getByText("答复更正申请").click();
  await page.getByRole("button", { name: "同意更正" }).click();
  await expect(page.getByText("第 2 版").first()).toBeVisible();
  await expect(page.locator("code.seal")).not.toHaveText(seal ?? "");
  await expect(page.locator("#line-rules")).toContainText("0.50");

  await page.getByRole("link", { name: "看更正前的第 1 版" }).click();
  await expect(page.getByText("这一版已更正，现行的是第 2 版。")).toBeVisible();
  await expect(page.locator("code.seal")).toHaveText(seal ?? "");
  const text = await page.request.get(await page.getByRole("link", { name: "下载锁定的原文（JSON）" }).getAttribute("href") ?? "");
  expect(createHash("sha256").update(await text.body()).digest("hex")).toBe(seal);
});

/** Points and a reason on every line of an exit review, which has no other lines. */
async function reviewed(page: Page, value: string, button: string): Promise<void> {
  await points(page, value);
  for (const reason of await page.locator("#lines-form").getByLabel(/：理由$/).all()) await reason.fill("现场核对");
  await page.getByRole("button", { name: button, exact: true }).click();
}

test("an exit review is held on its own sheet, and its points are what hatching goes by @plain", async ({ page, demo }) => {
  const [manager, officer, staff] = [who(demo, "manager"), who(demo, "bureau"), author(demo)];
  const name = staff.organisations[0];
  await as(page, manager, `${manager.path}/organisations?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/organisations\/[^?/]+$/);
  const file = new URL(page.url()).pathname;
  await page.goto(`${file}/stage`);
  await page.getByLabel("启动出壳评估").check();
  await page.getByLabel("理由").fill("期满");
  await page.getByRole("button", { name: "确定变更" }).click();

  await page.goto(`${file}/stage`);
  await page.getByText("开启出壳评估", { exact: true }).first().click();
  await page.getByRole("button", { name: "开启出壳评估" }).click();
  await page.waitForURL(/assessments\/exit-/);
  const review = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await as(page, staff, `${staff.path}/assessments/${review}`);
  await reviewed(page, "25", "提交自评");
  await expect(page.getByText("已自评").first()).toBeVisible();
  await as(page, manager, `${file}/stage`);
  await page.getByRole("link", { name: "出壳评估已自评" }).click();
  await expect(page).toHaveURL(/assessments\/exit-/);
  const sheet = new URL(page.url()).pathname;
  await reviewed(page, "20", "提交评分");
  await expect(page.getByText("已评分").first()).toBeVisible();
  await as(page, officer, sheet);
  await reviewed(page, "19.5", "核定");
  await expect(page.getByText("已核定").first()).toBeVisible();

  await as(page, manager, `${manager.path}/assessments`);
  await expect(page.getByRole("row", { name: new RegExp(`${name}.*78\\.00`) })).toBeVisible();
  await page.goto(`${file}/stage`);
  await expect(page.getByRole("link", { name: "出壳评估得分 78.00" })).toBeVisible();
  await expect(page.getByLabel("出壳评估得分")).toHaveCount(0);
  await page.getByLabel("出壳，需民政局确认").check();
  await page.getByLabel("理由").fill("评估合格");
  await page.getByLabel(/项目/).fill("邻里互助支持项目");
  await page.getByRole("button", { name: "确定变更" }).click();
  await expect(page.getByText("评估得分 78.00")).toBeVisible();
});

test("a sealed quarter is read with its working, and the printed sheet adds up", async ({ page, demo, program }) => {
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/assessments/2025-Q4`);
  await page.getByRole("row", { name: /已锁定.*(优秀|良好|合格)/ }).nth(1).getByRole("link").first().click();
  await expect(page.getByText("锁定码 SHA-256")).toBeVisible();
  await expect(page.getByRole("button", { name: "核定", exact: true })).toHaveCount(0);
  const base = demo.slug;
  const sheets = await program.ask<{ subject: string; state: string; total: string | null }[]>(
    "assessment", "list", "--base", base, "--quarter", "2025-Q4",
  );
  const sealed = sheets.filter(({ state }) => state === "sealed");
  expect(sealed.length).toBeGreaterThan(5);
  const hundredths = (points: string) => Math.round(Number(points) * 100);
  for (const { subject, total } of sealed.slice(0, 5)) {
    const one = await program.ask<{
      lines: { max: string; points: string | null; applies: boolean }[];
      bonus: string;
      deductions: string;
      total: string;
    }>("assessment", "show", "--base", base, "--quarter", "2025-Q4", "--subject", subject);
    const applying = one.lines.filter(({ applies }) => applies);
    const points = applying.reduce((sum, line) => sum + hundredths(line.points ?? "0"), 0);
    const of = applying.reduce((sum, line) => sum + hundredths(line.max), 0);
    const scaled = Math.floor((2 * points * 10_000 + of) / (2 * of));
    expect(scaled + hundredths(one.bonus) - hundredths(one.deductions)).toBe(hundredths(one.total));
    expect(one.total).toBe(total);
  }
});

test("a year is the mean of its rated quarters and a review, and adds up", async ({ page }) => {
  test.slow();
  const program = await Program.start();
  try {
    const demo = await program.ask<Loaded>("demo", "--seed", "1", "--on", DAY, "--weeks", "48");
    await program.setClock(NOW);
    const officer = demo.sign_ins.find(({ role }) => role === "bureau");
    if (!officer) throw new Error("nobody in the demo is of the bureau");
    await page.goto(`${program.url}/sign-in?next=${encodeURIComponent(`${officer.path}/assessments`)}`);
    await trySignIn(page, officer);
    await page.getByRole("link", { name: "2025 年度" }).click();
    await page.getByRole("row", { name: /已锁定.*(优秀|良好|合格)/ }).nth(1).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: /2025 年度/ })).toBeVisible();
    const subject = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const of = async (quarter: string) => {
      const sheets = await program.ask<{ subject: string; name: string; state: string; total: string | null }[]>(
        "assessment", "list", "--base", demo.slug, "--quarter", quarter,
      );
      return new Map(sheets.map((sheet) => [sheet.name, sheet]));
    };
    const [name] = (await page.getByRole("heading", { level: 1 }).textContent() ?? "").split(" 2025 ");
    const totals: number[] = [];
    for (const quarter of ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]) {
      const sheet = (await of(quarter)).get(name);
      if (sheet?.state !== "sealed") continue;
      totals.push(Math.round(Number(sheet.total) * 100));
      await expect(page.locator("#line-quarters_mean").getByRole("link", { name: `${quarter} ${sheet.total}` }))
        .toHaveAttribute("href", `/b/${demo.slug}/assessments/${quarter}/${subject}`);
    }
    expect(totals.length).toBeGreaterThanOrEqual(2);
    const whole = 10_000 * totals.length;
    const mean = Math.floor((2 * 7_000 * totals.reduce((sum, total) => sum + total, 0) + whole) / (2 * whole));
    await expect(page.locator("#line-quarters_mean .sheet-counts")).toHaveText((mean / 100).toFixed(2));
  } finally {
    await program.stop();
  }
});
