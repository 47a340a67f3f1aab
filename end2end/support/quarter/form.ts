// A page's form, sent as the browser would send it, without showing it: for what is repeated week after week.
import type { Page } from "@playwright/test";

export interface Sent {
  /** Where the answer led to. */
  path: string;
  html: string;
}

interface Filled {
  /** By the names of fields; by what their labels begin with where a name says `label:…`. */
  fields: Record<string, string>;
  /** The button that is pressed. */
  pressed?: [name: string, value: string];
}

/** The page behind a path, its form with all that is hidden in it, filled in and sent. */
export async function send(page: Page, path: string, form: string, filled: Filled): Promise<Sent> {
  return page.evaluate(
    async ({ path, form, fields, pressed }) => {
      const headers = { accept: "text/html" };
      const shown = await fetch(path, { headers });
      const found = new DOMParser().parseFromString(await shown.text(), "text/html").querySelector<HTMLFormElement>(form);
      if (!found) throw new Error(`${shown.url} has no ${form}`);
      const data = new FormData(found);
      for (const [name, value] of Object.entries(fields)) {
        const label = [...found.querySelectorAll("label")].find(({ textContent }) => textContent?.trim().startsWith(name.replace("label:", "")));
        const input = label && found.querySelector<HTMLInputElement>(`[id="${label.htmlFor}"]`);
        if (name.startsWith("label:") && !input) throw new Error(`${shown.url} has no field ${name}`);
        data.set(name.startsWith("label:") ? (input?.name ?? "") : name, value);
      }
      if (pressed) data.set(...pressed);
      const plain = () => new URLSearchParams([...data].map(([name, value]): [string, string] => [name, `${value}`]));
      const body = found.getAttribute("enctype") === "multipart/form-data" ? data : plain();
      const answer = await fetch(found.getAttribute("action") ?? "", { method: "POST", body, headers });
      return { path: new URL(answer.url).pathname, html: await answer.text() };
    },
    { path, form, ...filled },
  );
}
