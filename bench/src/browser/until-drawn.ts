import type { Page } from "playwright-core";

/**
 * Opens a page of charts as a new navigation; milliseconds from its start, on the page's own clock, until each chart
 * in view is drawn with its points.
 */
export async function untilDrawn(page: Page, url: string): Promise<number> {
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  const drawn = await page.waitForFunction(
    () => {
      const panels = [...document.querySelectorAll('[data-testid="chart-panel"]')].filter((panel) => {
        const { top, bottom } = panel.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const isDrawn = (panel: Element) =>
        Number(panel.getAttribute("data-point-count")) > 0 && panel.querySelector("canvas") !== null;
      return panels.length > 0 && panels.every(isDrawn) && performance.now();
    },
    undefined,
    { polling: "raf" },
  );
  return Number(await drawn.jsonValue());
}
