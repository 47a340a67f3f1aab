// What a thumb hits on a phone: 44 by 44 CSS pixels, as WCAG 2.5.5 and the systems of phones ask for.
import type { Page } from "@playwright/test";

const LEAST = 44;

/**
 * What one taps on the page and is smaller, a line for each: buttons, links, fields, choices, and what opens a fold or a
 * menu, which are all opened for it.
 *
 * A choice has its label, which is tapped as well. Exempt are, as in WCAG 2.5.8:
 * - links in running text, whose height is that of a line, and in the cells of a table, whose row is a line likewise;
 * - links of a drawing, which stand as words beside it.
 * What only a keyboard or a screen reader finds is not tapped.
 */
export async function tooSmall(page: Page): Promise<string[]> {
  // Scripts add buttons of their own, such as the camera's.
  await page.waitForLoadState("load");
  return page.evaluate((least) => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;

    const isInline = (element: Element) => ["inline", "contents"].includes(getComputedStyle(element).display);
    const says = (node: Node) => /[\p{L}\p{N}]/u.test(node.textContent ?? "");
    /** Other words stand in its line. */
    const isAmongWords = (link: Element) => {
      if (link.matches(".among-words")) return true;
      for (let at = link; isInline(at) && at.parentElement; at = at.parentElement) {
        const beside = [...at.parentElement.childNodes].filter((node) => node !== at);
        const inLine = beside.filter((node) => node instanceof Text || (node instanceof Element && isInline(node)));
        if (inLine.some(says)) return true;
      }
      return false;
    };
    const isExempt = (element: Element) =>
      element.matches("a") && (element instanceof SVGElement || element.closest("td, th") !== null || isAmongWords(element));

    /** Above the page until it has the focus, or for nobody to see. */
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest(".read-only") !== null ||
      element.getBoundingClientRect().bottom + window.scrollY <= 0;

    const size = (element: Element) => {
      const isChoice = element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type);
      const parts = [element, ...(isChoice ? (element.labels ?? []) : [])].map((part) => part.getBoundingClientRect());
      const width = Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left));
      const height = Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top));
      return { width, height };
    };

    const tapped = document.querySelectorAll("a[href], button, input:not([type='hidden']), select, textarea, summary");
    const found = [...tapped].filter((element) => !isHidden(element) && !isExempt(element));
    if (found.length === 0) return ["there is nothing to tap"];
    return found.flatMap((element) => {
      const { width, height } = size(element);
      // Measures of text are no whole numbers.
      if (Math.min(width, height) >= least - 0.1) return [];
      return [`${width.toFixed(1)} × ${height.toFixed(1)}: ${element.outerHTML.slice(0, 160)}`];
    });
  }, LEAST);
}
