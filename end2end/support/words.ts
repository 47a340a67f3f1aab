// Which Chinese words on an English page are users' own, and which the program has left untranslated.
//
// Users' words are those that the database holds. What the page shows beside them, and whatever is word for word
// one of the program's own Chinese texts, has been forgotten by a translator.
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { Program } from "./program";

const HAN = /\p{Script=Han}+/gu;
const app = resolve(import.meta.dirname, "../../app/src");

export interface Words {
  /** Everything that the database says. */
  users: string;
  /** The program's own Chinese texts. */
  own: RegExp[];
  /** The program's English texts that quote Chinese on purpose, such as an example of what to type. */
  quoting: RegExp[];
}

export async function words(program: Program): Promise<Words> {
  return { users: await dumped(join(program.folder, "hatchboard.db")), ...(await texts()) };
}

/** Every row of a database as text. In its file, a long text may lie in pieces. */
async function dumped(file: string): Promise<string> {
  const script = "import sqlite3, sys; print('\\n'.join(sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True).iterdump()))";
  const { stdout } = await promisify(execFile)("python3", ["-c", script, file], {
    maxBuffer: 256 << 20,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  return stdout;
}

/** Both sides of each line of the app's `words!`, with anything in the place of what it is filled with. */
async function texts(): Promise<Pick<Words, "own" | "quoting">> {
  const names = (await readdir(app, { recursive: true })).filter((name) => name.endsWith(".rs"));
  const [own, quoting]: RegExp[][] = [[], []];
  for (const name of names) {
    const source = await readFile(join(app, name), "utf8");
    for (const [, chinese, english] of source.matchAll(/:\s*"((?:[^"\\]|\\.)+)"\s*\|\s*"((?:[^"\\]|\\.)+)";/g)) {
      if (english.match(HAN)) quoting.push(pattern(english));
      const said = chinese.replace(/\{\w+\}/g, "").match(HAN)?.join("") ?? "";
      if (chinese !== english && said.length > 1) own.push(pattern(chinese));
    }
  }
  if (own.length < 100) throw new Error(`only ${own.length} texts of the program were found in ${app}`);
  return { own, quoting };
}

function pattern(text: string): RegExp {
  const escaped = text.replace(/\\"/g, '"').replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, ".*")}$`, "u");
}

/** What a page shows, says to screen readers or would show, piece by piece, but for what it marks as Chinese. */
async function pieces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all: string[] = [document.title];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement?.closest("script, style, textarea, body [lang|='zh']");
      if (!holder) all.push(node.textContent ?? "");
    }
    const spoken = ["title", "aria-label", "placeholder", "alt", "data-label", "aria-description"];
    for (const element of document.querySelectorAll("*")) {
      if (element.closest("body [lang|='zh']")) continue;
      for (const name of spoken) all.push(element.getAttribute(name) ?? "");
      if (element instanceof HTMLInputElement && ["submit", "button"].includes(element.type)) all.push(element.value);
    }
    return all.map((piece) => piece.trim()).filter((piece) => piece !== "");
  });
}

/** What is Chinese on an English page and no user's word. */
export async function untranslated(page: Page, { users, own, quoting }: Words): Promise<string[]> {
  const chinese = (await pieces(page)).filter((piece) => piece.match(HAN));
  return chinese.filter((piece) => {
    if (quoting.some((text) => text.test(piece))) return false;
    const unknown = (piece.match(HAN) ?? []).some((run) => !users.includes(run));
    return unknown || own.some((text) => text.test(piece));
  });
}
