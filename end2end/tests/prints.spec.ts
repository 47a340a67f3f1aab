// What an office prints: every document on A4, in so many sheets, its tables with a head on each and no row cut in two.
import type { Page } from "@playwright/test";
import { author, test as changing, expect, officerCalled, staffOf, look as test, who } from "../support/demo";
import { type Sheet, read } from "../support/pdf";
import { type SignIn, signIn } from "../support/people";

const QUARTER = "2025-Q4";
/** A4 in whole points. */
const portrait = "595×842";
const landscape = "842×595";

async function pdf(page: Page): Promise<Sheet[]> {
  return read(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

const boxes = (sheets: Sheet[]) => [...new Set(sheets.map(({ width, height }) => `${width}×${height}`))];

/** Marks where the words of each cell of each row begin and end: of no row one lies on a sheet without the other. */
async function cutsNoRow(page: Page): Promise<void> {
  const rows = await page.evaluate(() => {
    // Too small to move anything.
    const mark = (words: string) => {
      const span = document.createElement("span");
      span.className = "mark-of-row";
      span.style.fontSize = "1px";
      span.textContent = words;
      return span;
    };
    const rows = [...document.querySelectorAll(".paper tbody tr")];
    rows.forEach((row, place) => {
      for (const cell of row.children) {
        cell.prepend(mark(`[[${place}:`));
        cell.append(mark(`:${place}]]`));
      }
    });
    return rows.length;
  });
  const sheets = await pdf(page);
  await page.evaluate(() => document.querySelectorAll(".mark-of-row").forEach((mark) => mark.remove()));
  const seen = sheets.map(({ text }) => {
    const of = (mark: RegExp) => [...text.matchAll(mark)].map(([, place]) => place);
    const begun = of(/\[\[(\d+):/g);
    expect(of(/:(\d+)\]\]/g)).toEqual(begun);
    return new Set(begun);
  });
  // Each row is on one sheet, and on no other.
  const places = seen.flatMap((rows) => [...rows].map(Number)).sort((one, other) => one - other);
  expect(places).toEqual(Array.from({ length: rows }, (_, place) => place));
}

/** Opens a document by a link of the page before, and holds what is true of each. */
async function printed(page: Page, link: string, title: string | RegExp, most: number, box = portrait): Promise<void> {
  await page.getByRole("link", { name: link, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "打印页操作" })).toBeHidden();
  const styles = await page.evaluate(() => {
    const of = (selector: string, property: "breakInside" | "display") =>
      [...new Set([...document.querySelectorAll(selector)].map((element) => getComputedStyle(element)[property]))];
    return {
      rows: of(".paper tbody tr", "breakInside"),
      heads: of(".paper thead", "display"),
      whole: of(".paper-facts > div, .paper-opinion, .paper-signatures, .paper-signed", "breakInside"),
    };
  });
  for (const row of styles.rows) expect(row).toBe("avoid");
  for (const head of styles.heads) expect(head).toBe("table-header-group");
  for (const block of styles.whole) expect(block).toBe("avoid");
  const sheets = await pdf(page);
  await cutsNoRow(page);
  await page.emulateMedia({ media: "screen" });
  expect(boxes(sheets)).toEqual([box]);
  expect(sheets.length).toBeLessThanOrEqual(most);
  sheets.forEach(({ text }, place) => expect(text).toContain(`— ${place + 1} —`));
}

async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("a round and its sheets are printed by the bureau", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/assessments/${QUARTER}`);
  await printed(page, "打印汇总表", "2025年第四季度考核汇总表", 6, landscape);
  await expect(page.getByRole("region", { name: /汇总表/ }).getByRole("row").nth(2)).toContainText("孵化基地");
  await expect(page.getByText(/共考核机构 \d+ 家/)).toBeVisible();

  await page.getByRole("link", { name: "返回" }).click();
  await page.getByRole("row", { name: /已锁定.*(优秀|良好|合格)/ }).nth(1).getByRole("link").first().click();
  const sheet = page.url();
  const seal = (await page.locator("code.seal").textContent()) ?? "none";
  await printed(page, "打印评分表", "2025年第四季度考核评分表", 4);
  await expect(page.getByText(`锁定码（SHA-256）：${seal}`)).toBeVisible();
  await expect(page.getByText("民政局核定人（签字、盖章）")).toBeVisible();

  await page.goto(sheet);
  await printed(page, "打印考核通报", "关于2025年第四季度考核结果的通报", 2);
  const total = (await page.locator(".paper-words").first().textContent())?.match(/总分为 ([\d.]+) 分/)?.[1];
  await page.goto(sheet);
  await expect(page.locator(".sheet-total").first()).toHaveText(total ?? "");
});

test("a long table repeats its head on every sheet, and cuts no row", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/print/rounds/${QUARTER}`);
  // Seventy rows more, as in the base of a city, each with a name of two lines.
  await page.evaluate(() => {
    const row = [...document.querySelectorAll(".paper tbody tr")].at(-1);
    for (let more = 70; more > 0; more--) {
      const another = row?.cloneNode(true) as HTMLTableRowElement;
      another.cells[1].textContent = `甲${more}\n乙${more}`;
      row?.after(another);
    }
  });
  const sheets = await pdf(page);
  expect(boxes(sheets)).toEqual([landscape]);
  const rows = sheets.filter(({ text }) => text.includes("甲"));
  expect(rows.length).toBeGreaterThan(2);
  for (const { text } of rows) {
    expect(text).toContain("序号考核对象");
    expect(text.match(/甲\d+/g)?.map((name) => name.slice(1))).toEqual(text.match(/乙\d+/g)?.map((name) => name.slice(1)));
  }
});

