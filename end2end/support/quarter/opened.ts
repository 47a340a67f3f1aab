// Every number opens into its records: the link of a line's working leads to a list with as many of them.
import { type Locator, type Page, expect } from "@playwright/test";
import { whole } from "../page";
import { MONTHS, QUARTER, WEEKS, isWithin } from "./calendar";
import { BASE, type Organisation, type Person } from "./people";
import { type Computed, type Line, type Printed, type Sheet, counted, heldBy, itemsOf, text, weeksOf } from "./second";

const BANDS: Record<string, string> = { excellent: "优秀", good: "良好", pass: "合格", fail: "不合格" };

/** The sheet's page says what was computed: each line's points, the sum, the band. */
export async function says(reader: Person, path: string, computed: Computed, sheet: Sheet): Promise<void> {
  const page = await reader.open(path);
  for (const [code, points] of Object.entries(computed.points)) {
    const shown = points === "none" ? "不适用" : text(points);
    await expect(page.locator(`#line-${code} .sheet-counts`), code).toHaveText(shown);
  }
  await expect(page.locator(".sheet-total")).toHaveText(text(computed.total));
  const [of, scaled, deductions, total] = [computed.of, computed.scaled, computed.deductions, computed.total].map(text);
  const sum = `÷ ${of} × 100 = ${scaled}，加分 ${sheet.bonus}，减分 ${deductions}，总分 ${total}`;
  await expect(page.getByText(sum)).toBeVisible();
  await expect(page.locator("p").filter({ has: page.locator(".sheet-total") })).toContainText(BANDS[computed.band]);
}

/** The links of a sheet's lines, by what a line and a link are called; what its reader has seen of it once. */
const seen = new Map<string, Record<string, string>>();

/** Opens the records of a line by the link of its working: the first of a sheet by a click, the others by where they
 * lead. */
async function follow(reader: Person, sheet: string, code: string, link = "看记录"): Promise<Page> {
  const { page } = reader;
  const known = seen.get(`${reader.called} ${sheet}`);
  if (known) {
    await reader.open(known[`line-${code} ${link}`] ?? `${sheet}#no-link-of-${code}`);
  } else {
    await reader.open(sheet);
    const all = await page.locator("tr[id^=line-] a").evaluateAll((links) =>
      links.map((one): [string, string] => [`${one.closest("tr")?.id} ${one.textContent?.trim()}`, (one as HTMLAnchorElement).href]),
    );
    seen.set(`${reader.called} ${sheet}`, Object.fromEntries(all));
    await page.locator(`#line-${code}`).getByRole("link", { name: link, exact: true }).click();
  }
  await page.waitForURL((url) => url.pathname !== sheet);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await whole(page);
  return page;
}

const rows = (page: Page) => page.locator("main .table tbody tr");

const line = ({ sheets }: Printed, name: string, code: string): Line | undefined =>
  sheets.find((sheet) => sheet.name === name)?.lines.find((one) => one.code === code);

const input = (printed: Printed, name: string, code: string, which: string) => Number(line(printed, name, code)?.inputs?.[which]);

/** The number that the words of a cell begin with, such as `8,000.00 元`. */
const number = (words: string) => Number(words.replace(/[^\d.]/g, ""));

const links = (found: Locator): Promise<string[]> => found.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));

async function sum(cells: Locator): Promise<number> {
  return (await cells.allTextContents()).reduce((all, words) => all + number(words), 0);
}

/** The items of each month's plan; what was dropped with the approver's word stands there too, and counts no more. */
async function plans(reader: Person, sheet: string, name: string, printed: Printed): Promise<void> {
  for (const month of MONTHS) {
    const [year, of] = month.split("-").map(Number);
    const page = await follow(reader, sheet, "plan_completion", `看记录：${year}年${of}月`);
    const counting = page.locator("#plan-items tbody tr").filter({ hasNotText: "撤销已同意" });
    await expect(counting, month).toHaveCount(itemsOf(printed, name, month).length);
  }
}

