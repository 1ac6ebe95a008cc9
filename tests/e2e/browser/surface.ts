import { writeFile } from 'node:fs/promises';
import { type Located, locate } from './locate.ts';
import { type Evaluate, type PageScript, runScript } from './page-script.ts';
import { expectSoon, soon } from './soon.ts';

/** What each browser offers for one page of the extension, whether a tab or the popup. */
export interface SurfacePort {
  evaluate: Evaluate;
  /** A real click, in CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  /** Real key strokes into what has the focus: characters, or names such as `Enter`. */
  press(keys: readonly string[]): Promise<void>;
  setFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** PNG of what is visible, or of the whole document. */
  capture(fullPage: boolean): Promise<Uint8Array>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Patience {
  /** Milliseconds; 30,000 unless told. */
  timeout?: number;
}

/**
 * A page of the extension as a person meets it. Selectors are CSS, or `text=…` for the smallest button, link, label or
 * element that says so (white space is folded, direction marks dropped). What is waited for and does not come rejects with the page's text.
 */
export interface Surface {
  url(): Promise<string>;
  /** Arguments and value travel as JSON. */
  evaluate<T, A extends readonly unknown[]>(script: PageScript<T, A>, ...values: A): Promise<T>;
  /** The visible text of the page. */
  text(): Promise<string>;
  /** Waits for a selector to be visible, or for a function to return something true. */
  waitFor(what: string | (() => unknown), patience?: Patience): Promise<void>;
  waitForText(text: string, patience?: Patience): Promise<void>;
  /** Waits until the element can be clicked (visible, enabled, not covered, not moving), then clicks it for real. */
  click(selector: string, patience?: Patience): Promise<void>;
  /** Clicks into a field and types. */
  type(selector: string, text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Waits for the field, which may be hidden behind its button. */
  setFiles(selector: string, ...paths: string[]): Promise<void>;
  /** Writes a PNG if a path is given; returns its bytes. */
  screenshot(path?: string, options?: { fullPage?: boolean }): Promise<Uint8Array>;
  isOpen(): Promise<boolean>;
  waitForClose(patience?: Patience): Promise<void>;
  close(): Promise<void>;
}

const folded = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export function createSurface(port: SurfacePort): Surface {
  const evaluate = <T, A extends readonly unknown[]>(script: PageScript<T, A>, ...values: A) =>
    runScript(port.evaluate, script, values);
  const text = () => evaluate<string, []>('document.body.innerText');
  const find = (selector: string) => evaluate(locate, selector);
  const told = (what: string) => async () =>
    `${what}; the page says: ${await text().catch(() => 'nothing, it is closed')}`;

  const findReady = async (selector: string, patience?: Patience): Promise<Located> => {
    let seen = 'absent';
    let earlier: Located | undefined;
    return expectSoon(
      async () => {
        const found = await find(selector);
        const still = found.x === earlier?.x && found.y === earlier?.y;
        earlier = found;
        seen = found.state === 'ready' ? 'moving' : found.state;
        return found.state === 'ready' && still ? found : undefined;
      },
      () => told(`${selector} is ${seen}`)(),
      patience?.timeout,
    );
  };
  const click = async (selector: string, patience?: Patience) => {
    const { x, y } = await findReady(selector, patience);
    await port.clickAt(x, y);
  };

  return {
    url: () => evaluate(() => location.href),
    evaluate,
    text,
    async waitFor(what, patience) {
      const met =
        typeof what === 'string'
          ? async () => !['absent', 'hidden'].includes((await find(what)).state)
          : () => evaluate(what as () => unknown);
      await expectSoon(met, told(`never came: ${what}`), patience?.timeout);
    },
    async waitForText(wanted, patience) {
      const met = async () => folded(await text()).includes(folded(wanted));
      await expectSoon(met, told(`never said « ${wanted} »`), patience?.timeout);
    },
    click,
    async type(selector, value) {
      await click(selector);
      await port.press([...value]);
    },
    press: (...keys) => port.press(keys),
    async setFiles(selector, ...paths) {
      await expectSoon(async () => (await find(selector)).state !== 'absent', told(`${selector} is absent`));
      await port.setFiles(selector, paths);
    },
    async screenshot(path, { fullPage = false } = {}) {
      const png = await port.capture(fullPage);
      if (path) await writeFile(path, png);
      return png;
    },
    isOpen: () => port.isOpen(),
    async waitForClose(patience) {
      await expectSoon(async () => !(await port.isOpen()), told('still open'), patience?.timeout);
    },
    async close() {
      await port.close();
      await soon(async () => !(await port.isOpen()), 5_000);
    },
  };
}
