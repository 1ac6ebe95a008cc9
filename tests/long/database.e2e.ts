import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import type { Surface } from '../e2e/browser/surface.ts';
import { checkManifest, unpack } from '../e2e/bundle-checks.ts';
import { capturesOf } from '../e2e/records.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { readAudit } from './audit/read-audit.ts';
import { startMaking } from './backup-pages.ts';
import { failAloud } from './fail-aloud.ts';
import { type Life, startLife } from './life.ts';
import { createProfile, type KeptProfile } from './profile.ts';

/** A page of the extension that runs none of its code, but may open its database. */
const BARE_PAGE = '/LICENCES.txt';
const PATIENT = { timeout: 60_000 };
const PICTURES = process.env.E2E_PICTURES;

const look = async ({ stage }: Life, page: Surface, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot(`${PICTURES}/${stage.witnessed.name}-${name}.png`, { fullPage: true });
};

/** Begins to bring the database up to a version that does not exist, spoiling it, and never ends. */
const upgradeForEver = (page: Surface): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((started, fail) => {
        const opening = indexedDB.open('anef-temoin', 9);
        opening.onerror = () => fail(opening.error);
        opening.onupgradeneeded = () => {
          const files = opening.transaction?.objectStore('files');
          opening.result.createObjectStore('half-made');
          let rounds = 0;
          const spoil = () => {
            const all = files?.getAll();
            if (!all) return;
            all.onsuccess = () => {
              for (const row of all.result) files?.put({ ...row, sha256: 'spoilt' });
              rounds++;
              if (rounds === 3) started(true);
              spoil();
            };
          };
          spoil();
        };
      }),
  );

describe('the database of another version', () => {
  let profile: KeptProfile;

  beforeAll(async () => {
    profile = await createProfile();
    const life = await startLife(profile);
    const asked = { tabId: life.desk.tabId, statement: 'Avant' };
    expect((await life.desk.ask('popup.capture', asked)).outcome).toMatchObject({ kind: 'stored' });
    await life.end();
  });
  afterAll(async () => {
    await profile?.remove();
  });

  it('a migration cut in the middle leaves the old version whole', async () => {
    const life = await startLife(profile);
    await upgradeForEver(life.desk.surface);
    await life.cut();
    const after = await startLife(profile);
    const audit = await readAudit(after.stage.witnessed);
    await after.end();
    expect(audit.problems).toEqual([]);
    expect(audit.captures.map(({ statement }) => statement)).toContain('Avant');
  });

  it('held by another page, is said; what is seen meanwhile is kept, and the rest untouched', async () => {
    const life = await startLife(profile);
    const { witnessed } = life.stage;
    const other = await witnessed.openExtensionPage(BARE_PAGE);
    await upgradeForEver(other);
    await life.page.bringToFront();
    await failAloud(life.page, '#/notifications', 503);
    const popup = await witnessed.popup(life.page);
    await popup.waitForText('Une autre fenêtre du témoin empêche l’enregistrement', PATIENT);
    await popup.close();
    await other.close();
    await life.page.bringToFront();
    const stored = async () => {
      const { incidents, waiting } = await readAudit(witnessed);
      return incidents.some(({ status }) => status === 503) || waiting.includes('503');
    };
    await expect.poll(stored, PATIENT).toBe(true);
    // Its picture may come while the audit reads one thing after the other.
    await expect.poll(async () => (await readAudit(witnessed)).problems, PATIENT).toEqual([]);
    const audit = await readAudit(witnessed);
    await life.end();
    expect(audit.captures.map(({ statement }) => statement)).toContain('Avant');
  });

  it('newer than the extension, is said, and left as it is', async () => {
    const life = await startLife(profile);
    const { witnessed } = life.stage;
    const newer = await witnessed.openExtensionPage(BARE_PAGE);
    const version = await newer.evaluate(
      () =>
        new Promise<number>((done, fail) => {
          const opening = indexedDB.open('anef-temoin', 9);
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            done(opening.result.version);
            opening.result.close();
          };
        }),
    );
    await newer.close();
    const popup = await witnessed.popup(life.page);
    await popup.waitForText('Vos dossiers viennent d’une version plus récente du témoin', PATIENT);
    await popup.close();
    const backup = await startMaking(witnessed);
    await backup.waitForText('version plus récente du témoin, que celle-ci ne sait pas lire', PATIENT);
    await look(life, backup, 'backup-too-old');
    await backup.close();
    const { files } = await readStored(witnessed);
    await life.end();
    expect(version).toBe(9);
    expect(files.some(({ kind }) => kind === 'picture')).toBe(true);
  });
});

