// The pictures of the guide, in both languages, into app/assets/guide: every one that the guide of a role names, as wide
// and high as it says.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, look } from "../support/demo";
import { LANGUAGES, ROLES, type Shot, beginning, openGuide, pageOf, reader } from "../support/guide";
import { signIn } from "../support/people";

const test = look;
const folder = resolve(import.meta.dirname, "../../app/assets/guide");
/** Each is loaded over the thin network of a phone. */
const MOST_BYTES = 60 * 1024;
/** Of a desktop's page only the content is taken, with so much around it. */
const EDGE = 16;
/** The side of the frame, and what lies between it and the content, less that edge. */
const FRAME = 216 + 2 * 32 - 2 * EDGE;
/** Room for what stands above the content, where a page is too short to be scrolled. */
const ABOVE = 160;

// Otherwise one page would still be fading into the next.
test.use({ deviceScaleFactor: 1, contextOptions: { reducedMotion: "reduce" } });

const isPhone = ({ width }: Shot) => width <= 820;

async function open(page: Page, shot: Shot): Promise<void> {
  const { width, height } = shot;
  const path = await pageOf(page, shot);
  await page.setViewportSize(isPhone(shot) ? { width, height } : { width: width + FRAME, height: height + ABOVE });
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  expect(answer?.ok(), `${shot.file} is to show ${path}`).toBe(true);
}

/** The part of the page that is taken; of a phone its whole screen. */
async function part(page: Page, shot: Shot) {
  const { width, height } = shot;
  if (isPhone(shot)) return { x: 0, y: 0, width, height };
  // What is to be done first stands there for newcomers alone, and only until they put it away.
  await page.locator("#first-steps").evaluateAll((all) => all.forEach((one) => one.remove()));
  await beginning(page, shot).evaluate((one) => one.scrollIntoView({ block: "start", behavior: "instant" }));
  const [content, begins] = [await page.locator("main").boundingBox(), await beginning(page, shot).boundingBox()];
  if (!content || !begins) throw new Error(`there is nothing to take for ${shot.file}`);
  expect(content.width, `the content of ${shot.file}`).toBe(width - 2 * EDGE);
  const y = Math.min(Math.max(Math.round(begins.y) - EDGE, 0), ABOVE);
  return { x: content.x - EDGE, y, width, height };
}

async function take(page: Page, shot: Shot): Promise<Buffer> {
  const clip = await part(page, shot);
  for (const quality of [85, 75, 65, 55, 45]) {
    const picture = await page.screenshot({ type: "jpeg", quality, clip, animations: "disabled" });
    if (picture.length <= MOST_BYTES) return picture;
  }
  throw new Error(`${shot.file} has more than ${MOST_BYTES} bytes`);
}

test("the pictures of the guide", async ({ page, demo }) => {
  await mkdir(folder, { recursive: true });
  const made = new Set<string>();
  for (const role of ROLES) {
    const person = reader(demo, role);
    await page.context().clearCookies();
    await signIn(page, person, person.path);
    for (const language of LANGUAGES) {
      const shots = await openGuide(page, language);
      expect(shots.length, `pictures for ${role}`).toBeGreaterThan(0);
      for (const shot of shots) {
        await open(page, shot);
        await writeFile(resolve(folder, shot.file), await take(page, shot));
        made.add(shot.file);
      }
    }
  }
  // What no guide names any more.
  for (const file of await readdir(folder)) if (!made.has(file)) await rm(resolve(folder, file));
});
