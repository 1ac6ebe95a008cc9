import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import {
  checkChainInShell,
  checkManifest,
  foundIn,
  storedAfter,
  type Unpacked,
  unpack,
} from '../../tests/e2e/bundle-checks.ts';
import { exportDossier, photograph, sayForWhom } from '../../tests/e2e/person.ts';
import { secretsSeen } from '../../tests/e2e/secrets.ts';
import type { Stage } from '../../tests/e2e/stage.ts';
import { parsedLines, readBadge, readStored } from '../../tests/e2e/stored.ts';
import { until } from '../../tests/e2e/until.ts';
import { DISTINCTIVE, FICTITIOUS } from '../../tests/portal/fictitious.mjs';
import { fillRequest, login, sendRequest } from '../../tests/portal/journey.mjs';
import { tourFirstRun } from './first-run.ts';
import { tourOtherScreens } from './other-screens.ts';
import { DEMO, picturePage, pictureSurface } from './pictures.ts';
import { expectThat, type TourReport } from './report.ts';

const SENTENCE = 'Je voulais envoyer ma demande de renouvellement ; une erreur est apparue.';

/** From the login to the bundle on disk, as a person does it; every screen is photographed on the way. */
export async function tourMainJob(stage: Stage, report: TourReport): Promise<void> {
  const { portal, witnessed } = stage;
  await report.check('the first-run page opened, and leads to a rehearsal', () =>
    tourFirstRun(stage, 'fr-light'),
  );
  const page = await witnessed.newPage();
  await page.goto(portal.urls.replica);
  await picturePage(page, 'replique-accueil');
  await report.check('login through the SSO', () => login(page, 'ak'));
  await picturePage(page, 'portail-espace-personnel');
  await start(stage, page, report);
  await report.check('the whole request is filled, up to the summary', () => fillRequest(page));
  await beforeSending(stage, page, report);
  await failure(stage, page, report);
  const popup = await byHand(stage, page, report);
  const exported = await report.check(
    'the dossier is exported',
    () => exportDossier(stage, popup),
    ({ path }) => basename(path),
  );
  if (!exported) return;
  await pictureSurface(exported.page, 'export-pret');
  copyFileSync(exported.path, join(DEMO, basename(exported.path)));
  await checkBundle(stage, page, unpack(exported.path), report);
  await tourOtherScreens(stage, exported.path, report);
}

async function start(stage: Stage, page: Page, report: TourReport): Promise<void> {
  const popup = await stage.witnessed.popup(page);
  await popup.waitForText('Démarrer le témoin');
  await pictureSurface(popup, 'popup-premiere-ouverture');
  await report.check('the witness is started with one button', async () => {
    await popup.click('text=Démarrer le témoin');
    await popup.waitForText('Photos probablement possibles');
  });
  await pictureSurface(popup, 'popup-pour-qui');
  await report.check('« Pour qui ? » is answered', () => sayForWhom(popup, 'A. K.'));
  await pictureSurface(popup, 'popup-veille');
  await popup.close();
}

/** The page before sending is kept with one click; opening the popup is what Firefox wants for the pictures that follow. */
async function beforeSending({ witnessed }: Stage, page: Page, report: TourReport): Promise<void> {
  const popup = await witnessed.popup(page);
  await report.check('the summary is suggested to be kept, and kept with one click', async () => {
    await popup.waitForText('Gardez une preuve avant d’envoyer');
    await popup.click('text=Garder une preuve');
    await popup.waitForText('C’est enregistré', { timeout: 20_000 });
  });
  await pictureSurface(popup, 'popup-avant-envoi');
  await popup.close();
}

async function failure({ portal, witnessed }: Stage, page: Page, report: TourReport): Promise<void> {
  portal.setScenario('send-500');
  await sendRequest(page);
  await report.check('the badge counts it', () =>
    until('the badge', async () => (await readBadge(witnessed)).text === '1'),
  );
  await report.check('its picture is taken by itself', () =>
    until('the capture', () => isSettled(witnessed)),
  );
  await picturePage(page, 'portail-erreur');
}

async function byHand(stage: Stage, page: Page, report: TourReport) {
  const popup = await stage.witnessed.popup(page);
  await popup.waitForText('Le portail a répondu par une erreur');
  await pictureSurface(popup, 'popup-incident');
  await report.check('a picture by hand, with a sentence', async () => {
    const outcome = await photograph(popup, SENTENCE);
    expectThat(outcome.includes('photo comprise'), outcome);
  });
  await pictureSurface(popup, 'popup-photo-enregistree');
  return popup;
}

/** Every incident has its capture, beside the one of the summary: nothing is under way any more. */
async function isSettled(witnessed: Stage['witnessed']): Promise<boolean> {
  const types = parsedLines(await readStored(witnessed)).map(({ type }) => type);
  const count = (wanted: string) => types.filter((type) => type === wanted).length;
  return count('incident') > 0 && count('capture') > count('incident');
}

async function checkBundle(
  { portal, witnessed }: Stage,
  page: Page,
  bundle: Unpacked,
  report: TourReport,
): Promise<void> {
  await report.check(
    'sha256sum -c manifest-sha256.txt: all OK',
    () => checkManifest(bundle, 'manifest-sha256.txt'),
    (files) => `${files} files`,
  );
  await report.check('sha256sum -c tagmanifest-sha256.txt: all OK', () =>
    checkManifest(bundle, 'tagmanifest-sha256.txt'),
  );
  await report.check(
    'the chain of journal.jsonl holds in a shell loop',
    () => checkChainInShell(bundle),
    (lines) => `${lines} lines`,
  );
  await report.check(
    'the API answered 500: the incident was stored within a second',
    () => {
      const delay = storedAfter(bundle, portal.requests, 500);
      expectThat(delay <= 1_000, `stored after ${delay} ms`);
      return delay;
    },
    (delay) => `${delay} ms`,
  );
  await report.check(
    'each PNG is byte for byte the stored picture',
    async () => {
      const stored = (await readStored(witnessed)).files
        .filter(({ kind }) => kind === 'picture')
        .map(({ sha256 }) => sha256);
      const pictures = bundle.files.filter((path) => path.endsWith('.png'));
      const hashes = pictures.map((path) => createHash('sha256').update(bundle.bytes(path)).digest('hex'));
      expectThat(hashes.length > 0 && hashes.sort().join() === stored.sort().join(), 'the pictures differ');
      return hashes.length;
    },
    (pictures) => `${pictures} pictures`,
  );
  await report.check(
    'no code=, session_state=, cookie or typed value in any text, PDF included',
    async () => {
      const echoed = await page.evaluate(() => document.body.textContent ?? '');
      expectThat(echoed.includes(FICTITIOUS.nom ?? ''), 'the page does not even echo what was typed');
      const needles = [...DISTINCTIVE, ...secretsSeen(portal.requests)];
      const found = foundIn(bundle, needles);
      expectThat(found.length === 0, `found: ${found.join(', ')}`);
      return needles.length;
    },
    (needles) => `${needles} strings searched for`,
  );
  await report.check('the extension made no request of its own', () => {
    const own = portal.requests.filter(({ headers }) =>
      /-extension:/.test(`${headers.origin} ${headers.referer}`),
    );
    expectThat(own.length === 0, own.map(({ path }) => path).join(', '));
  });
}
