import type { Page } from "@playwright/test";

/** From the press of a key until the text in `region` has changed and was painted, milliseconds. */
export interface KeyTimes {
  paintedMs: number[];
  /** Script, style and layout of the page's own thread for one key, milliseconds, on average. */
  rendererMs: number;
  /** What the page's scripts hold after the first hundred keys and after the last, megabytes. */
  heap: { early: number; late: number };
}

declare global {
  interface Window {
    /** Settles once the next key has changed the region and was painted. */
    painted: Promise<number>;
    watchNextKey: (region: string) => void;
  }
}

/** Waits inside the page, so that nothing but the page is measured. */
export function installKeyProbe() {
  window.watchNextKey = (region) => {
    window.painted = new Promise((resolve) => {
      let pressedMs = 0;
      const onKey = (event: KeyboardEvent) => (pressedMs = event.timeStamp);
      window.addEventListener("keydown", onKey, { capture: true, once: true });
      // The region itself may be replaced by another one.
      const shown = () => document.querySelector(region)?.textContent;
      const before = shown();
      const observer = new MutationObserver(() => {
        if (shown() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // A message posted in a frame arrives after that frame was painted.
          port1.addEventListener("message", () => resolve(performance.now() - pressedMs));
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  };
}

const BUSY = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

/** Presses keys one after the other, each once the one before has changed the screen. */
export async function pressKeys(
  page: Page,
  { region, keys, presses }: { region: string; keys: readonly string[]; presses: number },
): Promise<KeyTimes> {
  await page.evaluate(installKeyProbe);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busySeconds = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics
      .filter(({ name }) => BUSY.includes(name))
      .reduce((sum, { value }) => sum + value, 0);
  };
  const heapMegabytes = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1e6;
  };
  const before = await busySeconds();
  let early = Number.NaN;
  const paintedMs: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.evaluate((name) => window.watchNextKey(name), region);
    await page.keyboard.press(keys[press % keys.length] ?? "1");
    paintedMs.push(await page.evaluate(() => window.painted));
    if (press === 100) early = await heapMegabytes();
  }
  const rendererMs = ((await busySeconds()) - before) * (1000 / presses);
  return { paintedMs, rendererMs, heap: { early, late: await heapMegabytes() } };
}
