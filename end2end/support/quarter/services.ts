// What is asked for, given to do, found faulty, excused and visited in the quarter.
import { type Page, expect } from "@playwright/test";
import type { Organisation, Person } from "./people";

/** An organisation asks for advice, and the operator accepts; gives the request's page. */
export async function ask(organisation: Organisation, manager: Person, words: string): Promise<string> {
  const page = await organisation.staff.open(`${organisation.path}/services/new`);
  await page.getByLabel("政策咨询", { exact: true }).check();
  await page.getByLabel("什么事").fill(words);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("待受理").first()).toBeVisible();
  const theirs = await manager.at("/services");
  await theirs.getByRole("link", { name: words }).click();
  await theirs.getByLabel("责任人").fill("周敏");
  await theirs.getByRole("button", { name: "受理", exact: true }).click();
  await expect(theirs.getByText("办理中").first()).toBeVisible();
  return manager.here();
}

export async function advise(manager: Person, request: string): Promise<void> {
  const page = await manager.open(request);
  await page.getByLabel("办理结果").fill("已答复，附办事指南。");
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("待评价").first()).toBeVisible();
}

/** The bureau gives the base something to do; gives its page. */
export async function instruct(officer: Person, what: string, dueOn: string): Promise<string> {
  const page = await officer.at("/instructions/new");
  await page.getByLabel("事项", { exact: true }).fill(what);
  await page.getByLabel("责任人", { exact: true }).fill("周敏");
  await page.getByLabel("办结期限").fill(dueOn);
  await page.getByRole("button", { name: "交办", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: what })).toBeVisible();
  return officer.here();
}

export async function answer(manager: Person, officer: Person, instruction: string): Promise<void> {
  const page = await manager.open(instruction);
  await page.getByLabel("办理情况").fill("已办完，清单见附件。");
  await page.getByRole("button", { name: "答复民政局" }).click();
  await expect(page.getByText("待民政局确认").first()).toBeVisible();
  const theirs = await officer.open(instruction);
  await theirs.getByText("办结", { exact: true }).first().click();
  await theirs.getByRole("button", { name: "办结", exact: true }).click();
  await expect(theirs.getByText("已办结").first()).toBeVisible();
}

/** A fault is found, of an organisation or of the base itself; gives its page below the base. */
export async function findFault(finder: Person, whose: string, words: string, dueOn: string): Promise<string> {
  const page = await finder.at("/rectifications/new");
  await page.getByLabel("整改对象").selectOption({ label: whose });
  await page.getByLabel("来源").selectOption("visit");
  await page.getByLabel("问题", { exact: true }).fill(words);
  await page.getByLabel("责任人").fill("林静");
  await page.getByLabel("整改期限").fill(dueOn);
  await page.getByRole("button", { name: "提出", exact: true }).click();
  await expect(page.getByText("整改中").first()).toBeVisible();
  return finder.here();
}

/** It is repaired by whose it is, and closed by whoever found it. */
export async function repair(page: Page, finder: Person, fault: string): Promise<void> {
  await page.getByLabel("整改情况", { exact: true }).fill("已改完，照片一张。");
  await page.getByRole("button", { name: "已改完，报告" }).click();
  await expect(page.getByText("待销号").first()).toBeVisible();
  const theirs = await finder.open(fault);
  await theirs.getByText("销号", { exact: true }).first().click();
  await theirs.getByRole("button", { name: "销号", exact: true }).click();
  await expect(theirs.getByText("已销号").first()).toBeVisible();
}

/** A week is excused, with a reason. */
export async function excuse(manager: Person, organisation: Organisation, week: string): Promise<void> {
  const page = await manager.at(`/exceptions/new?organisation=${organisation.id}&from=${week}&to=${week}`);
  await page.getByLabel("免报", { exact: true }).check();
  await page.getByLabel("理由", { exact: true }).fill("全员参加省级培训。");
  await page.getByRole("button", { name: "记录" }).click();
  await expect(page.getByText("已记录 1 项。")).toBeVisible();
}

/** The visit that is due is made by two, and confirmed by the organisation. */
export async function visit(manager: Person, hatched: Organisation, on: string): Promise<void> {
  const page = await manager.at("/follow-ups");
  const row = page.getByRole("row", { name: hatched.name });
  await expect(row).toContainText("待回访");
  await row.getByRole("link", { name: "出壳 6 个月" }).click();
  const form = page.locator("#visit-form");
  await form.getByLabel("回访日期", { exact: true }).fill(on);
  await form.getByLabel("回访方式", { exact: true }).selectOption({ label: "实地走访" });
  await form.getByLabel("回访人", { exact: true }).fill("周敏");
  await form.getByLabel(/^第二位回访人/).fill("何清");
  await form.getByLabel("结果", { exact: true }).selectOption({ label: "良好" });
  await form.getByLabel("主要情况", { exact: true }).fill("续签了两个项目，团队稳定。");
  await form.getByLabel("近半年活动", { exact: false }).fill("每周三场社区活动。");
  await page.getByRole("button", { name: "提交回访" }).click();
  await expect(page.getByText("按期完成").first()).toBeVisible();
  const theirs = await hatched.staff.open("/");
  await theirs.getByRole("link", { name: /1 份回访记录待确认/ }).click();
  await theirs.getByRole("button", { name: "确认无误" }).click();
  await expect(theirs.getByRole("status").first()).toContainText("已确认");
  await manager.at("/follow-ups");
  await expect(row).toHaveCount(0);
}
