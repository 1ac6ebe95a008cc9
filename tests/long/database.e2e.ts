import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../e2e/browser/surface.ts';
import { checkManifest, unpack } from '../e2e/bundle-checks.ts';
import { capturesOf } from '../e2e/records.ts';
import { browserName, builtExtension, openStage } from '../e2e/stage.ts';
import { readStored } from '../e2e/stored.ts';
import { login } from '../portal/journey.mjs';
import { readAudit } from './audit/read-audit.ts';
import { failAloud } from './fail-aloud.ts';
import { type Life, startLife } from './life.ts';
import { buildNextVersion } from './next-version.ts';
import { createProfile, type KeptProfile } from './profile.ts';

/** A page of the extension that runs none of its code, but may open its database. */
const BARE_PAGE = '/LICENCES.txt';
const PATIENT = { timeout: 60_000 };

/** Opens the database at a version, and keeps it open without ever giving way. */
const holdDatabase = (page: Surface, version: number): Promise<boolean> =>
  page.evaluate(
    (wanted: number) =>
      new Promise<boolean>((done) => {
        const opening = indexedDB.open('anef-temoin', wanted);
        opening.onsuccess = () => {
          (globalThis as { held?: IDBDatabase }).held = opening.result;
          done(true);
        };
        opening.onerror = () => done(false);
      }),
    version,
  );

describe('the database of another version', () => {
  let profile: KeptProfile;
  let next: Awaited<ReturnType<typeof buildNextVersion>>;

  beforeAll(async () => {
    profile = await createProfile();
    next = await buildNextVersion(builtExtension(browserName));
    const life = await startLife(profile);
    const asked = { tabId: life.desk.tabId, statement: 'Avant' };
    expect((await life.desk.ask('popup.capture', asked)).outcome).toMatchObject({ kind: 'stored' });
    await life.end();
  });
  afterAll(async () => {
    await next?.remove();
    await profile?.remove();
  });

  it('a migration cut in the middle leaves the old version whole', async () => {
    const life = await startLife(profile);
    await life.desk.surface.evaluate(
      () =>
        new Promise<boolean>((started) => {
          const opening = indexedDB.open('anef-temoin', 9);
          opening.onupgradeneeded = () => {
            const { transaction } = opening;
            const files = transaction?.objectStore('files');
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
    await life.cut();
    const after = await startLife(profile);
    const audit = await readAudit(after.stage.witnessed);
    await after.end();
    expect(audit.problems).toEqual([]);
    expect(audit.captures.map(({ statement }) => statement)).toContain('Avant');
  });

  it('held by an old page, is said; what is seen meanwhile is kept, and the rest untouched', async () => {
    const stage = await openStage({ userDataDir: profile.dir, extensionDir: next.dir });
    const { witnessed } = stage;
    try {
      const old = await witnessed.openExtensionPage(BARE_PAGE);
      expect(await holdDatabase(old, 1)).toBe(true);
      const page = await witnessed.newPage();
      await login(page, 'ak');
      await failAloud(page, '#/notifications', 503);
      const popup = await witnessed.popup(page);
      await popup.waitForText('Une autre fenêtre du témoin empêche l’enregistrement', PATIENT);
      await popup.close();
      await old.close();
      await page.bringToFront();
      await expect
        .poll(async () => (await readStored(witnessed)).waiting.map(({ kind }) => kind), PATIENT)
        .toEqual(expect.arrayContaining(['incident', 'capture']));
      expect((await readStored(witnessed)).files.some(({ kind }) => kind === 'picture')).toBe(true);
    } finally {
      await witnessed.close();
      await profile.keepAddress(witnessed);
      await stage.portal.close();
    }
  });

  it('newer than the extension, is said, and left as it is', async () => {
    const stage = await openStage({ userDataDir: profile.dir });
    const { witnessed } = stage;
    try {
      const page = await witnessed.newPage();
      await login(page, 'ak');
      const popup = await witnessed.popup(page);
      await popup.waitForText('Vos dossiers viennent d’une version plus récente du témoin', PATIENT);
      await popup.close();
      expect((await readStored(witnessed)).files.some(({ kind }) => kind === 'picture')).toBe(true);
    } finally {
      await witnessed.close();
      await profile.keepAddress(witnessed);
      await stage.portal.close();
    }
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
    const page = await life.stage.witnessed.openExtensionPage(`/export.html#${life.dossier}`);
    await page.click('text=Créer le fichier', { timeout: 15_000 });
    await page.waitForText('Le fichier est prêt', PATIENT);
    const bundle = unpack(await life.stage.witnessed.waitForDownload(PATIENT));
    const { limits } = JSON.parse(bundle.read('data/dossier.json')) as { limits: string[] };
    const said = limits.filter((limit) => limit.startsWith('Ligne ')).join('\n');
    expect(said).toContain('la fiche de capture n’a pas pu être relue');
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    const statements = capturesOf(bundle).map(({ statement }) => statement);
    expect(statements).toEqual(['Un', 'Trois']);
    expect(bundle.files.filter((path) => path.endsWith('.png'))).toHaveLength(2);
  });
});
