// Scorecards by the pages: the next version written, checked and published with a reason; in and out as files.
import type { Page } from "@playwright/test";
import { expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";

interface Card {
  kind: string;
  name: string;
  bonus_cap: string;
  sections: { indicators: { code: string; max: string }[] }[];
}

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("the bureau writes the next version, is told what does not add up, and publishes it @plain", async ({ page, demo }) => {
  const [manager, officer, auditor] = [who(demo, "manager"), who(demo, "bureau"), who(demo, "auditor")];
  await as(page, officer, `${officer.path}/scorecards`);
  await expect(page.getByRole("row", { name: /^机构（登记、拟登记）/ })).toContainText("改过");
  await page.getByRole("link", { name: "备案社区社会组织" }).click();
  await expect(page.getByText("系统自带的评分表，数字是按中等规模城市的假设")).toBeVisible();
  await page.getByRole("button", { name: "修改评分表" }).click();
  await expect(page.getByRole("heading", { name: "修改为第 2 版" })).toBeVisible();

  const row = (number: number) => page.locator(`#indicator-0-${number}`);
  await row(0).getByLabel("满分").fill("14");
  await row(2).getByLabel("满分").fill("很多");
  await page.getByRole("button", { name: "检查并去发布" }).click();
  await expect(row(2).getByLabel("满分")).toHaveAccessibleDescription(/请填分数，最多两位小数/);
  await expect(row(2).getByLabel("满分")).toHaveValue("很多");
  await row(2).getByLabel("满分").fill("5");
  await page.getByRole("button", { name: "检查并去发布" }).click();
  await expect(page.locator(".problems")).toContainText("各项满分加起来是 94.00，要等于 100.00。");

  await page.locator("#section-0").getByRole("button", { name: "增加一项指标" }).click();
  await expect(row(3)).toBeVisible();
  await row(3).getByLabel("指标名称").fill("社区联动");
  await row(3).getByLabel("满分").fill("6");
  await row(3).getByLabel("佐证材料").fill("联动协议、活动照片");
  await page.getByRole("button", { name: "检查并去发布" }).click();
  const draft = page.locator("#draft");
  await expect(draft).toContainText("月计划完成率：满分 15.00 → 14.00");
  await expect(draft).toContainText("活动质量：满分 10.00 → 5.00");
  await expect(draft).toContainText("新增：社区联动 6.00 分");

  // Until it is published, the version before stands, and whoever reads the base's records sees what is coming.
  await as(page, manager, `${manager.path}/scorecards/community`);
  await expect(page.getByText("第 1 版 · 现行").first()).toBeVisible();
  await expect(draft).toContainText("新增：社区联动 6.00 分");
  await expect(page.getByRole("link", { name: "继续修改" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "发布", exact: true })).toHaveCount(0);

  await as(page, officer, `${officer.path}/scorecards/community`);
  await draft.getByText("发布", { exact: true }).first().click();
  await draft.getByRole("button", { name: "发布", exact: true }).click();
  await expect(draft.getByLabel("修改理由")).toHaveAccessibleDescription(/请写明理由/);
  await draft.getByLabel("修改理由").fill("社区工作处要求体现联动。");
  await draft.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("第 2 版 · 现行").first()).toBeVisible();
  const newest = page.locator("#versions li").first();
  await expect(newest).toContainText("社区工作处要求体现联动。");
  await expect(newest).toContainText("新增：社区联动 6.00 分");
  await expect(page.getByRole("row", { name: /^社区联动/ })).toContainText("人工评分");

  await as(page, auditor, `${auditor.path}/scorecards/community`);
  await page.locator("#versions").getByRole("link", { name: "第 1 版" }).click();
  await expect(page.getByText("这是以前的版本，只供查阅。")).toBeVisible();
  await expect(page.getByRole("row", { name: /^月计划完成率/ })).toContainText("15.00");
  await expect(page.getByRole("row", { name: /^社区联动/ })).toHaveCount(0);
});

