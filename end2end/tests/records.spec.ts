// The records that targets count: a training is planned, signed in to on the spot, put right and held; a visit, a match
// and a pledge are entered, carried on and struck out.
import type { Page } from "@playwright/test";
import { author, expect, test, who } from "../support/demo";
import { type SignIn, signIn } from "../support/people";
import { photo } from "../support/photo";

interface Shown {
  code: string;
  total: number | null;
}

/** Whoever sat here before has gone. */
async function as(page: Page, person: SignIn, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person, path);
}

test("a training is planned, signed in to without an account, put right, and counts once it is held @plain", async ({ page, demo, program }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const [organisation] = staff.organisations;
  const total = async (code: string) => {
    const shown = await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2026");
    return shown.find((one) => one.code === code)?.total ?? 0;
  };
  const before = { sessions: await total("trainings"), attendances: await total("training_attendances") };

  await as(page, manager, `${manager.path}/trainings/new`);
  await page.getByLabel("主题", { exact: true }).fill("社区活动安全演练");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("讲师", { exact: true })).toHaveAccessibleDescription(/请填写/);
  await expect(page.getByLabel("主题", { exact: true })).toHaveValue("社区活动安全演练");
  await page.getByLabel("类别", { exact: true }).selectOption({ label: "项目管理" });
  await page.getByLabel("讲师", { exact: true }).fill("刘静");
  await page.getByLabel("地点", { exact: true }).fill("基地三楼");
  await page.getByLabel("日期", { exact: true }).fill("2026-04-09");
  await page.getByLabel("开始时间").fill("下午");
  await page.getByLabel("学时（小时）").fill("1.5");
  await page.getByLabel("基地外的机构").fill("街道社工站");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("开始时间")).toHaveAccessibleDescription(/看不懂这个时间/);
  await page.getByLabel("开始时间").fill("14:30");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("heading", { name: "社区活动安全演练" })).toBeVisible();
  const session = new URL(page.url()).pathname;

  // Its day is today: the first screens of operator and organisation lead to it.
  await page.goto(manager.path);
  await expect(page.getByRole("link", { name: /社区活动安全演练.*今天/ })).toHaveAttribute("href", session);
  await as(page, staff, staff.path);
  await page.getByRole("link", { name: /社区活动安全演练/ }).click();
  await expect(page.getByRole("row", { name: /社区活动安全演练/ })).toContainText("尚未举办");

  await as(page, manager, session);
  await page.getByRole("link", { name: "签到二维码" }).click();
  await expect(page.getByRole("img", { name: "签到链接的二维码" })).toBeVisible();
  const link = new URL(await page.getByLabel("签到链接", { exact: true }).inputValue()).pathname;

  // Whoever holds the link, without an account.
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "签到", exact: true }).click();
  await expect(page.getByLabel("您的姓名")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("您来自哪个机构").selectOption({ label: organisation });
  await page.getByLabel("您的姓名").fill("谭 晓");
  await page.getByLabel("手机后四位").fill("12");
  await page.getByRole("button", { name: "签到", exact: true }).click();
  await expect(page.getByLabel("手机后四位")).toHaveAccessibleDescription(/后四位/);
  await page.getByLabel("手机后四位").fill("0123");
  await page.getByRole("button", { name: "签到", exact: true }).click();
  await expect(page.getByText("签到成功。")).toBeVisible();
  await page.getByRole("link", { name: "再签一位" }).click();
  await page.getByLabel("您来自哪个机构").selectOption({ label: organisation });
  await page.getByLabel("您的姓名").fill("谭晓");
  await page.getByRole("button", { name: "签到", exact: true }).click();
  await expect(page.getByText("您已经签过到了，不用再签。")).toBeVisible();

  await as(page, manager, session);
  const came = page.locator("#came");
  await expect(came.getByRole("row", { name: new RegExp(organisation) })).toContainText("谭晓");
  await page.getByLabel("机构", { exact: true }).selectOption({ label: "街道社工站" });
  await page.getByLabel("姓名", { exact: true }).fill("钱七、孙八\n钱七");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(came.getByRole("row", { name: /街道社工站/ })).toContainText("钱七、孙八");
  await page.getByText("划去一人", { exact: true }).click();
  await page.getByLabel("签到记录").selectOption({ label: "孙八 · 街道社工站" });
  await page.getByRole("button", { name: "划去", exact: true }).click();
  await expect(page.locator("#strike-reason")).toHaveAccessibleDescription(/请填写/);
  await page.locator("#strike-reason").fill("代签");
  await page.getByRole("button", { name: "划去", exact: true }).click();
  await expect(page.locator("#corrections")).toContainText("划去 孙八（街道社工站）");
  await expect(came.getByRole("row", { name: /街道社工站/ })).not.toContainText("孙八");

  expect(await total("trainings")).toBe(before.sessions);
  await page.getByText("确认已举办", { exact: true }).first().click();
  await page.getByRole("button", { name: "确认已举办" }).click();
  await expect(page.getByText("已举办").first()).toBeVisible();
  await page.locator("#kept-file").setInputFiles(photo());
  await page.getByRole("button", { name: "添加文件" }).click();
  await expect(page.locator("#files").getByRole("link", { name: /活动现场/ })).toBeVisible();
  expect(await total("trainings")).toBe(before.sessions + 1);
  expect(await total("training_attendances")).toBe(before.attendances + 2);

  // The number opens into its records.
  await page.goto(`${manager.path}/targets/trainings`);
  await page.getByRole("link", { name: "社区活动安全演练" }).click();
  await expect(page).toHaveURL((url) => url.pathname === session);

  await as(page, staff, `${staff.path}/records`);
  await expect(page.getByRole("row", { name: /社区活动安全演练/ })).toContainText("谭晓");

  // After the day the link opens nothing, and the list is put right only with a reason.
  await program.setClock("2026-04-10T09:00:00+08:00");
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText(/培训当天已过/)).toBeVisible();
  await expect(page.getByRole("button", { name: "签到", exact: true })).toHaveCount(0);
  await as(page, manager, session);
  await page.getByLabel("机构", { exact: true }).selectOption({ label: "街道社工站" });
  await page.getByLabel("姓名", { exact: true }).fill("周九");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.locator("#enter-reason")).toHaveAccessibleDescription(/请填写/);
  await page.locator("#enter-reason").fill("纸质签到表补录");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.locator("#corrections")).toContainText("纸质签到表补录");
});

