import { VALUES_BY_STEP } from '../portal/fictitious.mjs';
import { hook, LAST_STEP, waitForRoute, writeDocuments } from '../portal/journey.mjs';
import type { OrdinaryPerson } from './ordinary-person.ts';

/** What somebody writes first and then corrects: what is refused, and what is only another answer. */
const SLIPS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  nom: ['ZEBULON', ''],
  prenoms: ['Essai'],
  naissance: ['12/12/12', '1912', '12-12-1912'],
  agdref: ['99000', '99000000421'],
  expiration: ['31 décembre', '31/12/29'],
  expirationTriage: ['31/12', '30/12/2029'],
  voie: ['42', ''],
  codePostal: ['9904', '75'],
  commune: ['VILLE'],
  telephone: ['06', '0699000042 0', ''],
  courriel: ['zebulon', 'zebulon.fictif@'],
  employeur: ['ENTREPRISE', ''],
  ressources: ['mille', '1 842'],
  timbre: ['9900', '990000000000004'],
};
/** Another choice of the same list. */
const OTHERS: Readonly<Record<string, string>> = {
  demarche: 'premiere',
  nationalite: 'BORDURIE',
  titre: 'etudiant',
  famille: 'marie',
  activite: 'sans',
};

/** The form goes on without them: whoever adds them afterwards is on the next page already. */
const OPTIONAL: readonly string[] = ['complement', 'employeur'];

const routeOf = (n: number) => (n === 0 ? '#/triage' : `#/demande/etape/${n}`);
const ACCOUNT = '#/espace-personnel/mon-compte';

/** Chance, in words: true once in `times`. */
const oneIn = ({ chance }: OrdinaryPerson, times: number): boolean => chance.between(0, times) < 1;

async function answer(person: OrdinaryPerson, name: string, value: string): Promise<void> {
  const other = OTHERS[name];
  if (other !== undefined) {
    if (oneIn(person, 3)) await person.choose(name, other);
    return person.choose(name, value);
  }
  const slips = SLIPS[name];
  if (slips && oneIn(person, 2)) await person.write(name, person.chance.oneOf(slips));
  if (slips && oneIn(person, 6)) await person.write(name, person.chance.oneOf(slips));
  return person.write(name, value);
}

/** The fields of a step, one of them sometimes forgotten until the portal asks for it, or until it lets her go on. */
async function fillFields(person: OrdinaryPerson, n: number): Promise<void> {
  const fields = Object.entries(VALUES_BY_STEP[n] ?? {});
  const asked = oneIn(person, 3) ? person.chance.oneOf([0, 1, 2]) : -1;
  const forgotten = OPTIONAL.includes(fields[asked]?.[0] ?? '') ? -1 : asked;
  for (const [index, [name, value]] of fields.entries())
    if (index !== forgotten) await answer(person, name, value);
  const late = fields[forgotten];
  if (late === undefined) return;
  // One interface greys its button out until all is there; in the other it can be clicked, and says what is missing.
  if (await person.page.$(`${hook('submit')}:not(:disabled)`)) await person.press(hook('submit'));
  await answer(person, ...late);
}

async function giveDocuments(person: OrdinaryPerson): Promise<void> {
  for (const [name, path] of Object.entries(writeDocuments())) {
    await person.upload(name, path);
    if (!oneIn(person, 2)) continue;
    await person.press(`[data-upload="${name}"] button`);
    await person.page.waitForSelector(`[data-upload="${name}"][data-state="empty"]`);
    await person.upload(name, path);
  }
}

/** Looks elsewhere and comes back: other pages, the tabs of the account, the window that asks whether to give up. */
async function lookElsewhere(person: OrdinaryPerson, n: number): Promise<void> {
  const { page, chance } = person;
  const where = chance.oneOf(['language', 'abandon', ACCOUNT, '#/', '#/notifications'] as const);
  if (where === 'language') {
    const before = await page.evaluate(() => document.documentElement.lang);
    await person.press(hook('language'));
    await page.waitForSelector(`html:not([lang="${before}"])`);
    await person.press(hook('language'));
    await page.waitForSelector(`html[lang="${before}"]`);
  } else if (where === 'abandon') {
    if (n === 0) return;
    await person.press(hook('abandon'));
    await person.press(hook('dialog-close'));
  } else {
    await person.press(`nav a[href="${where}"]`);
    await waitForRoute(page, where);
    if (where === ACCOUNT) {
      await person.press('#tab-1');
      await person.press('#tab-0');
    }
    await person.goBack();
  }
  await waitForRoute(page, routeOf(n));
}

/** On to the next step; a hurried hand clicks twice. The first one starts the request, and is clicked once. */
async function goOn(person: OrdinaryPerson, n: number): Promise<void> {
  const times = n > 0 && n < 6 && oneIn(person, 4) ? 2 : 1;
  await person.press(hook('submit'), times);
  // The second answer draws the next step once more: nobody writes into what is about to go.
  if (times > 1) await person.page.waitForNetworkIdle({ idleTime: 300 });
  if (n === 6) {
    await person.page.waitForSelector('form', { hidden: true });
    await person.press(hook('submit'));
  }
  await waitForRoute(person.page, routeOf(n + 1));
}

/** From the new step to the one before, by the portal's button or by the browser's, and on again with what was saved. */
async function goBackOnce(person: OrdinaryPerson, n: number): Promise<void> {
  const { page } = person;
  if (oneIn(person, 2)) {
    await person.press(hook('back'));
    await waitForRoute(page, routeOf(n));
    const [first] = Object.entries(VALUES_BY_STEP[n] ?? {});
    if (first && n !== 6) await answer(person, ...first);
    await person.press(hook('submit'));
  } else {
    await person.goBack();
    await waitForRoute(page, routeOf(n));
    await person.goForward();
  }
  await waitForRoute(page, routeOf(n + 1));
}

/** A whole request, from the personal space to the confirmation, with slips, corrections and detours. */
export async function makeRequest(person: OrdinaryPerson): Promise<void> {
  const { page } = person;
  await person.press('nav a[href="#/triage"]');
  for (let n = 0; n < LAST_STEP; n += 1) {
    await waitForRoute(page, routeOf(n));
    if (oneIn(person, 4)) await lookElsewhere(person, n);
    if (n === 5) await giveDocuments(person);
    else await fillFields(person, n);
    await goOn(person, n);
    if (n > 0 && oneIn(person, 3)) await goBackOnce(person, n);
  }
  if (oneIn(person, 3)) await lookElsewhere(person, LAST_STEP);
  for (const part of [1, 2, 3, 4]) await person.press(hook(`recap-${part}`));
  if (oneIn(person, 2)) {
    await person.press(hook('dialog-close'));
    await person.press(hook('recap-4'));
  }
  await person.press(hook('send'));
  await waitForRoute(page, '#/confirmation');
  await person.press(hook('to-account'));
  await waitForRoute(page, ACCOUNT);
}
