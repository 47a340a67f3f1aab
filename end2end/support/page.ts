import type { Page } from "@playwright/test";

/**
 * Waits until the page that a click has led to is there to its end. What is read once (a count, all texts) would be read of
 * half a page otherwise; what is expected waits by itself.
 */
export const whole = (page: Page): Promise<void> => page.waitForLoadState();