/** What an organisation's sheet counts. */
export async function ofOrganisation(reader: Person, sheet: string, { name }: Organisation, printed: Printed): Promise<void> {
  const page = await follow(reader, sheet, "weekly_on_time");
  const row = page.getByRole("row", { name });
  await expect(row.locator(".mark")).toHaveCount(WEEKS.length);
  const expected = weeksOf(printed, name).filter(({ expectation }) => expectation === "expected");
  const missing = expected.filter(({ filed }) => filed === null);
  await expect(row.getByRole("link", { name: /：(按时|迟报|缺报)/ })).toHaveCount(expected.length);
  await expect(row.getByRole("link", { name: /：缺报/ })).toHaveCount(missing.length);
  await plans(reader, sheet, name, printed);

  await follow(reader, sheet, "activities");
  const reports = await links(row.getByRole("link", { name: /：(按时|迟报)/ }));
  const held: { on: string; attendances: number }[] = [];
  for (const report of reports) {
    await page.goto(report);
    // Beside it stands the report of the week before.
    const listed = page.locator("table:not(.not-on-paper table)").filter({ has: page.locator("caption", { hasText: "逐项活动" }) });
    for (const one of await listed.locator("tbody tr").all()) {
      const [on, came] = await Promise.all(["日期", "人次"].map((label) => one.locator(`td[data-label="${label}"]`).innerText()));
      held.push({ on, attendances: number(came) });
    }
  }
  const ofQuarter = held.filter(({ on }) => isWithin(on));
  const byDay = (one: { on: string }, other: { on: string }) => one.on.localeCompare(other.on);
  expect(ofQuarter.sort(byDay)).toEqual(heldBy(printed, name).sort(byDay));

  await follow(reader, sheet, "training_attendance");
  const sessions = counted(printed, name, "training_attendance");
  await expect(rows(page)).toHaveCount(sessions?.whole ?? 0);
  let attended = 0;
  for (const session of await links(rows(page).getByRole("link"))) {
    await page.goto(session);
    attended += await page.locator("#came").getByRole("row", { name }).count();
  }
  expect(attended).toBe(sessions?.part);
}

/** An organisation's own people open the same from their own sheet. */
export async function ofOurs({ staff, path }: Organisation): Promise<void> {
  const page = await follow(staff, `${path}/assessments/${QUARTER}`, "weekly_on_time");
  await expect(rows(page)).toHaveCount(WEEKS.length);
}

/** What the base's sheet counts. */
export async function ofBase(reader: Person, sheet: string, printed: Printed): Promise<void> {
  const page = await follow(reader, sheet, "weekly_on_time");
  await expect(rows(page)).toHaveCount(WEEKS.length);
  await expect(rows(page).filter({ hasText: /迟报/ })).toHaveCount(input(printed, BASE, "weekly_on_time", "late"));
  await plans(reader, sheet, BASE, printed);
  for (const code of ["admitted", "hatched", "matched_projects", "funds_received"]) {
    await target(await follow(reader, sheet, code), code, printed);
  }
  await target(await follow(reader, sheet, "trainings", "看记录：培训场次"), "trainings", printed);
  await target(await follow(reader, sheet, "trainings", "看记录：培训人次"), "training_attendances", printed);

  await follow(reader, sheet, "sheets_on_time");
  await expect(rows(page).filter({ hasNotText: BASE })).toHaveCount(input(printed, BASE, "sheets_on_time", "due"));
  await follow(reader, sheet, "follow_ups");
  await expect(rows(page)).toHaveCount(printed.visits.length);
  await expect(rows(page).filter({ hasText: "按期完成" })).toHaveCount(input(printed, BASE, "follow_ups", "on_time"));
  await follow(reader, sheet, "closed_on_time", "看记录：交办");
  const instructions = await rows(page).count();
  await follow(reader, sheet, "closed_on_time", "看记录：整改");
  expect(instructions + (await rows(page).count())).toBe(counted(printed, BASE, "closed_on_time")?.whole);
  await follow(reader, sheet, "advice");
  await expect(rows(page)).toHaveCount(counted(printed, BASE, "advice")?.whole ?? 0);
}

/** The records behind a target's number add up to it, and each opens. */
export async function target(page: Page, code: string, { targets }: Printed): Promise<void> {
  const found = targets.find((one) => one.code === code);
  const reached = found?.actual.reduce<number>((all, one) => all + (one ?? 0), 0) ?? 0;
  const records = page.getByRole("table", { name: "计入的记录" }).locator("tbody tr");
  const listed = await sum(records.locator('td[data-label="计入"]'));
  expect(code.startsWith("funds") ? listed * 100 : listed, code).toBe(reached);
  for (const link of new Set(await links(records.getByRole("link")))) expect((await page.request.get(link)).ok(), link).toBe(true);
}

/** Rectifications of a subject that were not repaired by their day, as the list of the quarter shows them. */
export async function lateRepairs(reader: Person, name: string): Promise<number> {
  const ofBase = name === BASE ? "&of=base" : `&q=${encodeURIComponent(name)}`;
  const page = await reader.at(`/rectifications?quarter=${QUARTER}${ofBase}`);
  return rows(page).filter({ hasText: /逾期/ }).count();
}
