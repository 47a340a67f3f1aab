// The guide of each role: its pictures are there in both languages, and show pages that the role still has.
import { expect, look as test } from "../support/demo";
import { BEHIND, LANGUAGES, ROLES, beginning, openGuide, pageOf, pictures, reader } from "../support/guide";
import { signIn } from "../support/people";

test("every picture of the guide is there, and shows a page that is", async ({ page, demo }) => {
  const names = new Set<string>();
  for (const role of ROLES) {
    const person = reader(demo, role);
    await page.context().clearCookies();
    await signIn(page, person, person.path);
    for (const language of LANGUAGES) {
      const shots = await openGuide(page, language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(shots.length, `pictures for ${role}`).toBeGreaterThan(1);
      for (const [place, { file, alt, width, height }] of shots.entries()) {
        expect(file).toContain(`.${language}.`);
        expect(alt, file).not.toBe("");
        const picture = pictures(page).nth(place);
        await picture.scrollIntoViewIfNeeded();
        const size = () => picture.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]);
        await expect.poll(size, { message: file }).toEqual([width, height]);
      }
      if (language !== LANGUAGES[0]) continue;
      for (const shot of shots) {
        names.add(shot.name);
        const path = await pageOf(page, shot);
        expect((await page.goto(path))?.ok(), `${shot.name} shows ${path}`).toBe(true);
        await expect(beginning(page, shot)).toBeVisible();
      }
    }
  }
  expect(BEHIND.filter((name) => !names.has(name)), "pages of no picture").toEqual([]);
});