test("a card goes out as JSON and as Excel, and comes back as a draft @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  const cards = `${officer.path}/scorecards`;
  const upload = async (name: string, buffer: Buffer) => {
    const file = page.getByLabel("文件", { exact: true });
    if (!(await file.isVisible())) await page.getByText("从文件读入", { exact: true }).click();
    await file.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "读入为草稿" }).click();
  };
  await as(page, officer, `${cards}/community`);
  const json = await page.request.get(`${cards}/base/card.json`);
  expect(json.headers()["content-disposition"]).toContain("attachment");
  const card: Card = await json.json();
  const sum = card.sections.flatMap(({ indicators }) => indicators).reduce((all, { max }) => all + Number(max), 0);
  expect([card.kind, sum]).toEqual(["base", 100]);
  card.name = "基地季度评分表（2026 年修订）";
  card.bonus_cap = "3.00";
  const changed = Buffer.from(JSON.stringify(card, null, 2));

  await upload("card.json", changed);
  await expect(page.getByLabel("文件", { exact: true })).toHaveAccessibleDescription(/这个文件是“孵化基地”的评分表/);
  await page.goto(`${cards}/base`);
  await upload("card.json", Buffer.from('{\n  "kind": "base",\n  "name": 5\n}\n'));
  await expect(page.getByLabel("文件", { exact: true })).toHaveAccessibleDescription(/JSON 文件第 3 行/);
  await upload("card.json", changed);
  const draft = page.locator("#draft");
  await expect(draft).toContainText("名称：孵化基地季度评分表 → 基地季度评分表（2026 年修订）");
  await expect(draft).toContainText("加分、扣分、一票否决或等次有改动");

  // What is in force, as a workbook, says what is in force.
  const excel = await (await page.request.get(`${cards}/base/card.xlsx`)).body();
  expect(excel.subarray(0, 2).toString()).toBe("PK");
  await upload("评分表.xlsx", excel);
  await expect(draft).toContainText("草稿和现行版本一样，没有可发布的改动。");
  await draft.getByText("放弃草稿", { exact: true }).first().click();
  await draft.getByRole("button", { name: "放弃草稿" }).click();
  await expect(page.getByRole("button", { name: "修改评分表" })).toBeVisible();
  await expect(page.getByText("第 1 版 · 现行").first()).toBeVisible();
});

test("of two who write at once, the second is told and loses nothing @plain", async ({ page, demo }) => {
  const officer = who(demo, "bureau");
  await as(page, officer, `${officer.path}/scorecards/organisation/edit`);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel("名称", { exact: true }).fill("社会组织季度评分表（试行）");
  await page.getByRole("button", { name: "存草稿", exact: true }).click();
  await expect(page.getByText("已保存").first()).toBeVisible();

  await other.getByLabel("加分上限").fill("4");
  await other.getByRole("button", { name: "存草稿", exact: true }).click();
  await expect(other.getByText(/你填写时，.+ 存过更新的内容/)).toBeVisible();
  await expect(other.getByLabel("加分上限")).toHaveValue("4");
  await page.reload();
  await expect(page.getByLabel("加分上限")).toHaveValue("5.00");
  await other.getByRole("button", { name: "存草稿", exact: true }).click();
  await expect(other.getByText("已保存").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("加分上限")).toHaveValue("4");
});

test("the admin, who scores nothing, keeps the cards of a base", async ({ page, demo }) => {
  const [admin, manager] = [who(demo, "admin"), who(demo, "manager")];
  await as(page, admin, "/admin/bases");
  await page.getByRole("row", { name: new RegExp(demo.slug) }).getByRole("link", { name: "查看和修改" }).click();
  await page.getByRole("link", { name: "备案社区社会组织" }).click();
  await page.getByRole("button", { name: "修改评分表" }).click();
  await page.getByLabel("加分上限").fill("3");
  await page.getByRole("button", { name: "检查并去发布" }).click();
  const draft = page.locator("#draft");
  await draft.getByText("发布", { exact: true }).first().click();
  await draft.getByLabel("修改理由").fill("加分按全市办法封顶。");
  await draft.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("第 2 版 · 现行").first()).toBeVisible();
  await expect(page.locator("#versions li").first()).toContainText("加分按全市办法封顶。");

  // Of the base's records the admin reads nothing.
  expect((await page.goto(`${manager.path}/assessments`))?.status()).toBe(403);
  await as(page, manager, `${manager.path}/scorecards/community`);
  await expect(page.getByText("第 2 版 · 现行").first()).toBeVisible();
});