test("a fault becomes a notice and a Word document, on both sides", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/rectifications`);
  await page.locator("main td.card-title a").first().click();
  await printed(page, "打印整改通知书", "责令整改通知书", 2);
  const file = await page.getByRole("link", { name: "下载 Word 文档" }).getAttribute("href");
  const answer = await page.request.get(file ?? "");
  expect(answer.headers()["content-type"]).toContain("wordprocessingml");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");

  await as(page, staff, `${staff.path}/rectifications`);
  await page.locator("main td.card-title a").first().click();
  await printed(page, "打印整改通知书", "责令整改通知书", 2);
  await page.getByRole("link", { name: "返回" }).click();
  await expect(page).toHaveURL(/\/o\/[\w-]+\/rectifications\//);
});

changing("an answer to objections is a letter of two sheets at the most", async ({ page, browser, demo, program }) => {
  const quarter = "2026-Q1";
  const listed = await program.ask<{ subject_id: string; name: string; state: string }[]>(
    "assessment", "list", "--base", demo.slug, "--quarter", quarter,
  );
  // The base's own comes first.
  const [, ...organisations] = listed;
  const subject = organisations.find(({ state }) => state === "published");
  if (!subject) throw new Error("no organisation's sheet of the demo's last quarter is published");
  const staff = await staffOf(browser, program, demo, subject.name);
  const own = `/o/${subject.subject_id}/assessments/${quarter}`;
  await as(page, staff, own);
  const objections = page.locator("#objections .objections > li");
  for (let made = 1; made <= 3; made++) {
    await page.locator("#objections summary").filter({ hasText: "提出异议" }).click();
    const form = page.locator("#object-form");
    // Those that have an objection are offered no more.
    await form.getByLabel("指标", { exact: true }).selectOption({ index: 1 });
    await form.getByLabel("理由和佐证").fill(`第 ${made} 项：签到表在附件三，共四次活动，每次都有照片、签到和小结，请再核对一遍。`);
    await form.getByRole("button", { name: "提出异议" }).click();
    await expect(objections).toHaveCount(made);
  }

  // Whoever has checked the sheet decides on none of them.
  const officer = await officerCalled(browser, program, demo, "易建平", "bureau.yi");
  await as(page, officer, `/b/${demo.slug}/assessments/${quarter}/${subject.subject_id}`);
  const decisions = page.locator('form[id^="decide-"]');
  for (let open = 3; open > 0; open--) {
    await expect(decisions).toHaveCount(open);
    await page.locator("#objections summary").filter({ hasText: "答复异议" }).first().click();
    const form = decisions.first();
    await form.getByLabel("理由", { exact: true }).fill("附件三只有两次活动的签到表，另两次没有签到，照片上看不出日期，维持原来的分数。");
    await form.getByRole("button", { name: "不成立" }).click();
  }
  await expect(decisions).toHaveCount(0);

  const title = "关于2026年第一季度考核异议的答复";
  await printed(page, "打印异议答复书", title, 2);
  await expect(page.getByText("现就其中 3 项答复如下")).toBeVisible();
  await expect(page.getByRole("region", { name: "异议及答复" }).getByRole("row")).toHaveCount(4);
  const file = await page.getByRole("link", { name: "下载 Word 文档" }).getAttribute("href");
  expect((await (await page.request.get(file ?? "")).body()).subarray(0, 2).toString()).toBe("PK");

  await as(page, staff, own);
  await printed(page, "打印异议答复书", title, 2);
});

test("an organisation's file, its admission and its plan go on paper", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/organisations?q=${encodeURIComponent(staff.organisations[0])}`);
  await page.locator("main td.card-title a").first().click();
  const file = page.url();
  await printed(page, "打印档案", "社会组织孵化档案", 5);
  await expect(page.getByRole("heading", { name: "四、考核结果" })).toBeVisible();
  await page.goto(file);
  await printed(page, "打印审批表", /审批表$/, 2);
  await expect(page.getByRole("heading", { name: "民政局审批意见" })).toBeVisible();

  await as(page, staff, `${staff.path}/file`);
  await printed(page, "打印档案", "社会组织孵化档案", 5);
  await as(page, staff, `${staff.path}/plans/2026-03`);
  await printed(page, "打印计划表", /2026年3月/, 2);
});

