// What the book says, read as blocks, commands, settings, links and messages, and held against what the program knows of
// itself and what stands in its sources. `scripts/book` uses it.
"use strict";
const { execFileSync, spawnSync } = require("node:child_process");
const { existsSync, readFileSync, readdirSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { basename, dirname, join, resolve } = require("node:path");

const repository = resolve(__dirname, "..");
const program = process.env.PROGRAM_UNDER_TEST ?? join(repository, "target/release/hatchboard");
/** Set beside the configuration, and no part of it. */
const BESIDE = ["config", "move_to"];
/** What changes the machine itself, or wants programs that are not there. */
const MACHINE = ["systemctl", "journalctl", "useradd", "chown", "chgrp", "podman", "nginx", "caddy", "runuser"];

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
const none = (wrong, what) => expect(wrong.length === 0, `${what}: ${[...new Set(wrong)].join(", ")}`);
const read = (file) => readFileSync(join(repository, file), "utf8");

// --- What the book says ---------------------------------------------------------------------------

/** The fenced blocks of a page: where, the words after the fence, the text. */
function blocksOf(file) {
  const blocks = [];
  let open = null;
  read(file).split("\n").forEach((line, at) => {
    const fence = line.match(/^ {0,3}```(.*)$/);
    if (fence && !open) open = { file, line: at + 1, words: fence[1].trim().split(/\s+/), lines: [] };
    else if (fence) (blocks.push({ ...open, text: open.lines.join("\n") }), (open = null));
    else open?.lines.push(line);
  });
  return blocks;
}
const isShell = (block) => block.words[0] === "sh";
const isRun = (block) => isShell(block) && block.words[1] === "run";

const pagesIn = (folder) =>
  readdirSync(join(repository, folder)).filter((name) => name.endsWith(".md")).map((name) => join(folder, name));
const chapters = [...read("docs/README.md").matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, name]) => `docs/${name}`);
const book = [...new Set(["docs/README.md", ...chapters])].filter((file) => file !== "docs/design.md");
const chinese = existsSync(join(repository, "docs/zh")) ? pagesIn("docs/zh") : [];
const pages = [...book, ...chinese, "README.md", "README.zh-CN.md"];
const samples = readdirSync(join(repository, "deploy")).map((name) => join("deploy", name));

/** Commands of a shell text: continued lines joined, what stands between END and END left out. */
function commandsOf(text) {
  const lines = text.replace(/<<'?END'?\n[\s\S]*?\nEND$/gm, "").replace(/\\\n\s*/g, " ").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// --- What the program knows -----------------------------------------------------------------------

const told = (...args) => execFileSync(program, args, { encoding: "utf8", cwd: tmpdir() });
/** Names and flags of the whole command line, from its help. */
function commandTree(path = []) {
  const help = told(...path, "--help");
  const list = help.split(/^Commands:\n/m)[1]?.split(/\n\n/)[0] ?? "";
  const names = [...list.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name]) => name).filter((name) => name !== "help");
  return {
    flags: new Set([...(help.match(/--[a-z][a-z-]*/g) ?? []), "--version"]),
    below: new Map(names.map((name) => [name, commandTree([...path, name])])),
  };
}
/** What is wrong with the words after `hatchboard`; null where nothing is. */
function wrongCall(tree, words) {
  let at = tree;
  const path = ["hatchboard"];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === "--config" && at.below.size > 0) i++;
    else if (word.startsWith("--") && !at.flags.has(word.split("=")[0])) return `${path.join(" ")} ${word}`;
    else if (!word.startsWith("-") && at.below.size > 0) {
      if (!at.below.has(word)) return `${path.join(" ")} ${word}`;
      path.push(word);
      at = at.below.get(word);
    }
  }
  return null;
}
/** The program's own calls in a text, each as its words. */
function callsIn(text) {
  const joined = text.replace(/\\\n\s*/g, " ");
  const call = /(?:^|[|;&(`]\s*|\b[A-Z_]+=\S+ |\/bin\/|-- |exec hatchboard )hatchboard +([a-z-][^|;&<>`"\n)]*)/gm;
  return [...joined.matchAll(call)].map(([, rest]) => rest.replace(/ #.*$/, "").replace(/[.,:]$/, "").trim().split(/\s+/));
}
/** Every key, from what the program says of one that it does not know. */
function knownKeys() {
  const { stderr } = spawnSync(program, ["serve", "--print-config"], {
    encoding: "utf8", cwd: tmpdir(), env: { HATCHBOARD_NO_SUCH_KEY: "1" },
  });
  const list = stderr.match(/known are ([a-z_, `]+)/);
  expect(list, `it does not tell its keys: ${stderr}`);
  return list[1].replaceAll("`", "").split(",").map((key) => key.trim());
}

// --- Held against each other ----------------------------------------------------------------------

async function checkWords(check, tree, keys) {
  for (const file of [...pages, ...samples]) {
    await check(`${file}: commands, flags and settings are the program's`, () => {
      const text = read(file);
      none(callsIn(text).map((words) => wrongCall(tree, words)).filter(Boolean), "there is no");
      // What is to fail may name what is not there.
      const failing = file.endsWith(".md") ? blocksOf(file).filter((block) => block.words.some((word) => /^exit=/.test(word))) : [];
      const rest = failing.reduce((left, block) => left.replace(block.text, ""), text);
      const named = [...rest.matchAll(/\bHATCHBOARD_([A-Z_]*[A-Z])\b/g)].map(([, key]) => key.toLowerCase());
      const written = file.endsWith(".md")
        ? blocksOf(file).flatMap((block) => [...block.text.matchAll(/^([a-z_]+) = /gm)].map(([, key]) => key))
        : [];
      none([...named, ...written].filter((key) => !BESIDE.includes(key) && !keys.includes(key)), "there is no setting");
    });
  }
  for (const file of pages) {
    await check(`${file}: links lead somewhere, and only what no test can do is not run`, () => {
      const links = [...read(file).matchAll(/\]\(([^)#\s]+)/g)].map(([, to]) => to).filter((to) => !/^[a-z]+:/.test(to));
      none(links.filter((to) => !existsSync(join(repository, dirname(file), to))), "there is no");
      if (!book.includes(file)) return;
      const idle = blocksOf(file).filter((block) => isShell(block) && !isRun(block)).flatMap((block) => commandsOf(block.text));
      none(idle.filter((line) => !MACHINE.includes(line.split(" ")[0])), "could be run");
    });
  }
}

async function checkSettings(check, keys) {
  for (const file of ["docs/configure.md", "docs/zh/configure.md"].filter((file) => pages.includes(file))) {
    await check(`${file}: every setting stands there with its default`, () => {
      const rows = new Map([...read(file).matchAll(/^\| `([a-z_]+)` \|(.*)$/gm)].map(([, key, rest]) => [key, rest]));
      none(keys.filter((key) => !rows.has(key)), "not told");
      none([...rows.keys()].filter((key) => !keys.includes(key)), "there is no setting");
      for (const [, key, value] of told("serve", "--print-config").matchAll(/^([a-z_]+) = (.*)$/gm)) {
        // These two follow from others.
        if (key !== "site" && key !== "public_url") expect(rows.get(key)?.includes(`\`${value}\``), `${key} is ${value}`);
      }
    });
  }
}

/** A heading of the last chapter is what the program says, `…` for what differs. */
async function checkMessages(check) {
  const sources = execFileSync("find", ["src", "app/src", "server/src", "-name", "*.rs"], { cwd: repository, encoding: "utf8" });
  const said = sources.trim().split("\n").map(read).join("\n").replace(/\\\n\s*/g, "");
  for (const file of pages.filter((file) => basename(file) === "troubleshooting.md")) {
    for (const [, message] of read(file).matchAll(/^### `(.*)`$/gm)) {
      await check(`${file}: “${message}” is said by the program`, () => {
        const parts = message.split("…").map((part) => part.trim()).filter((part) => part.length > 1);
        none(parts.filter((part) => !said.includes(part)), "nowhere");
      });
    }
  }
}

/** A Chinese chapter has the commands of its English one. */
async function checkChinese(check) {
  for (const file of chinese.filter((file) => basename(file) !== "README.md")) {
    await check(`${file}: its commands are those of the English chapter`, () => {
      const shell = (page) => blocksOf(page).filter(isShell).map((block) => block.text).join("\n---\n");
      expect(shell(file) === shell(join("docs", basename(file))), "they differ");
    });
  }
}

/** All of them, each by `check`. */
async function wordChecks(check) {
  const keys = knownKeys();
  await check("docs/README.md: every chapter is in the contents", () => {
    none(pagesIn("docs").filter((file) => file !== "docs/README.md" && !chapters.includes(file)), "not named");
  });
  await checkWords(check, commandTree(), keys);
  await checkSettings(check, keys);
  await checkMessages(check);
  await checkChinese(check);
}

module.exports = { blocksOf, book, chapters, commandsOf, expect, isRun, none, program, read, repository, samples, wordChecks };