describe('rows that are damaged', () => {
  let profile: KeptProfile;
  let life: Life;

  beforeAll(async () => {
    profile = await createProfile();
    life = await startLife(profile);
  });
  afterAll(async () => {
    await life?.end();
    await profile?.remove();
  });

  const photograph = (statement: string) =>
    life.desk.ask('popup.capture', { tabId: life.desk.tabId, statement }).then(({ outcome }) => outcome);
  /** Flips one byte in the newest sealed file of each of these kinds. */
  const flip = (kinds: readonly string[]): Promise<number> =>
    life.stage.witnessed.evaluateInBackground(
      (wanted: readonly string[]) =>
        new Promise<number>((done, fail) => {
          const opening = indexedDB.open('anef-temoin');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('files', 'readwrite');
            const files = transaction.objectStore('files');
            const all = files.getAll();
            let flipped = 0;
            all.onsuccess = () => {
              for (const kind of wanted) {
                const row = all.result.findLast((one) => one.kind === kind);
                const bytes = new Uint8Array(row.sealed.data);
                bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
                files.put(row);
                flipped++;
              }
            };
            transaction.oncomplete = () => {
              opening.result.close();
              done(flipped);
            };
            transaction.onabort = () => fail(transaction.error);
          };
        }),
      kinds,
    );

  /** Cuts that line of the one dossier's journal, as it lies in the database. */
  const cutLine = (seq: number): Promise<boolean> =>
    life.stage.witnessed.evaluateInBackground(
      (wanted: number) =>
        new Promise<boolean>((done, fail) => {
          const opening = indexedDB.open('anef-temoin');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('journal', 'readwrite');
            const journal = transaction.objectStore('journal');
            const all = journal.getAll();
            all.onsuccess = () => {
              const row = all.result.find((one) => one.seq === wanted);
              journal.put({ ...row, line: row.line.slice(0, 70) });
            };
            transaction.oncomplete = () => {
              opening.result.close();
              done(true);
            };
            transaction.onabort = () => fail(transaction.error);
          };
        }),
      seq,
    );
  /** The bundle, the limits that it declares, and what its verification says. */
  async function exported() {
    const page = await life.stage.witnessed.openExtensionPage(`/export.html#${life.dossier}`);
    await page.click('text=Créer le fichier');
    await page.waitForText('Le fichier est prêt', PATIENT);
    const file = await life.stage.witnessed.waitForDownload(PATIENT);
    await page.close();
    await life.page.bringToFront();
    const bundle = unpack(file);
    const { limits } = JSON.parse(bundle.read('data/dossier.json')) as { limits: string[] };
    const report = await verifyBundle(file);
    return { bundle, limits, named: reportText(report) };
  }

  it('hide nothing else: the popup still shows the rest, and captures go on', async () => {
    expect(await photograph('Un')).toMatchObject({ kind: 'stored' });
    expect(await photograph('Deux')).toMatchObject({ kind: 'stored' });
    expect(await flip(['picture', 'thumbnail', 'snapshot', 'capture'])).toBe(4);
    const view = await life.view();
    expect(view.trouble).toBeNull();
    expect(view.captures.map(({ statement }) => statement)).toEqual(['Un']);
    expect(await photograph('Trois')).toMatchObject({ kind: 'stored' });
  });

  it('are named by the export, which goes on with the rest', async () => {
    const { problems } = await readAudit(life.stage.witnessed).catch((error: Error) => ({
      problems: [String(error)],
    }));
    expect(problems.length).toBeGreaterThan(0);
    const { bundle, limits, named } = await exported();
    const said = limits.filter((limit) => limit.startsWith('Ligne ')).join('\n');
    expect(said).toContain('la fiche de capture n’a pas pu être relue');
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    const statements = capturesOf(bundle).map(({ statement }) => statement);
    expect(statements).toEqual(['Un', 'Trois']);
    expect(bundle.files.filter((path) => path.endsWith('.png'))).toHaveLength(2);
    const seq = said.match(/Ligne (\d+) du journal : la fiche de capture/)?.[1];
    expect(named).toContain(`La ligne ${seq} du journal annonce`);
  });

  it('in the journal itself: the same, and the files beside them are exported all the same', async () => {
    const { seq } = parsedLines(await readStored(life.stage.witnessed)).findLast(
      ({ type }) => type === 'capture',
    ) ?? { seq: 0 };
    await cutLine(seq);
    expect(await photograph('Quatre')).toMatchObject({ kind: 'stored' });
    const { bundle, limits, named } = await exported();
    expect(limits).toContain(`Ligne ${seq} du journal : la ligne elle-même n’a pas pu être relue.`);
    expect(named).toContain(`La ligne ${seq} du journal est illisible.`);
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    expect(capturesOf(bundle).map(({ statement }) => statement)).toEqual(['Un', 'Trois', 'Quatre']);
  });
});
