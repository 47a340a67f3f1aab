// Three months of plans: written, approved, closed.
import { type Page, expect } from "@playwright/test";
import type { Person } from "./people";

interface Item {
  what: string;
  quantity: number;
  unit: string;
  recurring?: true;
  /** What it is called as an annual target. */
  serves?: string;
}

/** By month; what recurs or is carried over is offered by the form itself. */
type Plans = Record<string, Item[]>;

export const REGISTERED: Plans = {
  "2026-04": [
    { what: "社区义诊", quantity: 4, unit: "场" },
    { what: "服务居民", quantity: 120, unit: "人次" },
    { what: "理事会例会", quantity: 1, unit: "次", recurring: true },
  ],
  "2026-05": [{ what: "助老探访", quantity: 3, unit: "场" }],
  "2026-06": [
    { what: "暑期课堂", quantity: 2, unit: "场" },
    { what: "六月服务", quantity: 130, unit: "人次" },
    { what: "印制手册", quantity: 200, unit: "册" },
  ],
};

export const FILED: Plans = {
  "2026-05": [
    { what: "邻里茶话会", quantity: 4, unit: "场", recurring: true },
    { what: "五月服务", quantity: 60, unit: "人次" },
  ],
  "2026-06": [{ what: "六月服务", quantity: 120, unit: "人次" }],
};

export const ITSELF: Plans = {
  "2026-04": [
    { what: "骨干培训", quantity: 1, unit: "场", serves: "能力培训场次" },
    { what: "入户督导", quantity: 6, unit: "次", serves: "孵化指导与督导" },
  ],
  "2026-05": [
    { what: "骨干培训", quantity: 1, unit: "场", serves: "能力培训场次" },
    { what: "走访社区", quantity: 4, unit: "个" },
  ],
  "2026-06": [
    { what: "走访社区", quantity: 4, unit: "个" },
    { what: "半年小结", quantity: 1, unit: "份" },
  ],
};

/** Writes a month's plan and submits it. */
export async function submit(author: Person, path: string, month: string, items: Item[]): Promise<void> {
  const page = await author.open(`${path}/${month}`);
  for (const item of items) await add(page, month, item);
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText(/等(运营方|民政局)审批/)).toBeVisible();
}

async function add(page: Page, month: string, item: Item): Promise<void> {
  const rows = page.locator("#items > fieldset[data-row]");
  if ((await rows.last().getByLabel("事项", { exact: true }).inputValue()) !== "") {
    const before = await rows.count();
    await page.getByRole("button", { name: "加一项" }).click();
    await expect(rows).toHaveCount(before + 1);
  }
  const row = rows.last();
  await row.getByLabel("事项", { exact: true }).fill(item.what);
  await row.getByLabel("数量", { exact: true }).fill(`${item.quantity}`);
  await row.getByLabel("单位", { exact: true }).fill(item.unit);
  await row.getByLabel("责任人", { exact: true }).fill("林晓燕");
  await row.getByLabel("完成日期", { exact: true }).fill(`${month}-20`);
  if (item.recurring) await row.getByLabel(/^每月都做/).check();
  if (item.serves) await row.getByLabel("服务于年度目标").selectOption({ label: item.serves });
}

export async function approve(approver: Person, path: string, month: string): Promise<void> {
  const page = await approver.open(`${path}/${month}`);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("已批准").first()).toBeVisible();
}

/** Closes a month as its weekly reports told it; what is unfinished is carried over, or dropped with a reason. */
export async function close(author: Person, path: string, month: string, dropped: Record<string, string> = {}): Promise<void> {
  const page = await author.open(`${path}/${month}`);
  for (const [what, why] of Object.entries(dropped)) {
    const row = page.getByRole("group", { name: what });
    await row.getByLabel("撤销", { exact: true }).check();
    await row.getByLabel("说明").fill(why);
  }
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("已办结").first()).toBeVisible();
}

/** Agrees that an item is dropped, so that it counts no more. */
export async function release(approver: Person, path: string, month: string): Promise<void> {
  const page = await approver.open(`${path}/${month}`);
  await page.getByRole("button", { name: "同意撤销" }).click();
  await expect(page.getByText("撤销已同意").first()).toBeVisible();
}
