// What single records come to, counted anew out of their days and states by the domain's text alone: who came to
// trainings, and what was answered, carried out or repaired by its day.
import * as calendar from "./calendar";

interface Party {
  organisation: string;
  outside: boolean;
}

interface Training {
  held_on: string;
  state: string;
  invited: Party[];
  came: (Party & { entered_at: string; struck_at: string | null })[];
}

interface Request {
  kind: string;
  state: string;
  asked_at: string;
  done_on: string | null;
  since: string;
}

interface Instruction {
  due_on: string;
  state: string;
  given_at: string;
  answered_at: string | null;
}

interface Rectification {
  subject: string;
  of_base: boolean;
  due_on: string;
  state: string;
  given_at: string;
  reported_at: string | null;
  closed_at: string | null;
  withdrawn_at: string | null;
  since: string;
}

/** What the commands print of them; more than the quarter, whose own are told apart here. */
export interface Records {
  trainings: Training[];
  requests: Request[];
  instructions: Instruction[];
  rectifications: Rectification[];
}

export async function read(ask: <Answer>(...words: string[]) => Promise<Answer>): Promise<Records> {
  const around = ["--from", calendar.plusDays(calendar.FIRST_DAY, -30), "--to", calendar.plusDays(calendar.LAST_DAY, 30)];
  return {
    trainings: await ask<Training[]>("training", "list", ...around),
    requests: await ask<Request[]>("service", "list", ...around),
    instructions: await ask<Instruction[]>("instruction", "list", ...around),
    rectifications: await ask<Rectification[]>("rectification", "list", ...around),
  };
}

/** So many of so many. */
export interface Count {
  part: number;
  whole: number;
}

function count<One>(all: One[], counts: (one: One) => boolean): Count {
  return { part: all.filter(counts).length, whole: all.length };
}

/** Whether something had happened at an instant. */
const before = (time: string | null, at: number): time is string => time !== null && calendar.instant(time) <= at;

/** Sessions that took place and that somebody of an organisation came to, of those that it was invited to; whoever came
 * uninvited counts as invited. */
export function attended({ trainings }: Records, name: string): Count {
  const at = calendar.cutOff(false);
  const theirs = ({ organisation, outside }: Party) => organisation === name && !outside;
  const came = (one: Training) =>
    one.came.some((row) => theirs(row) && before(row.entered_at, at) && !before(row.struck_at, at));
  const held = trainings.filter(({ state, held_on }) => state === "held" && calendar.isWithin(held_on));
  return count(held.filter((one) => one.invited.some(theirs) || came(one)), came);
}

/** Policy advice is answered within three working days of the day that it was asked for; what was withdrawn, or
 * declined by then, is held against nobody. */
export function advised({ requests }: Records): Count {
  const at = calendar.cutOff(true);
  const dueOn = ({ asked_at }: Request) => calendar.workingDay(calendar.dayOf(asked_at), 3);
  const inTime = (one: Request) => one.state === "withdrawn" || calendar.dayOf(one.since) <= dueOn(one);
  const givenUp = (one: Request) => ["declined", "withdrawn"].includes(one.state) && before(one.since, at) && inTime(one);
  const asked = requests.filter((one) => one.kind === "policy_advice" && before(one.asked_at, at) && !givenUp(one));
  const due = asked.filter((one) => calendar.isWithin(dueOn(one)));
  return count(due, (one) => one.done_on !== null && one.done_on <= dueOn(one));
}

/** An instruction is carried out when it is answered, for the last time; how long the bureau takes to close it is held
 * against nobody. */
function answered({ instructions }: Records): Count {
  const at = calendar.cutOff(true);
  const due = instructions.filter(({ due_on, given_at }) => calendar.isWithin(due_on) && before(given_at, at));
  const inTime = ({ state, due_on, answered_at }: Instruction) =>
    state !== "open" && before(answered_at, at) && calendar.dayOf(answered_at) <= due_on;
  return count(due, inTime);
}

/** Those of the quarter, as they stood when the facts of their subject were cut off. */
function fellDue({ rectifications }: Records, ofBase: boolean): Rectification[] {
  const given = ({ given_at }: Rectification) => before(given_at, calendar.cutOff(ofBase));
  return rectifications.filter((one) => one.of_base === ofBase && calendar.isWithin(one.due_on) && given(one));
}

/** What counts is the day on which it was reported as repaired, for the last time; what was sent back is not repaired. */
function missed({ of_base, state, since, due_on, reported_at, withdrawn_at }: Rectification): boolean {
  const at = calendar.cutOff(of_base);
  if (before(withdrawn_at, at)) return false;
  const sentBack = state === "open" && before(since, at);
  return sentBack || !before(reported_at, at) || calendar.dayOf(reported_at) > due_on;
}

/** What was reported in time and waits to be closed counts on neither side. */
function repaired(records: Records): Count {
  const at = calendar.cutOff(true);
  const settled = fellDue(records, true).filter((one) => missed(one) || before(one.closed_at, at));
  return count(settled, (one) => !missed(one));
}

/** Instructions and the base's own rectifications. */
export function closed(records: Records): Count {
  const [one, other] = [answered(records), repaired(records)];
  return { part: one.part + other.part, whole: one.whole + other.whole };
}

/** Rectifications of a subject that were not repaired by their day: each takes points away. */
export function late(records: Records, name: string, ofBase: boolean): number {
  return fellDue(records, ofBase).filter((one) => one.subject === name && missed(one)).length;
}
