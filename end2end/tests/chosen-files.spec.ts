// Files that are chosen in a form: pictures are made smaller before they are sent.
import { author, expect, test } from "../support/demo";
import { signIn } from "../support/people";

/** Chooses a picture as a camera makes it: large, and nowhere quite smooth. Gives its bytes. */
async function takePicture(input: HTMLInputElement): Promise<number> {
  const [width, height] = [2400, 1200];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("there is no canvas");
  const picture = context.createImageData(width, height);
  let noise = 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    noise = (noise * 48271) % 0x7fffffff;
    picture.data.set([(at / 4) % 200, 90 + (noise % 16), 120 + (noise % 7), 255], at);
  }
  context.putImageData(picture, 0, 0);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!png) throw new Error("there is no picture");
  const carrier = new DataTransfer();
  carrier.items.add(new File([png], "现场.png", { type: "image/png" }));
  input.files = carrier.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return png.size;
}

/** What the form would send. */
async function chosen(input: HTMLInputElement) {
  const [file] = input.files ?? [];
  if (!file.type.startsWith("image/")) return { name: file.name, size: file.size };
  const { width, height } = await createImageBitmap(file);
  return { name: file.name, type: file.type, size: file.size, width, height };
}

test("a picture is made smaller before it is sent, and another file goes as it is", async ({ page, demo }) => {
  const staff = author(demo);
  await signIn(page, staff);
  await page.goto(`${staff.path}/services/new`);
  const field = page.getByLabel("附件");
  const paper = { name: "说明.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") };
  await field.setInputFiles(paper);
  expect(await field.evaluate(chosen)).toEqual({ name: "说明.pdf", size: paper.buffer.length });

  const before = await field.evaluate(takePicture);
  await expect(page.getByText(/^照片已缩小：.* → /)).toBeVisible();
  const after = await field.evaluate(chosen);
  expect(after).toMatchObject({ name: "现场.jpg", type: "image/jpeg", width: 2000, height: 1000 });
  expect(after.size).toBeLessThan(before / 2);

  await page.getByLabel("能力培训", { exact: true }).check();
  await page.getByLabel("什么事").fill("想请老师看看现场的布置。");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("link", { name: /现场\.jpg/ })).toBeVisible();
});
