import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { soon } from '../../tests/e2e/browser/soon.ts';
import type { Step } from './case.ts';

/** How long a step waits for the element that it names (ms): the page may be drawing it. */
export const PATIENCE = 5_000;

/** A step that cannot be played: a sentence for whoever wrote the case. */
export class BrokenStep extends Error {
  override readonly name = 'BrokenStep';
}

/** A visible element, in the page, its open shadow roots and its frames. */
async function find(page: Page, selector: string): Promise<ElementHandle | undefined> {
  for (const frame of page.frames()) {
    for (const query of [selector, `pierce/${selector}`]) {
      const found = await frame.$(query);
      if (found && (await found.isVisible())) return found;
    }
  }
  return undefined;
}

async function expectElement(page: Page, selector: string): Promise<ElementHandle> {
  const found = await soon(() => find(page, selector), PATIENCE);
  if (!found) throw new BrokenStep(`rien de visible pour le sélecteur « ${selector} »`);
  return found;
}

/** The keys of a date field are those of the French interface: day, month, year. */
const keysFor = (type: string, text: string): string =>
  type === 'date' ? text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3$2$1').replaceAll('/', '') : text;

async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await expectElement(page, selector);
  const { tag, type } = await field.evaluate((element) => ({
    tag: element.tagName,
    type: element instanceof HTMLInputElement ? element.type : '',
  }));
  if (tag === 'SELECT') {
    // Typing the words of an option chooses it, without opening the list.
    const words = await field.evaluate((element, wanted) => {
      const { options } = element as HTMLSelectElement;
      return [...options].find(({ value, label }) => [value, label.trim()].includes(wanted))?.label.trim();
    }, text);
    if (words === undefined) throw new BrokenStep(`« ${selector} » n’a pas le choix « ${text} »`);
    await field.focus();
    await page.keyboard.type(words);
    return;
  }
  // The day of a date is at its left; in a narrow field, the middle is the month or the year.
  await field.click(type === 'date' ? { offset: { x: 6, y: 8 } } : {});
  await field.focus(); // something may lie over its middle
  if (type !== 'date') {
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.press('Backspace');
  }
  await page.keyboard.type(keysFor(type, text));
}

async function playOne(page: Page, step: Step): Promise<void> {
  if ('wait' in step) await pause(step.wait);
  else if ('click' in step) await (await expectElement(page, step.click)).click();
  else if ('fill' in step) await fill(page, ...step.fill);
  else
    await page.evaluate((hash) => {
      location.hash = hash;
    }, step.goto);
}

/** Plays the steps, one after the other, with real clicks and keys. Rejects with BrokenStep. */
export async function play(page: Page, steps: readonly Step[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    try {
      await playOne(page, step);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new BrokenStep(`étape ${index + 1} (${JSON.stringify(step)}) : ${words}`);
    }
  }
}
