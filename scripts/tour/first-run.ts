import type { Stage } from '../../tests/e2e/stage.ts';
import { pictureSurface } from './pictures.ts';

/** The page that opens at install, and the one to practise on, from its form to its failure in the popup. */
export async function tourFirstRun({ witnessed }: Stage, name: string): Promise<void> {
  const welcome = await witnessed.waitForExtensionPage('/welcome.html');
  await welcome.waitFor('main h2');
  await pictureSurface(welcome, `bienvenue-${name}`);
  await welcome.close();
  const rehearsal = await witnessed.openExtensionPage('/rehearsal.html');
  await rehearsal.click('.rehearsal-form button');
  await rehearsal.waitFor('[role="alert"]');
  await pictureSurface(rehearsal, `repetition-${name}`);
  const popup = await witnessed.popupOver('/rehearsal.html');
  await popup.waitFor('.seen-item', { timeout: 15_000 });
  await pictureSurface(popup, `repetition-popup-${name}`);
  await popup.close();
  await rehearsal.close();
}
