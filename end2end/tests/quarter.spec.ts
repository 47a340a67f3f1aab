// A quarter of a base that starts from nothing, lived through by its pages: targets, plans, thirteen weeks, a follow-up,
// and its assessment up to the seal; then every number opened into its records, and computed a second time.
import { expect, test } from "../support/fixtures";
import { QUARTER, WEEKS, due, lastWorkingDay, workingDay } from "../support/quarter/calendar";
import * as opened from "../support/quarter/opened";
import { BASE, type Person, SLUG, found, register } from "../support/quarter/people";
import * as plans from "../support/quarter/plans";
import * as second from "../support/quarter/second";
import * as services from "../support/quarter/services";
import * as sheets from "../support/quarter/sheets";
import * as targets from "../support/quarter/targets";
import * as weeks from "../support/quarter/weeks";

const ORGANISATIONS = {
  registered: {
    name: "株洲市清水塘为老服务中心",
    standing: "登记",
    kind: "社会服务机构",
    code: "52430200MJ68291Q2Q",
    admittedOn: "2025-08-01",
    staff: { called: "林晓燕", account: "linxiaoyan", password: "老人的事一件也不能拖" },
  },
  filed: {
    name: "清水塘街道邻里互助会",
    standing: "备案",
    kind: "社区社会组织",
    admittedOn: "2026-04-08",
    staff: { called: "胡子轩", account: "huzixuan", password: "社区里的事大家商量着办" },
  },
  // Six months after the last of October is the last of April.
  hatched: {
    name: "株洲市湘滨助学服务中心",
    standing: "登记",
    kind: "社会服务机构",
    code: "52430281MJ42084Q97",
    admittedOn: "2024-10-01",
    hatchedOn: "2025-10-31",
    staff: { called: "向晚晴", account: "xiangwanqing", password: "回访之后再把材料补齐" },
  },
} as const;

/** Points of the lines by judgement: what the subject gives itself, and what the operator or the bureau gives. */
const OWN = {
  registered: {
    党建入章与工作覆盖: "5", 年检年报与备案: "5", 制度: "4.5", 会议与决策记录: "4", 档案: "4.5", 骨干稳定: "5", 持证社工与志愿者: "3.5",
    账户与专账: "5", 收支报表: "6", 预算执行: "4", 服务质量: "6.5", 到位资金: "4", 来源多元: "2.5", 满意度: "4", 信息公开: "3",
  },
  filed: { 活动质量: "9", 骨干与志愿者队伍: "18", 章程公约: "5", 记录: "4.5", 收支公示: "4.5", 居民评价: "14" },
  base: {
    一社一策: "5", 督导: "5.5", 创投与督导评估: "2.5", 人才与治理创新: "2.5", 购买服务资金: "5", 托管合规: "5", 团队: "4.5", 安全与信息: "5", 满意度: "4.75",
  },
};
const GIVEN = {
  registered: {
    ...OWN.registered, 年检年报与备案: "4.75", 档案: "3.25", 骨干稳定: "4.6", 收支报表: "5.4", 服务质量: "6", 到位资金: "3.35", 满意度: "3.8",
  },
  // Of what the program computes, only with a reason.
  filed: { ...OWN.filed, 活动质量: "8.25", 居民评价: "12.4", 培训出勤: ["4.5", "一场迟到半场"] as [string, string] },
  base: { ...OWN.base, 督导: "4.85", 创投与督导评估: "2.2", 购买服务资金: "4.35", 满意度: "4.4" },
};

// A trace of a whole quarter takes longer than the quarter: the steps tell where it failed.
test.use({ trace: "off" });