test("a visit is entered, put right and struck out with a reason @plain", async ({ page, demo }) => {
  const [manager, staff] = [who(demo, "manager"), author(demo)];
  const [organisation] = staff.organisations;
  await as(page, manager, `${manager.path}/trainings`);
  await page.getByRole("link", { name: "指导督导", exact: true }).click();
  await page.getByRole("link", { name: "登记督导" }).click();
  await page.getByLabel("机构", { exact: true }).selectOption({ label: organisation });
  await page.getByLabel("上门", { exact: true }).check();
  await page.getByLabel("看了什么").fill("固定资产台账");
  await page.getByLabel("完成期限").fill("2026-04-20");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("商定事项")).toHaveAccessibleDescription(/请填写/);
  await expect(page.getByLabel("下一步", { exact: true })).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("商定事项").fill("补登两台电脑");
  await page.getByLabel("下一步", { exact: true }).fill("交更新后的台账");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("row", { name: /补登两台电脑/ }).getByRole("link").click();
  await page.getByLabel("商定事项").fill("补登三台电脑");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("商定事项")).toHaveValue("补登三台电脑");
  const visit = new URL(page.url()).pathname;

  await as(page, staff, `${staff.path}/records`);
  await expect(page.getByText("补登三台电脑")).toBeVisible();
  await as(page, manager, visit);
  await page.getByText("作废", { exact: true }).first().click();
  await page.getByLabel("原因", { exact: true }).fill("记错机构");
  await page.getByRole("button", { name: "作废", exact: true }).click();
  await expect(page.getByText("记错机构")).toBeVisible();
  await expect(page.getByRole("button", { name: "保存", exact: true })).toHaveCount(0);
  await as(page, staff, `${staff.path}/records`);
  await expect(page.getByText("补登三台电脑")).toHaveCount(0);
});

test("money is pledged and received apart, and a match that falls through says why @plain", async ({ page, demo, program }) => {
  const manager = who(demo, "manager");
  const total = async (code: string) => {
    const shown = await program.ask<Shown[]>("target", "show", "--base", demo.slug, "--year", "2026");
    return shown.find((one) => one.code === code)?.total ?? 0;
  };
  const before = { pledged: await total("funds_pledged"), received: await total("funds_received"), matched: await total("matched_projects") };
  await as(page, manager, `${manager.path}/funds/new`);
  await page.getByLabel("出资方", { exact: true }).fill("湘江公益基金会");
  await page.getByLabel("承诺金额（元）").fill("1.2万");
  await page.getByLabel("佐证", { exact: true }).fill("资助函 9 号");
  await page.getByLabel("佐证附件").setInputFiles({ ...photo(), name: "资助函.png" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("还没有到位")).toBeVisible();
  await expect(page.getByRole("link", { name: /资助函\.png/ })).toBeVisible();
  await page.getByLabel("到位金额（元）").fill("0");
  await page.locator("#receive-evidence").fill("凭证 1 号");
  await page.getByRole("button", { name: "登记到位" }).click();
  await expect(page.getByLabel("到位金额（元）")).toHaveAccessibleDescription(/要大于 0/);
  await page.getByLabel("到位金额（元）").fill("5000.50");
  await page.locator("#receive-file").setInputFiles(photo(320, 240));
  await page.getByRole("button", { name: "登记到位" }).click();
  await expect(page.locator("#payments")).toContainText("5,000.50 元");
  await expect(page.locator("#payments").getByRole("link", { name: /活动现场/ })).toBeVisible();
  expect(await total("funds_pledged")).toBe(before.pledged + 1_200_000);
  expect(await total("funds_received")).toBe(before.received + 500_050);

  await page.goto(`${manager.path}/projects/new`);
  await page.getByLabel("机构", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("项目名称").fill("邻里共享厨房");
  await page.getByLabel("合作方", { exact: true }).fill("月塘街道");
  await page.getByLabel("金额（元）", { exact: true }).fill("0");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  expect(await total("matched_projects")).toBe(before.matched + 1);
  await page.getByRole("link", { name: "邻里共享厨房" }).click();
  await page.getByLabel("未成", { exact: true }).check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("说明", { exact: true })).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("说明", { exact: true }).fill("场地没有谈下来");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("说明", { exact: true })).toHaveValue("场地没有谈下来");
  expect(await total("matched_projects")).toBe(before.matched);
});
