import type { Surface } from '../e2e/browser/surface.ts';
import type { Witnessed } from '../e2e/browser/witnessed.ts';
import { PASSPHRASE } from './elsewhere.ts';

/** What a person does to make, restore and keep, up to the last click. */

const PATIENT = { timeout: 60_000 };

export async function startMaking(witnessed: Witnessed): Promise<Surface> {
  const page = await witnessed.openExtensionPage('/settings.html');
  await page.click('text=Faire une sauvegarde');
  await page.type('input[name="passphrase"]', PASSPHRASE);
  await page.type('input[name="again"]', PASSPHRASE);
  await page.click('text=Créer le fichier');
  return page;
}

export async function startRestoring(witnessed: Witnessed, path: string): Promise<Surface> {
  const page = await witnessed.openExtensionPage('/settings.html');
  await page.click('text=Restaurer une sauvegarde');
  await page.setFiles('input[name="backup"]', path);
  await page.type('input[name="passphrase"]', PASSPHRASE);
  await page.click('text=Restaurer');
  return page;
}

/** `path`: of a bundle that is intact. */
export async function startKeeping(witnessed: Witnessed, path: string): Promise<Surface> {
  const page = await witnessed.openExtensionPage('/verifier.html');
  await page.setFiles('input[name="archive"]', path);
  await page.click('text=Garder une copie dans l’extension', PATIENT);
  return page;
}

/** Of the newest bundle that is kept. */
export async function eraseKept(page: Surface): Promise<void> {
  await page.click('text=Effacer', PATIENT);
  await page.click('text=Effacer la copie');
  await page.waitFor(() => document.querySelector('[data-import]') === null);
}

export const JOBS = ['restore', 'keep', 'make'] as const;
export type Job = (typeof JOBS)[number];

/** What is said at the end of each. */
export const DONE: Readonly<Record<Job, string>> = {
  restore: 'La sauvegarde est restaurée',
  keep: 'La copie est gardée',
  make: 'La sauvegarde est prête',
};
export const NO_SPACE: Readonly<Record<Job, string>> = {
  restore: 'Il n’y a pas assez de place sur le disque. Rien n’a changé',
  keep: 'Il n’y a pas assez de place sur le disque pour la copie. Rien n’a changé.',
  make: 'Il n’y a pas assez de place sur le disque. Rien n’a changé',
};