test("a week's report is a form to be signed, on both sides", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  await as(page, manager, `${manager.path}/reviews`);
  await page.locator("main td.card-title a").first().click();
  await printed(page, "打印汇报表", /^2026年第 \d+ 周汇报表$/, 3);
  await expect(page.getByText("尚未审阅")).toBeVisible();
  await expect(page.getByText("审阅人（签字）")).toBeVisible();

  await as(page, staff, `${staff.path}/reports`);
  await page.getByRole("row", { name: /已接受/ }).first().getByRole("link").first().click();
  const receipt = (await page.locator(".receipt-number").textContent()) ?? "none";
  await printed(page, "打印汇报表", /周汇报表$/, 3);
  await expect(page.getByText(receipt)).toBeVisible();
  await page.getByRole("link", { name: "返回" }).click();
  await expect(page).toHaveURL(/\/o\/[\w-]+\/reports\//);
});

test("a year is told on paper, with everybody who has left", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, `${officer.path}/targets`);
  await printed(page, "打印年度报告", "2026年度工作报告", 6);
  await expect(page.getByRole("region", { name: "一、年度目标完成情况" }).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("region", { name: "五、历年离壳机构现状" }).getByRole("row").nth(1)).toBeVisible();
});

test("a filed follow-up is a record to be signed", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/follow-ups?show=done`);
  // The organisation first, then its visit.
  await page.getByRole("row").filter({ hasText: /良好|一般|困难/ }).first().getByRole("link").nth(1).click();
  await printed(page, "打印记录表", /出壳回头看记录表/, 2);
  await expect(page.getByText("被访单位（签字、盖章）")).toBeVisible();
});

test("a list of several pages says on paper which of them one holds, and where all rows are", async ({ page, demo }) => {
  const auditor = who(demo, "auditor");
  await signIn(page, auditor, `${auditor.path}/audit?page=2`);
  const pages = (await page.getByText(/^第 2 \/ \d+ 页$/).textContent())?.match(/\/ (\d+) 页/)?.[1] ?? "none";
  const said = page.getByText(new RegExp(`^此件为列表第 2 页（共 ${pages} 页），全部 .+ 条见导出的 Excel 文件。$`));
  await expect(said).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(said).toBeVisible();
  await expect(page.getByText(/^第 51–\d+ 条，共 .+ 条$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "下一页" })).toBeHidden();
  const last = (await pdf(page)).at(-1)?.text.replaceAll(/\s/g, "");
  // What a font shows as 页 comes back as the radical of the same look.
  expect(last).toMatch(new RegExp(`此件为列表第2.[(（]共${pages}.[)）]`));
});

test("a list says on paper what narrows it, and nothing where nothing does @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/organisations?stage=incubating`);
  const words = async () => (await pdf(page)).map(({ text }) => text.replaceAll(/\s/g, "")).join("");
  expect(await words()).toContain("阶段:在孵");
  await page.goto(`${manager.path}/organisations`);
  expect(await words()).not.toContain("阶段:");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".filters")).toBeHidden();
});

test("without scripts a document is whole, and says how to print it @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/print/rounds/${QUARTER}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2025年第四季度考核汇总表");
  await expect(page.getByText(/Ctrl\+P/)).toBeVisible();
});

test("a weekly report is printed from its own page", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, `${manager.path}/reviews`);
  await page.locator("main td.card-title a").first().click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".frame-side")).toBeHidden();
  const sheets = await pdf(page);
  expect(boxes(sheets)).toEqual([portrait]);
  expect(sheets.length).toBeLessThanOrEqual(3);
});
