// What a PDF of Chromium says, page by page. Its objects are plain, its streams deflated; words are numbers of glyphs,
// and each font has the map back to characters.
import { inflateSync } from "node:zlib";

export interface Sheet {
  /** In whole points. */
  width: number;
  height: number;
  /** As it is painted, compatibility characters made plain. */
  text: string;
}

type Objects = Map<string, string>;

export function read(pdf: Buffer): Sheet[] {
  const objects: Objects = new Map();
  for (const [, id, body] of pdf.toString("latin1").matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) objects.set(id, body);
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page[^s]/.test(body));
  return pages.map((body) => {
    const box = body.match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
    const [width, height] = [box?.[1], box?.[2]].map((side) => Math.round(Number(side)));
    return { width, height, text: text(objects, body) };
  });
}

function stream(objects: Objects, id: string | undefined): string {
  // By its length: its last byte may look like the end of a line.
  const [head, length] = objects.get(id ?? "")?.match(/^[\s\S]*?\/Length (\d+)[\s\S]*?stream\r?\n/) ?? [];
  if (head === undefined) return "";
  const body = (objects.get(id ?? "") ?? "").slice(head.length, head.length + Number(length));
  return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
}

const utf16 = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");

interface Font {
  characters: Map<number, string>;
  /** Digits of a glyph's number. */
  digits: number;
}

function fontOf(objects: Objects, id: string): Font {
  const map = new Map<number, string>();
  const body = objects.get(id) ?? "";
  const source = stream(objects, body.match(/\/ToUnicode (\d+) 0 R/)?.[1]);
  for (const [, block] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(parseInt(glyph, 16), utf16(to));
  }
  for (const [, block] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, to] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [from, start] = [parseInt(first, 16), parseInt(to, 16)];
      for (let glyph = from; glyph <= parseInt(last, 16); glyph++) map.set(glyph, String.fromCharCode(start + glyph - from));
    }
  }
  return { characters: map, digits: /\/Subtype\s*\/Type0/.test(body) ? 4 : 2 };
}

function text(objects: Objects, page: string): string {
  const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, fontOf(objects, id)]));
  let font: Font = { characters: new Map(), digits: 4 };
  let said = "";
  const painted = /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\[([\s\S]*?)\]\s*TJ/g;
  for (const [, name, one, several] of stream(objects, page.match(/\/Contents (\d+) 0 R/)?.[1]).matchAll(painted)) {
    if (name) font = fonts.get(name) ?? font;
    const runs = one ? [one] : [...(several ?? "").matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, run]) => run);
    for (const run of runs) {
      for (let at = 0; at < run.length; at += font.digits) {
        said += font.characters.get(parseInt(run.slice(at, at + font.digits), 16)) ?? "";
      }
    }
  }
  return said.normalize("NFKC");
}
