import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Chance } from './chance.ts';

/** How somebody fills a form: ranges in ms, and how many actions go by between two long looks at the page. */
export interface Pace {
  readonly keyMs: readonly [number, number];
  readonly pauseMs: readonly [number, number];
  readonly thinkMs: readonly [number, number];
  readonly thinkEvery: number;
  /** The portal's own answers. */
  readonly answerMs: readonly [number, number];
}

export const PACES = {
  fast: {
    keyMs: [0, 0],
    pauseMs: [0, 0],
    thinkMs: [0, 0],
    thinkEvery: Number.POSITIVE_INFINITY,
    answerMs: [0, 40],
  },
  // Long looks are longer than what any watcher waits for on a form that stands still.
  slow: {
    keyMs: [10, 40],
    pauseMs: [60, 400],
    thinkMs: [4_600, 6_500],
    thinkEvery: 20,
    answerMs: [0, 600],
  },
} as const satisfies Record<string, Pace>;

export interface OrdinaryPerson {
  readonly page: Page;
  readonly chance: Chance;
  /** What she did, in order, with its time (ms since 1970). */
  readonly done: readonly { readonly at: number; readonly what: string }[];
  /** A real click on what is there, visible and enabled; `times` clicks without a pause. */
  press(selector: string, times?: number): Promise<void>;
  /** Replaces what a text field holds, and leaves it. */
  write(name: string, text: string): Promise<void>;
  /** Chooses in a list, by the keyboard: what a driver chooses by script is no event of the browser's own. */
  choose(name: string, value: string): Promise<void>;
  /** Resolves once the portal has taken the file. */
  upload(name: string, path: string): Promise<void>;
  goBack(): Promise<void>;
  goForward(): Promise<void>;
}

/** `beforeEach` is told how slowly the portal shall answer from now on. */
export function createOrdinaryPerson(
  page: Page,
  chance: Chance,
  pace: Pace,
  beforeEach: (answerMs: number) => void,
): OrdinaryPerson {
  const done: { at: number; what: string }[] = [];
  const within = ([from, to]: readonly [number, number]) => chance.between(from, to);

  const act = async (what: string, doing: () => Promise<unknown>) => {
    const thinks = done.length % pace.thinkEvery === pace.thinkEvery - 1;
    const wait = within(thinks ? pace.thinkMs : pace.pauseMs);
    if (wait > 0) await pause(wait);
    beforeEach(Math.round(within(pace.answerMs)));
    done.push({ at: Date.now(), what });
    await doing();
  };

  const ready = async (selector: string): Promise<ElementHandle<Element>> => {
    const control = await page.waitForSelector(`${selector}:not(:disabled)`, { visible: true });
    if (control === null) throw new Error(`${selector} never came`);
    return control;
  };

  /** What is drawn anew while it is being clicked is clicked again. */
  const click = async (selector: string, count = 1) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const control = await ready(selector);
        return await control.click({ count });
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  };

  const choose = async (name: string, value: string) => {
    await click(`label[for="${name}"]`);
    const list = await page.waitForSelector(`select[name="${name}"]`);
    const steps = await list?.evaluate(
      (node, wanted) =>
        [...(node as HTMLSelectElement).options].findIndex((option) => option.value === wanted) -
        (node as HTMLSelectElement).selectedIndex,
      value,
    );
    for (let left = Math.abs(steps ?? 0); left > 0; left -= 1)
      await page.keyboard.press((steps ?? 0) > 0 ? 'ArrowDown' : 'ArrowUp');
    await page.keyboard.press('Tab');
    const chosen = await page.$eval(`select[name="${name}"]`, (node) => (node as HTMLSelectElement).value);
    if (chosen !== value) throw new Error(`${name} holds ${chosen}, not ${value}`);
  };

  return {
    page,
    chance,
    done,
    press: (selector, times = 1) => act(`click ${selector} ×${times}`, () => click(selector, times)),
    write: (name, text) =>
      act(`write ${name}: ${text}`, async () => {
        const selector = `[name="${name}"]`;
        await click(selector);
        await page.$eval(selector, (node) => (node as HTMLInputElement).select());
        if (text === '') await page.keyboard.press('Backspace');
        else await page.keyboard.type(text, { delay: Math.round(within(pace.keyMs)) });
        await page.keyboard.press('Tab');
      }),
    choose: (name, value) => act(`choose ${name}: ${value}`, () => choose(name, value)),
    upload: (name, path) =>
      act(`upload ${name}`, async () => {
        const input = await page.waitForSelector(`input[name="${name}"]`);
        await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
        await page.waitForSelector(`[data-upload="${name}"][data-state="done"]`);
      }),
    goBack: () => act('back in the browser', () => page.evaluate(() => history.back())),
    goForward: () => act('forward in the browser', () => page.evaluate(() => history.forward())),
  };
}
