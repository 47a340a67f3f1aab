// A second computation of a quarter's sheets, out of what the command line prints and by the domain's text alone:
// rates are exact fractions, and points are rounded half up once for each line.
import { createHash } from "node:crypto";
import type { Program } from "../program";
import * as calendar from "./calendar";
import { SLUG } from "./people";
import * as records from "./records";

interface Week {
  subject: string;
  kind: "base" | "organisation";
  week: string;
  expectation: string;
  due: string | null;
  filed: string | null;
  activities: { on: string; attendances: number }[];
}

interface Item {
  subject: string;
  month: string;
  state: string;
  quantity: number;
  unit: string;
  told: number;
  done: number | null;
  counts: boolean;
}

interface Target {
  code: string;
  split: number[];
  actual: (number | null)[];
}

interface Visit {
  hatched_on: string;
  age: number | null;
  until: string;
  visited_on: string | null;
}

export interface Line {
  indicator: string;
  code: string;
  kind: "rule" | "judgement";
  max: string;
  self: string | null;
  operator: string | null;
  bureau: string | null;
  upheld?: string;
  points: string | null;
  applies: boolean;
  inputs: Record<string, number | string> | null;
  /** The formula with its numbers, such as `11 ÷ 13 × 5.00 = 4.23`. */
  working: string;
}

export interface Sheet {
  subject: string;
  name: string;
  state: string;
  lines: Line[];
  bonus: string;
  deductions: string;
  rescaled_from: string | null;
  total: string | null;
  band: string | null;
}

/** A sealed sheet: what was sealed, and who did what with it. */
export interface Sealed {
  sheet: Sheet;
  history: { at: string; step: string; by: string; words: string }[];
}

/** What the commands print of the quarter. */
export interface Printed extends records.Records {
  weeks: Week[];
  items: Item[];
  targets: Target[];
  visits: Visit[];
  listed: { name: string; state: string; total: string | null; band: string | null }[];
  sheets: Sheet[];
  sealed: { text: string; said: Sealed }[];
}

export async function printed(program: Program): Promise<Printed> {
  const ask = <Answer>(...words: string[]) => program.ask<Answer>(...words, "--base", SLUG);
  const { QUARTER } = calendar;
  const listed = await ask<Printed["listed"]>("assessment", "list", "--quarter", QUARTER);
  const sheets: Sheet[] = [];
  const sealed: Printed["sealed"] = [];
  for (const { name } of listed) {
    const of = ["--quarter", QUARTER, "--subject", name];
    sheets.push(await ask<Sheet>("assessment", "show", ...of));
    const text = (await program.command("assessment", "show", "--base", SLUG, ...of, "--sealed")).replace(/\n$/, "");
    sealed.push({ text, said: JSON.parse(text) });
  }
  return {
    // An activity counts by its own day: the week before and the week after may tell of the quarter's.
    weeks: await ask<Week[]>("report", "list", "--from", "2026-W13", "--to", "2026-W27"),
    items: await ask<Item[]>("plan", "list", "--from", calendar.MONTHS[0], "--to", calendar.MONTHS[2]),
    targets: await ask<Target[]>("target", "show", "--year", "2026"),
    visits: await ask<Visit[]>("follow-up", "list", "--quarter", QUARTER, "--on", calendar.LAST_DAY),
    ...(await records.read(ask)),
    listed,
    sheets,
    sealed,
  };
}

export const seal = (text: string) => createHash("sha256").update(text).digest("hex");

/** A fraction of whole numbers. */
class Share {
  constructor(
    readonly of: bigint,
    readonly by: bigint,
  ) {}

  static of(part: number, whole: number): Share {
    return new Share(BigInt(part), BigInt(whole));
  }

  plus(other: Share): Share {
    return new Share(this.of * other.by + other.of * this.by, this.by * other.by);
  }

  /** The mean of some; none of none. */
  static mean(all: Share[]): Share | undefined {
    if (all.length === 0) return undefined;
    const sum = all.reduce((one, other) => one.plus(other));
    return new Share(sum.of, sum.by * BigInt(all.length));
  }

  /** Of so many hundredths, rounded half up. */
  part(hundredths: number): number {
    return Number((2n * BigInt(hundredths) * this.of + this.by) / (2n * this.by));
  }
}

export const hundredths = (points: string) => Math.round(Number(points) * 100);