test("a quarter from nothing to sealed sheets, opened and computed once more", async ({ browser, program }) => {
  test.setTimeout(300_000);
  const clock = (on: string, time: string) => program.setClock(`${on}T${time}:00+08:00`);
  const sheet = (subject: string) => `/b/${SLUG}/assessments/${QUARTER}/${subject}`;

  await clock("2026-03-23", "09:00");
  const people = await test.step("the base, its people and its first organisations", () => found(browser, program));
  const { manager, officers: [checker, scorer, decider], auditor } = people;
  const ours = await register(browser, program, manager, ORGANISATIONS.registered);
  const gone = await register(browser, program, manager, ORGANISATIONS.hatched);
  const base = { reports: `/b/${SLUG}/base-reports`, plans: `/b/${SLUG}/plans` };
  const planOf = (id: string) => `/b/${SLUG}/organisations/${id}/plans`;

  await test.step("the year's targets and April's plans", async () => {
    await clock("2026-03-24", "10:00");
    await targets.settle(manager, checker);
    await plans.submit(ours.staff, `${ours.path}/plans`, "2026-04", plans.REGISTERED["2026-04"]);
    await plans.submit(manager, base.plans, "2026-04", plans.ITSELF["2026-04"]);
    await plans.approve(manager, planOf(ours.id), "2026-04");
    await plans.approve(checker, base.plans, "2026-04");
  });

  await clock("2026-04-03", "15:00");
  // W14 is filed before the second organisation comes.
  await test.step("the first week, filed and accepted", async () => {
    await weeks.file(ours.staff, `${ours.path}/reports/2026-W14`, weeks.REGISTERED["2026-W14"]);
    const page = await manager.at("/reviews");
    await page.getByRole("link", { name: ours.name }).first().click();
    await page.getByRole("button", { name: "接受", exact: true }).click();
    await expect(page.getByRole("status").first()).toContainText("已接受");
    await clock("2026-04-07", "11:00");
    await weeks.file(manager, `${base.reports}/2026-W14`, weeks.ITSELF["2026-W14"]);
    const theirs = await checker.at("/base-reports");
    await theirs.getByRole("link", { name: "审阅" }).first().click();
    await theirs.getByRole("button", { name: "接受", exact: true }).click();
    await expect(theirs.getByRole("status").first()).toContainText("已接受");
  });

  await clock("2026-04-08", "09:00");
  const filed = await test.step("a filed organisation is admitted", () => register(browser, program, manager, ORGANISATIONS.filed));

  const requests: string[] = [];
  const instructions: string[] = [];
  const faults: string[] = [];
  /** What happens in a week before it is reported. */
  const before: Record<string, () => Promise<void>> = {
    "2026-W16": async () => {
      await clock("2026-04-14", "10:00");
      requests.push(await services.ask(ours, manager, "义诊要不要报备？"));
      await clock("2026-04-15", "09:00");
      const byCode = { browser, program, organisation: filed, person: "谭晓" };
      await targets.train(manager, "社区活动安全", "2026-04-15", [[ours, "赵一、钱二、孙三"], [filed, "李四、周五"]], byCode);
      await clock("2026-04-16", "10:00");
      await services.advise(manager, requests[0]);
    },
    "2026-W17": async () => {
      await clock("2026-04-21", "10:00");
      instructions.push(await services.instruct(checker, "清点消防器材", "2026-04-30"));
      instructions.push(await services.instruct(checker, "更新应急预案", "2026-05-15"));
      await plans.submit(ours.staff, `${ours.path}/plans`, "2026-05", plans.REGISTERED["2026-05"]);
      await plans.submit(filed.staff, `${filed.path}/plans`, "2026-05", plans.FILED["2026-05"]);
      await plans.submit(manager, base.plans, "2026-05", plans.ITSELF["2026-05"]);
      for (const { id } of [ours, filed]) await plans.approve(manager, planOf(id), "2026-05");
      await plans.approve(checker, base.plans, "2026-05");
    },
    "2026-W18": async () => {
      await clock("2026-04-28", "10:00");
      await services.visit(manager, gone, "2026-04-28");
      await services.answer(manager, checker, instructions[0]);
    },
    "2026-W20": async () => {
      await clock("2026-05-12", "10:00");
      requests.push(await services.ask(filed, manager, "换届要交哪些材料？"));
    },
    "2026-W21": async () => {
      await clock("2026-05-18", "14:00");
      await services.advise(manager, requests[1]);
      await services.answer(manager, checker, instructions[1]);
      await clock("2026-05-19", "10:00");
      const page = await ours.staff.open(faults[0].replace(`/b/${SLUG}`, ours.path));
      await services.repair(page, manager, faults[0]);
      await services.repair(await manager.open(faults[1]), checker, faults[1]);
      await clock("2026-05-20", "09:00");
      await targets.train(manager, "志愿者管理", "2026-05-20", [[filed, "李四、周五、吴六、郑七"]]);
      await targets.fund(manager, "10000", "8000");
      await targets.match(manager, ours);
    },
  };
  /** What happens once the base has reported a week. */
  const after: Record<string, () => Promise<void>> = {
    "2026-W18": async () => {
      for (const [author, path] of [[ours.staff, `${ours.path}/plans`], [manager, base.plans]] as const) {
        await plans.close(author, path, "2026-04");
      }
      faults.push(await services.findFault(manager, ours.name, "前台没有公示收费标准。", "2026-05-15"));
      faults.push(await services.findFault(checker, "孵化基地", "消防台账缺三月记录。", "2026-05-22"));
    },
    "2026-W21": async () => {
      await services.excuse(manager, ours, "2026-W22");
      await plans.submit(ours.staff, `${ours.path}/plans`, "2026-06", plans.REGISTERED["2026-06"]);
      await plans.submit(filed.staff, `${filed.path}/plans`, "2026-06", plans.FILED["2026-06"]);
      await plans.submit(manager, base.plans, "2026-06", plans.ITSELF["2026-06"]);
      for (const { id } of [ours, filed]) await plans.approve(manager, planOf(id), "2026-06");
      await plans.approve(checker, base.plans, "2026-06");
    },
    "2026-W22": async () => {
      await clock("2026-06-02", "09:30");
      for (const one of [ours, filed]) await plans.close(one.staff, `${one.path}/plans`, "2026-05");
      await plans.close(manager, base.plans, "2026-05");
    },
  };

  // The first weeks with progress, and the one without anything to report, by the page itself.
  const byPage = new Set<Person>();
  const report = async (author: Person, path: string, told: weeks.Told, nothing = false) => {
    if (byPage.has(author) && !nothing) return weeks.fileAgain(author, path, told);
    if (told.progress) byPage.add(author);
    return weeks.file(author, path, told, nothing);
  };
  for (const week of WEEKS.slice(1)) {
    await test.step(week, async () => {
      await before[week]?.();
      const [day, next] = [lastWorkingDay(week), workingDay(lastWorkingDay(week), 1)];
      const authors = [
        { one: ours, told: weeks.REGISTERED[week] },
        { one: filed, told: weeks.FILED[week] },
      ];
      const file = async (late: boolean) => {
        for (const { one, told } of authors) {
          if (!told || (told.late ?? false) !== late) continue;
          await report(one.staff, `${one.path}/reports/${week}`, told, told.held.length === 0);
        }
      };
      await clock(day, "15:00");
      await file(false);
      await clock(next, "10:30");
      await file(true);
      await clock(next, weeks.ITSELF[week].late ? "14:00" : "11:00");
      await report(manager, `${base.reports}/${week}`, weeks.ITSELF[week]);
      await after[week]?.();
    });
  }

  await test.step("the last month is closed, and the round opened", async () => {
    await clock("2026-07-02", "09:30");
    await plans.close(ours.staff, `${ours.path}/plans`, "2026-06", { 印制手册: "街道统一印制，不再另印。" });
    await plans.release(manager, planOf(ours.id), "2026-06");
    await plans.close(filed.staff, `${filed.path}/plans`, "2026-06");
    await plans.close(manager, base.plans, "2026-06");
    await sheets.open(checker);
  });

  await test.step("the organisations' sheets: own points, the operator's, the check, one sent back", async () => {
    await clock("2026-07-07", "10:00");
    for (const [one, points] of [[ours, OWN.registered], [filed, OWN.filed]] as const) {
      await sheets.scoreOneself(one.staff, `${one.path}/assessments/${QUARTER}`, points);
    }
    await clock("2026-07-09", "10:00");
    await sheets.score(manager, sheet(ours.id), GIVEN.registered);
    await sheets.score(manager, sheet(filed.id), GIVEN.filed);
    await clock("2026-07-13", "10:00");
    await sheets.sendBack(checker, sheet(ours.id), "服务质量", "照片与活动日期不符");
    await sheets.score(manager, sheet(ours.id), { 服务质量: "5.5" });
    await sheets.reward(checker, sheet(ours.id), "1.50", "获评市级优秀项目");
    await sheets.confirm(checker, sheet(ours.id), { 信息公开: ["2.5", "两项逾期公开"] });
    await sheets.confirmInList(checker, filed);
    await clock("2026-07-16", "10:00");
    await sheets.publishAll(scorer, 2);
  });

  await test.step("an objection, decided by a third officer", async () => {
    await clock("2026-07-17", "10:00");
    await sheets.object(ours, "项目运作 · 服务质量 (7.00)", "签到表在附件三");
    await sheets.uphold(checker, sheet(ours.id), "quality", "6", "附件三已核对", true);
    await sheets.uphold(decider, sheet(ours.id), "quality", "6.25", "附件三已核对");
  });

  await test.step("the base's sheet: own points, one officer's, another's word", async () => {
    await clock("2026-07-23", "10:00");
    await sheets.scoreOneself(manager, sheet("base"), OWN.base);
    const page = await scorer.open(sheet("base"));
    await expect(page.getByText("本季度到期回头看 1 次：按期 1，迟 0，未访 0")).toBeVisible();
    await expect(page.locator(".fact", { hasText: "回访结果" }).getByRole("link")).toHaveCount(1);
    await expect(page.getByRole("link", { name: /项年度目标中，\d+ 项达到本季度进度/ })).toBeVisible();
    await sheets.noteReference(scorer, sheet("base"), "回头看结果印证出壳质量，未另行计分。");
    await sheets.score(scorer, sheet("base"), GIVEN.base);
    await clock("2026-07-24", "10:00");
    await sheets.confirmBase(checker, sheet("base"), "回头看结果印证出壳质量，未另行计分。");
    await sheets.publishAll(checker, 1);
  });

  await test.step("the window is over, and everything is sealed", async () => {
    await clock("2026-08-03", "10:00");
    await sheets.seal(checker);
    const page = await auditor.at(`/assessments/${QUARTER}`);
    await expect(page.locator("main .table tbody tr").filter({ hasText: "已锁定" })).toHaveCount(3);
  });

  const printed = await second.printed(program);
  await test.step("a second computation comes to the same numbers", async () => {
    for (const week of printed.weeks.filter(({ week, due }) => WEEKS.includes(week) && due !== null)) {
      expect(second.instantOf(week.due), `${week.subject} ${week.week}`).toBe(second.instantOf(due(week.week, week.kind === "base")));
    }
    for (const [index, one] of printed.sheets.entries()) {
      const path = sheet(one.name === BASE ? "base" : one.name === ours.name ? ours.id : filed.id);
      const computed = second.compute(printed, one, BASE);
      const shown = Object.fromEntries(one.lines.map((line) => [line.code, line.applies ? second.hundredths(line.points ?? "") : "none"]));
      expect(computed.points, one.name).toEqual(shown);
      for (const { code, working } of one.lines) {
        const count = second.counted(printed, one.name, code);
        if (count) expect(working, `${one.name} ${code}`).toContain(`${count.part} ÷ ${count.whole} × `);
      }
      expect(await opened.lateRepairs(auditor, one.name), one.name).toBe(computed.late);
      expect(second.text(computed.total), one.name).toBe(one.total);
      expect([computed.band, second.text(computed.deductions)], one.name).toEqual([one.band, one.deductions]);
      expect(computed.of === 100_00 ? null : second.text(computed.of), one.name).toBe(one.rescaled_from);
      const listed = printed.listed.find(({ name }) => name === one.name);
      expect([listed?.total, listed?.band, listed?.state]).toEqual([one.total, one.band, "sealed"]);
      await opened.says(auditor, path, computed, one);
      const { text, said } = printed.sealed[index];
      expect(said.sheet).toEqual(one);
      await expect(auditor.page.locator("code.seal")).toHaveText(second.seal(text));
    }
  });

  await test.step("every number opens into its records", async () => {
    for (const one of [ours, filed]) await opened.ofOrganisation(auditor, sheet(one.id), one, printed);
    await opened.ofOurs(ours);
    await opened.ofBase(auditor, sheet("base"), printed);
    for (const name of ["入壳", "能力培训场次", "培训人次", "项目对接", "政策咨询"]) {
      const page = await auditor.at("/targets?year=2026");
      await page.getByRole("link", { name, exact: true }).click();
      await page.waitForURL(/\/targets\/\w+/);
      await opened.target(page, auditor.here().split("/").pop() ?? "", printed);
    }
  });
});
