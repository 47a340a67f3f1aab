// Thirteen weeks: who tells what, linked to the month's plan; and how a week is filed by its form.
import { type Page, expect } from "@playwright/test";
import { submitWeek } from "../week";
import type { Person } from "./people";

/** What one week tells. */
export interface Told {
  /** Activities by their days, with those who came. */
  held: [on: string, attendances: number][];
  /** Of the month's plan, by what its items are called. */
  progress?: Record<string, number>;
  late?: true;
}

type Weeks = Record<string, Told>;

/** Of the registered organisation: two late, one with nothing to report; W20 stays missing, and W22 is excused. */
export const REGISTERED: Weeks = {
  // What was held in March counts in its own quarter, whatever week tells of it.
  "2026-W14": { held: [["2026-04-01", 30], ["2026-03-31", 8]], progress: { 社区义诊: 1, 服务居民: 30 } },
  "2026-W15": { held: [["2026-04-08", 25]], progress: { 社区义诊: 1, 服务居民: 25 } },
  "2026-W16": { held: [["2026-04-15", 20]], progress: { 服务居民: 20, 理事会例会: 1 }, late: true },
  "2026-W17": { held: [["2026-04-22", 25]], progress: { 社区义诊: 1, 服务居民: 25 } },
  "2026-W18": { held: [] },
  "2026-W19": { held: [["2026-05-07", 28], ["2026-05-09", 12]], progress: { 社区义诊: 1, 服务居民: 20, 助老探访: 1 } },
  "2026-W21": { held: [["2026-05-20", 15]], progress: { 理事会例会: 1, 助老探访: 1 } },
  "2026-W23": { held: [["2026-06-03", 18]], progress: { 助老探访: 1, 六月服务: 18 } },
  "2026-W24": { held: [["2026-06-10", 10]], progress: { 理事会例会: 1, 暑期课堂: 1, 六月服务: 10 }, late: true },
  "2026-W25": { held: [["2026-06-16", 22]], progress: { 暑期课堂: 1, 六月服务: 22 } },
  "2026-W26": { held: [["2026-06-24", 14]], progress: { 六月服务: 14 } },
};

/** Of the filed one, from its first full week on. */
export const FILED: Weeks = {
  "2026-W16": { held: [["2026-04-16", 12]] },
  "2026-W17": { held: [["2026-04-23", 12]] },
  "2026-W18": { held: [["2026-04-29", 12]], late: true },
  "2026-W19": { held: [["2026-05-07", 12]], progress: { 邻里茶话会: 1, 五月服务: 12 } },
  "2026-W20": { held: [["2026-05-14", 12]], progress: { 邻里茶话会: 1, 五月服务: 12 } },
  "2026-W21": { held: [["2026-05-21", 12]], progress: { 邻里茶话会: 1, 五月服务: 12 } },
  "2026-W22": { held: [["2026-05-28", 12]], progress: { 邻里茶话会: 1, 五月服务: 12 } },
  "2026-W23": { held: [["2026-06-04", 12]], progress: { 邻里茶话会: 1, 五月服务: 12 } },
  "2026-W24": { held: [["2026-06-11", 12]], progress: { 邻里茶话会: 1, 六月服务: 12 } },
  "2026-W25": { held: [["2026-06-17", 12]], progress: { 邻里茶话会: 1, 六月服务: 12 } },
  "2026-W26": { held: [["2026-06-25", 12]], progress: { 邻里茶话会: 1, 六月服务: 12 } },
};

/** Of the base itself; what its organisations held is told by them. */
export const ITSELF: Weeks = {
  "2026-W14": { held: [] },
  "2026-W15": { held: [], progress: { 入户督导: 2 } },
  "2026-W16": { held: [], progress: { 骨干培训: 1 } },
  "2026-W17": { held: [], progress: { 入户督导: 2 } },
  "2026-W18": { held: [], progress: { 入户督导: 1 } },
  "2026-W19": { held: [], progress: { 入户督导: 1, 走访社区: 2 } },
  "2026-W20": { held: [] },
  "2026-W21": { held: [], progress: { 骨干培训: 1, 走访社区: 2 }, late: true },
  "2026-W22": { held: [] },
  "2026-W23": { held: [], progress: { 走访社区: 2 } },
  "2026-W24": { held: [], progress: { 走访社区: 1 } },
  "2026-W25": { held: [] },
  "2026-W26": { held: [], progress: { 半年小结: 1 } },
};

/** Files a week by its form without showing it. */
export async function fileAgain(author: Person, path: string, { held, progress = {} }: Told): Promise<void> {
  const listed = held.map(([on, came], row): [string, string][] => [
    [`activities.${row}.what`, "社区服务活动"],
    [`activities.${row}.on`, on],
    [`activities.${row}.attendances`, `${came}`],
  ]);
  const done = Object.entries(progress).map(([what, quantity]): [string, string] => [`label:${what}`, `${quantity}`]);
  const fields = {
    ...Object.fromEntries([...listed.flat(), ...done]),
    done: words(held),
    activities_count: `${held.length}`,
    attendances: `${sum(held)}`,
    help_kind: "none",
  };
  const { html } = await author.send(path, "#report-form", fields, ["do", "submit"]);
  expect(html, path).toContain("receipt-number");
}

const words = (held: Told["held"]) => `本周${held.length > 0 ? "按计划开展活动" : "处理日常事务"}，进展见月计划。`;
const sum = (held: Told["held"]) => held.reduce((all, [, came]) => all + came, 0);

/** Files a week by its page, as its author would. */
export async function file(author: Person, path: string, { held, progress = {} }: Told, nothing = false): Promise<void> {
  const page = await author.open(path);
  if (nothing) {
    await page.getByText("本周无事项？").click();
    await page.getByLabel("本周没有可汇报的事项").check();
    await page.getByLabel(/^确认：本周没有开展活动/).check();
    await submitWeek(page);
    return;
  }
  await page.getByLabel("做了什么").fill(words(held));
  await page.getByLabel("活动场数").fill(`${held.length}`);
  await page.getByLabel("人次", { exact: true }).first().fill(`${sum(held)}`);
  await page.getByLabel("不需要", { exact: true }).check();
  for (const [what, quantity] of Object.entries(progress)) {
    await page.getByRole("textbox", { name: new RegExp(`^${what}`) }).fill(`${quantity}`);
  }
  if (held.length > 0) await list(page, held);
  await submitWeek(page);
}

/** Lists activities one by one. */
async function list(page: Page, held: Told["held"]): Promise<void> {
  const activities = page.locator("#activities");
  await activities.getByText("逐项填写活动").click();
  const rows = activities.locator("fieldset[data-row]");
  for (const [row, [on, came]] of held.entries()) {
    if (row > 0) await activities.getByRole("button", { name: "再加一项活动" }).click();
    await rows.nth(row).getByLabel("活动内容").fill("社区服务活动");
    await rows.nth(row).getByLabel("日期").fill(on);
    await rows.nth(row).getByLabel(/^人次/).fill(`${came}`);
  }
}