/** 100 % of the plan is all of it, 80 % two thirds, 60 % one third, less nothing. */
function tier(actual: number, planned: number): Share {
  const thirds = [100, 80, 60].findIndex((percent) => 100 * actual >= percent * planned);
  return Share.of(thirds < 0 ? 0 : 3 - thirds, 3);
}

const lower = (shares: Share[]) => shares.reduce((one, other) => (one.of * other.by <= other.of * one.by ? one : other));

/** What a rule comes to; "none" where nothing was due, so that the line does not apply. */
type Found = Share | "none";

const rate = (part: number, whole: number): Found => (whole === 0 ? "none" : Share.of(part, whole));

/** Weeks on time count one, late ones that were filed before the cut-off a half. */
function weeklyOnTime(printed: Printed, subject: string): Found {
  const asked = weeksOf(printed, subject).filter(({ expectation }) => expectation === "expected");
  const ofBase = asked.some(({ kind }) => kind === "base");
  const cutOff = calendar.cutOff(ofBase);
  const halves = asked.map(({ week, filed }) => {
    if (filed === null) return 0;
    if (calendar.instant(filed) <= calendar.instant(calendar.due(week, ofBase))) return 2;
    return calendar.instant(filed) <= cutOff ? 1 : 0;
  });
  return rate(halves.reduce<number>((sum, one) => sum + one, 0), 2 * asked.length);
}

/** The quarter's weeks of a subject. */
export function weeksOf({ weeks }: Printed, subject: string): Week[] {
  return weeks.filter((one) => one.subject === subject && calendar.WEEKS.includes(one.week));
}

/** The months that ask for a plan: those whose first week finds the subject in the base. */
export function monthsOf(printed: Printed, subject: string): string[] {
  const first = (month: string) => weeksOf(printed, subject).find(({ week }) => calendar.monthOf(week) === month);
  return calendar.MONTHS.filter((month) => !["not_yet_admitted", "left", undefined].includes(first(month)?.expectation));
}

/** The items that count of the months that were asked for. */
export function itemsOf(printed: Printed, subject: string, month: string): Item[] {
  const stands = ({ state }: Item) => ["approved", "closed"].includes(state);
  return printed.items.filter((one) => one.subject === subject && one.month === month && one.counts && stands(one));
}

/** The mean of the months, each the mean of its items, each at most as done. */
function planCompletion(printed: Printed, subject: string): Found {
  const ofMonth = (month: string) => {
    const items = itemsOf(printed, subject, month);
    return Share.mean(items.map(({ quantity, told, done }) => Share.of(Math.min(done ?? told, quantity), quantity))) ?? Share.of(0, 1);
  };
  return Share.mean(monthsOf(printed, subject).map(ofMonth)) ?? "none";
}

/** What reports list of the quarter's days. */
export function heldBy({ weeks }: Printed, subject: string): { on: string; attendances: number }[] {
  const held = weeks.filter((one) => one.subject === subject).flatMap(({ activities }) => activities);
  return held.filter(({ on }) => calendar.isWithin(on));
}

function activities(printed: Printed, subject: string): Found {
  const held = heldBy(printed, subject);
  const items = monthsOf(printed, subject).flatMap((month) => itemsOf(printed, subject, month));
  const planned = (...units: string[]) => items.filter(({ unit }) => units.includes(unit)).reduce((sum, one) => sum + one.quantity, 0);
  const against: [number, number][] = [
    [held.length, planned("场", "场次", "次")],
    [held.reduce((sum, { attendances }) => sum + attendances, 0), planned("人次", "人")],
  ];
  const shares = against.filter(([, plan]) => plan > 0).map(([actual, plan]) => tier(actual, plan));
  return shares.length > 0 ? lower(shares) : Share.of(0, 1);
}

/** Cumulative up to the end of the second quarter; what the year asks for only later is not due. */
function targets({ targets }: Printed, ...codes: string[]): Found {
  const soFar = (numbers: (number | null)[]) => (numbers[0] ?? 0) + (numbers[1] ?? 0);
  const of = codes.map((code) => targets.find((one) => one.code === code)).filter((one) => one !== undefined);
  const due = of.filter(({ split }) => soFar(split) > 0);
  return due.length === 0 ? "none" : lower(due.map(({ actual, split }) => tier(soFar(actual), soFar(split))));
}

