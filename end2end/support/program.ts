// The real program, started on a free port with a database and a clock of its own.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const binary = process.env.PROGRAM_UNDER_TEST ?? join(root, "target/release/hatchboard");

export async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

export class Program {
  private process?: ChildProcess;
  private output = "";

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private get environment() {
    return {
      ...process.env,
      DATABASE_URL: `sqlite://${this.folder}/hatchboard.db`,
      HATCHBOARD_FILES: `${this.folder}/files`,
      HATCHBOARD_ADDR: `127.0.0.1:${this.port}`,
      HATCHBOARD_PUBLIC_URL: this.url,
    };
  }

  /** Starts with an empty database, or with a copy of the folder of a program that has ended. */
  static async start(like?: string): Promise<Program> {
    const program = new Program(await mkdtemp(join(tmpdir(), "hatchboard-")), await freePort());
    if (like) await cp(like, program.folder, { recursive: true });
    await program.serve();
    return program;
  }

  /** The link that the first administrator begins with. */
  get firstLink(): string {
    const link = this.output.match(/http:\S+\/invitation\/\S+/)?.[0];
    if (!link) throw new Error(`no link was printed:\n${this.output}`);
    return link;
  }

  /** Starts serving, and waits until the program says that it is ready. */
  async serve(): Promise<void> {
    const child = spawn(binary, ["serve"], { cwd: root, env: this.environment, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => (this.output += text));
    child.stderr.on("data", (text) => (this.output += text));
    this.process = child;
    for (let attempt = 0; attempt < 200; attempt++) {
      if (child.exitCode !== null) throw new Error(`the program ended:\n${this.output}`);
      if (await fetch(`${this.url}/readyz`).then((answer) => answer.ok, () => false)) return;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`the program is not ready:\n${this.output}`);
  }

  /** Runs a command of the program against this database and gives what it prints. */
  async command(...words: string[]): Promise<string> {
    const { stdout } = await run(binary, words, { cwd: root, env: this.environment, maxBuffer: 64 << 20 });
    return stdout;
  }

  /** Runs a command with `--json` and reads its answer. */
  async ask<Answer>(...words: string[]): Promise<Answer> {
    return JSON.parse(await this.command(...words, "--json"));
  }

  /** Sets the program's clock, such as `2026-04-09T10:42:00+08:00`; it goes on from there. */
  async setClock(now: string): Promise<void> {
    const answer = await fetch(`${this.url}/test/clock`, { method: "POST", body: now });
    if (!answer.ok) throw new Error(`the clock was not set: ${answer.status} ${await answer.text()}`);
  }

  /** Tells whoever is to be reminded at the program's time, as its timed work would. */
  async remind(): Promise<void> {
    const answer = await fetch(`${this.url}/test/reminders`, { method: "POST" });
    if (!answer.ok) throw new Error(`nobody was reminded: ${answer.status} ${await answer.text()}`);
  }

  /** Ends the serving process as an operating system would, and waits for it. */
  async halt(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | null> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => child.once("exit", done));
    child.kill(signal);
    return ended;
  }

  async stop(): Promise<void> {
    // A page that still waits for an answer would hold up a clean end.
    await this.halt("SIGKILL");
    await rm(this.folder, { recursive: true, force: true });
  }
}
