// The quarter's sheets by their pages: own points, the operator's, the bureau's, publication, objection, seal.
import { type Page, expect } from "@playwright/test";
import { QUARTER } from "./calendar";
import type { Organisation, Person } from "./people";

/** Points by the name of a line; a reason goes with them where one is needed. */
export type Points = Record<string, string | [points: string, why: string]>;

/** Opens the round of the quarter. */
export async function open(officer: Person): Promise<void> {
  const page = await officer.at("/assessments");
  await page.getByText("开启考核", { exact: true }).first().click();
  await expect(page.getByLabel("季度或年度")).toHaveValue(QUARTER);
  await page.getByRole("button", { name: "开启考核" }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(QUARTER) })).toBeVisible();
}

async function fill(page: Page, points: Points): Promise<void> {
  for (const [line, given] of Object.entries(points)) {
    const [value, why] = typeof given === "string" ? [given, ""] : given;
    await page.getByLabel(`${line}：分数`, { exact: true }).fill(value);
    if (why) await page.getByLabel(`${line}：理由`, { exact: true }).fill(why);
  }
}

/** The subject scores itself, each line with what shows it. */
export async function scoreOneself(subject: Person, path: string, points: Points): Promise<void> {
  const page = await subject.open(path);
  await fill(page, points);
  for (const line of Object.keys(points)) await page.getByLabel(`${line}：佐证`, { exact: true }).fill(`${line}材料一册`);
  await page.getByRole("button", { name: "提交自评" }).click();
  await expect(page.getByText("已自评").first()).toBeVisible();
}

/** The operator scores an organisation; of the base's sheet, an officer does. */
export async function score(scorer: Person, path: string, points: Points): Promise<void> {
  const page = await scorer.open(path);
  await fill(page, points);
  await page.getByRole("button", { name: "提交评分" }).click();
  await expect(page.getByText("已评分").first()).toBeVisible();
}

export async function sendBack(officer: Person, path: string, line: string, why: string): Promise<void> {
  const page = await officer.open(path);
  await page.getByText("退回重评", { exact: true }).first().click();
  await page.locator("#send-back-form").getByLabel(`${line}：退回理由`).fill(why);
  await page.locator("#send-back-form").getByRole("button", { name: "退回重评" }).click();
  await expect(page.getByText(`退回：${why}`)).toBeVisible();
}

/** Blank agrees; what differs has a reason. */
export async function confirm(officer: Person, path: string, points: Points = {}): Promise<void> {
  const page = await officer.open(path);
  await fill(page, points);
  await page.getByRole("button", { name: "核定", exact: true }).click();
  await expect(page.getByText("已核定").first()).toBeVisible();
}

export async function reward(officer: Person, path: string, points: string, why: string): Promise<void> {
  const page = await officer.open(path);
  await page.locator("summary").filter({ hasText: /^加分/ }).click();
  const form = page.locator("#reward-form");
  await form.getByLabel("加分").fill(points);
  await form.getByLabel("理由").fill(why);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText(`加分 ${points}：${why}`)).toBeVisible();
}

/** The findings of follow-ups stand beside the base's sheet: whether and how they were used is noted. */
export async function noteReference(officer: Person, path: string, words: string): Promise<void> {
  const page = await officer.open(path);
  await page.locator("summary").filter({ hasText: /^使用情况/ }).click();
  await page.locator("#reference-form").getByLabel("使用情况").fill(words);
  await page.locator("#reference-form").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("p.pre", { hasText: words })).toBeVisible();
}

/** Nobody confirms the base's sheet without a word on what stands beside it. */
export async function confirmBase(officer: Person, path: string, words: string): Promise<void> {
  const page = await officer.open(path);
  const used = page.locator("#lines-form").getByLabel("使用情况");
  await used.fill("");
  await page.getByRole("button", { name: "核定", exact: true }).click();
  await expect(used).toHaveAccessibleDescription(/请写明参考数据/);
  await used.fill(words);
  await page.getByRole("button", { name: "核定", exact: true }).click();
  await expect(page.getByText("已核定").first()).toBeVisible();
}

/** Several at once, by their boxes in the list. */
export async function confirmInList(officer: Person, organisation: Organisation): Promise<void> {
  const page = await officer.at(`/assessments/${QUARTER}`);
  await page.getByRole("checkbox", { name: `选择 ${organisation.name}` }).check();
  await page.getByRole("button", { name: "核定所选" }).click();
  await expect(page.getByRole("row", { name: organisation.name })).toContainText("已核定");
}

export async function publishAll(officer: Person, count: number): Promise<void> {
  const page = await officer.at(`/assessments/${QUARTER}`);
  const label = `公布已核定的 ${count} 份`;
  await page.getByText(label, { exact: true }).first().click();
  await page.getByRole("button", { name: label }).click();
  await expect(page.getByText(label)).toHaveCount(0);
  await expect(page.locator("main .table").getByText("已公布").first()).toBeVisible();
}

export async function object(organisation: Organisation, line: string, words: string): Promise<void> {
  const page = await organisation.staff.open(`${organisation.path}/assessments/${QUARTER}`);
  await page.getByText("提出异议", { exact: true }).first().click();
  await page.getByLabel("指标", { exact: true }).selectOption({ label: line });
  await page.getByLabel("理由和佐证").fill(words);
  await page.getByRole("button", { name: "提出异议" }).click();
  await expect(page.getByText("待答复")).toBeVisible();
}

/** Upholds an objection with new points; `refused` where the officer has taken another part in the sheet. */
export async function uphold(officer: Person, path: string, code: string, points: string, why: string, refused = false): Promise<void> {
  const page = await officer.open(path);
  await page.getByText("答复异议", { exact: true }).first().click();
  const form = page.locator(`#decide-${code}-form`);
  await form.getByLabel("新分数").fill(points);
  await form.getByLabel("理由", { exact: true }).fill(why);
  await form.getByRole("button", { name: "成立，改分" }).click();
  if (refused) {
    await expect(form.getByLabel("理由", { exact: true })).toHaveAccessibleDescription(/不能再做这一步/);
  } else {
    await expect(page.locator("#objections")).toContainText(`答复 ${points}`);
  }
}

/** Seals what is due. */
export async function seal(officer: Person): Promise<void> {
  const page = await officer.at(`/assessments/${QUARTER}`);
  await page.getByText("锁定到期的评分表", { exact: true }).first().click();
  await page.getByRole("button", { name: "锁定到期的评分表" }).click();
  await expect(page.locator("main .table").getByText("已锁定").first()).toBeVisible();
}