/** Rated sheets of organisations that were scored by the operator's deadline. */
function sheetsOnTime({ sealed }: Printed, base: string): Found {
  const sheets = sealed.filter(({ said }) => said.sheet.name !== base);
  const due = calendar.instant(calendar.steps(false).score);
  const inTime = ({ said }: { said: Sealed }) => said.history.some(({ step, at }) => step === "scored" && calendar.instant(at) <= due);
  return rate(sheets.filter(inTime).length, sheets.length);
}

/** Visits within thirty days of their day, of those whose window closed in the quarter. */
function followUps({ visits }: Printed): Found {
  const until = ({ hatched_on, age }: Visit) => calendar.plusDays(calendar.plusMonths(hatched_on, age ?? 0), 30);
  const due = visits.filter((one) => one.age !== null && calendar.isWithin(until(one)));
  return rate(due.filter((one) => one.visited_on !== null && one.visited_on <= until(one)).length, due.length);
}

/** Of the lines that count records by their days: how many, of how many. */
export function counted(printed: Printed, name: string, code: string): records.Count | undefined {
  switch (code) {
    case "training_attendance":
      return records.attended(printed, name);
    case "closed_on_time":
      return records.closed(printed);
    case "advice":
      return records.advised(printed);
  }
}

function found(printed: Printed, sheet: Sheet, line: Line, base: string): Found {
  const count = counted(printed, sheet.name, line.code);
  if (count) return rate(count.part, count.whole);
  switch (line.code) {
    case "weekly_on_time":
      return weeklyOnTime(printed, sheet.name);
    case "plan_completion":
      return planCompletion(printed, sheet.name);
    case "activities":
      return activities(printed, sheet.name);
    case "trainings":
      return targets(printed, "trainings", "training_attendances");
    case "admitted":
    case "hatched":
    case "matched_projects":
    case "funds_received":
      return targets(printed, line.code);
    case "sheets_on_time":
      return sheetsOnTime(printed, base);
    case "follow_ups":
      return followUps(printed);
    default:
      throw new Error(`no rule is known for ${line.code}`);
  }
}

/** The points that count, in hundredths; "none" where the line does not apply. */
function points(printed: Printed, sheet: Sheet, line: Line, base: string): number | "none" {
  const given = (text: string | null | undefined) => (text === null || text === undefined ? undefined : hundredths(text));
  if (line.kind === "judgement") {
    const last = given(line.upheld) ?? given(line.bureau) ?? given(line.operator);
    if (last === undefined) throw new Error(`${line.code} has no points`);
    return last;
  }
  const share = found(printed, sheet, line, base);
  if (share === "none") return "none";
  const computed = share.part(hundredths(line.max));
  // Where nobody gave points, the columns print what the program computed: what differs from that was given.
  const theirs = hundredths(line.working.split("= ").pop() ?? "");
  const overridden = [given(line.bureau), given(line.operator)].find((points) => points !== undefined && points !== theirs);
  return given(line.upheld) ?? overridden ?? computed;
}

export interface Computed {
  points: Record<string, number | "none">;
  of: number;
  scaled: number;
  /** Rectifications of the subject that were not repaired in time. */
  late: number;
  deductions: number;
  total: number;
  band: string;
}

/** A sheet once more. */
export function compute(printed: Printed, sheet: Sheet, base: string): Computed {
  const lines = sheet.lines.map((line): [Line, number | "none"] => [line, points(printed, sheet, line, base)]);
  const applying = lines.filter((one): one is [Line, number] => one[1] !== "none");
  const sum = applying.reduce((all, [, points]) => all + points, 0);
  const of = applying.reduce((all, [{ max }]) => all + hundredths(max), 0);
  const scaled = Share.of(sum, of).part(100_00);
  const late = records.late(printed, sheet.name, sheet.name === base);
  const deductions = Math.min(late * 3_00, 10_00);
  const total = Math.max(0, Math.min(100_00, scaled + Math.min(hundredths(sheet.bonus), 5_00) - deductions));
  const band = total >= 90_00 ? "excellent" : total >= 80_00 ? "good" : total >= 60_00 ? "pass" : "fail";
  return { points: Object.fromEntries(lines.map(([{ code }, points]) => [code, points])), of, scaled, late, deductions, total, band };
}

/** `4.62` */
export const text = (points: number) => `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`;

export const instantOf = (time: string | null) => (time === null ? null : calendar.instant(time));
