// The second quarter of 2026 by the State Council's notice, and the deadlines that follow from it: written from the
// domain's text, to be held against what the program says.

/** Days off that fall on weekdays, and working days that fall on weekends (国办发明电〔2025〕7号), April to August. */
const OFF = ["2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19"];
const WORKED = ["2026-05-09"];

export const QUARTER = "2026-Q2";
export const FIRST_DAY = "2026-04-01";
export const LAST_DAY = "2026-06-30";
/** By their Thursdays. */
export const WEEKS = Array.from({ length: 13 }, (_, index) => `2026-W${14 + index}`);
export const MONTHS = ["2026-04", "2026-05", "2026-06"];

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

export function plusDays(from: string, days: number): string {
  const date = day(from);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

export function isWorked(on: string): boolean {
  const weekend = [0, 6].includes(day(on).getUTCDay());
  return WORKED.includes(on) || !weekend && !OFF.includes(on);
}

/** The nth working day after a day. */
export function workingDay(after: string, nth: number): string {
  let at = after;
  for (let left = nth; left > 0; ) {
    at = plusDays(at, 1);
    if (isWorked(at)) left--;
  }
  return at;
}

/** ISO 8601: the week of 4 January is the first. */
export function monday(week: string): string {
  const fourth = day(`${week.slice(0, 4)}-01-04`);
  const first = plusDays(text(fourth), -((fourth.getUTCDay() + 6) % 7));
  return plusDays(first, 7 * (Number(week.slice(6)) - 1));
}

/** A week's month is that of its Thursday. */
export const monthOf = (week: string) => plusDays(monday(week), 3).slice(0, 7);

export function lastWorkingDay(week: string): string {
  const days = Array.from({ length: 7 }, (_, index) => plusDays(monday(week), index));
  const last = days.filter(isWorked).pop();
  if (!last) throw new Error(`${week} has no working day`);
  return last;
}

const at = (on: string, time: string) => `${on}T${time}:00+08:00`;

/** Of an organisation's week: the last working day, 18:00; of the base's: the next one after it, 12:00. */
export function due(week: string, ofBase: boolean): string {
  const last = lastWorkingDay(week);
  return ofBase ? at(workingDay(last, 1), "12:00") : at(last, "18:00");
}

/** The ends of the quarter's steps: facts, own points, operator's or bureau's, check. */
export function steps(ofBase: boolean): { facts: string; own: string; score: string; check: string } {
  const [facts, own, score, check] = (ofBase ? [16, 17, 20, 20] : [4, 5, 10, 15]).map((nth) => at(workingDay(LAST_DAY, nth), "18:00"));
  return { facts, own, score, check };
}

export const instant = (time: string) => new Date(time).getTime();

/** The day of an instant in the base's zone. */
export const dayOf = (time: string) => text(new Date(instant(time) + 8 * 3_600_000));

/** Whether a day lies in the quarter. */
export const isWithin = (on: string) => FIRST_DAY <= on && on <= LAST_DAY;

/** The instant at which the facts of a sheet were cut off. */
export const cutOff = (ofBase: boolean) => instant(steps(ofBase).facts);

/** So many months later, on the last day of a month that is too short. */
export function plusMonths(from: string, months: number): string {
  const [year, month, date] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}
