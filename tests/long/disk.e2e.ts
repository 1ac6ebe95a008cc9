import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureOutcome } from '../../lib/app/popup/popup-view.ts';
import type { Surface } from '../e2e/browser/surface.ts';
import { checkManifest, unpack } from '../e2e/bundle-checks.ts';
import { until } from '../e2e/until.ts';
import { readAudit } from './audit/read-audit.ts';
import { failAloud } from './fail-aloud.ts';
import type { LittleSpace } from './full-disk.ts';
import { type Life, startLife } from './life.ts';
import { createLittleSpace } from './little-space.ts';
import { createProfile, type KeptProfile } from './profile.ts';

const FULL = 'Cet ordinateur n’a plus de place';
const PATIENT = { timeout: 60_000 };
/** Space for facts, but not for the picture of `paintNoise` (bytes). */
const LITTLE = 1_200_000;
/** Stays free beside each write where the browser knows what is left (bytes). */
const BESIDE = 4_500_000;

/** Puts what no PNG can make small on the whole page: its picture takes several megabytes. Runs in the page. */
const paintNoise = (): void => {
  const canvas = document.createElement('canvas');
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  canvas.style.cssText = 'position:fixed;inset:0;z-index:9999;pointer-events:none';
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const picture = context.createImageData(canvas.width, canvas.height);
  for (let at = 0; at < picture.data.length; at += 1 << 16) {
    crypto.getRandomValues(picture.data.subarray(at, at + (1 << 16)));
  }
  for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = 255;
  context.putImageData(picture, 0, 0);
  canvas.id = 'noise';
  document.body.append(canvas);
};
/** What an export has left half-written. Runs in a page of the extension. */
const exportFiles = async (): Promise<string[]> => {
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (await root.getDirectoryHandle('exports')).keys()) names.push(name);
  return names;
};
const removeNoise = (): void => document.getElementById('noise')?.remove();

describe('a disk that is full', () => {
  let disk: LittleSpace;
  let profile: KeptProfile;
  let life: Life;
  let before: string[];

  const photograph = async (statement: string): Promise<CaptureOutcome> => {
    const { desk } = life;
    const { outcome } = await desk.ask('popup.capture', { tabId: desk.tabId, statement });
    return outcome;
  };
  const keys = async () => {
    const { captures } = await readAudit(life.stage.witnessed);
    return captures.map(({ seq, statement }) => `${seq} ${statement}`);
  };

  /** True when the popup has a picture of that failure, else why not; null as long as its capture is not stored. */
  const shownOf = async (status: number) => {
    const seen = (await life.view()).incidents.find(({ httpStatus }) => httpStatus === status);
    return seen ? seen.thumbnail !== null || seen.imageMissing : null;
  };
  const fillButForLittle = () => disk.fill(life, LITTLE + (disk.isCounted ? BESIDE : 0));
  let exporting: Surface;

  beforeAll(async () => {
    disk = await createLittleSpace();
    profile = await createProfile(disk.dir);
    life = await startLife(profile, disk.extensionDir);
    expect(await photograph('Avant 1')).toMatchObject({ kind: 'stored' });
    expect(await photograph('Avant 2')).toMatchObject({ kind: 'stored' });
    await failAloud(life.page, '#/triage', 500);
    await until('the capture of an older failure', async () => (await shownOf(500)) !== null);
    before = await keys();
  });
  afterAll(async () => {
    await life?.end();
    await profile?.remove();
    await disk?.remove();
  });

  it('but for a little: what is seen is stored without its picture, and says why', async () => {
    await life.page.evaluate(paintNoise);
    await fillButForLittle();
    expect(await photograph('Sans place pour la photo')).toEqual({
      kind: 'stored',
      imageMissing: 'disk-full',
    });
    await fillButForLittle();
    await failAloud(life.page, '#/espace-personnel/mon-compte', 504);
    await expect.poll(() => shownOf(504), PATIENT).toBe('disk-full');
    await life.page.evaluate(removeNoise);
    const { captures, problems } = await readAudit(life.stage.witnessed);
    expect(problems).toEqual([]);
    expect(captures.slice(before.length).map(({ picture }) => picture)).toEqual([false, false]);
    before = await keys();
  });

  it('is said in the popup, in plain words, beside what was stored before', async () => {
    exporting = await life.stage.witnessed.openExtensionPage(`/export.html#${life.dossier}`);
    await exporting.waitFor('text=Créer le fichier');
    await life.page.bringToFront();
    await disk.fill(life);
    expect(await photograph('Pendant')).toEqual({ kind: 'refused', reason: 'trouble' });
    await failAloud(life.page, '#/notifications', 503);
    const seen = async () => {
      const { trouble, incidents } = await life.view();
      return [trouble, ...incidents.map(({ httpStatus }) => httpStatus).filter((status) => status !== 503)];
    };
    await expect.poll(seen, PATIENT).toEqual(['disk-full', 504, 500]);
    const popup = await life.stage.witnessed.popup(life.page);
    await popup.waitForText(FULL);
    await popup.waitForText('Avant 2');
    await popup.close();
  });

  it('stops an export with a clear sentence, in the language chosen, and leaves nothing of it', async () => {
    await exporting.click('text=Créer le fichier');
    await exporting.waitForText(
      'Il n’y a pas assez de place. Supprimez des fichiers, puis réessayez.',
      PATIENT,
    );
    await exporting.waitForText('Votre dossier est intact.');
    await exporting.click('button[lang=en]');
    await exporting.waitForText('There is not enough room. Delete some files, then try again.', PATIENT);
    await exporting.click('button[lang=fr]');
    expect(await exporting.evaluate(exportFiles)).toEqual([]);
    await life.page.bringToFront();
  });

  it('once there is space again, the same page makes the file', async () => {
    await disk.empty(life);
    await exporting.click('text=Réessayer', PATIENT);
    const bundle = unpack(await life.stage.witnessed.waitForDownload(PATIENT));
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    await exporting.close();
    await life.page.bringToFront();
  });

  it('what was seen meanwhile is stored by itself', async () => {
    await expect
      .poll(async () => {
        const { trouble } = await life.view();
        return { trouble, isStored: (await shownOf(503)) !== null };
      }, PATIENT)
      .toEqual({ trouble: null, isStored: true });
  });

  it('nothing older was lost, and the chain is whole', async () => {
    const audit = await readAudit(life.stage.witnessed);
    expect(audit.problems).toEqual([]);
    expect((await keys()).slice(0, before.length)).toEqual(before);
    expect(await photograph('Après')).toEqual({ kind: 'stored', imageMissing: null });
    before = await keys();
  });

  it('nor with the next starts of the browser: what a full disk spoils shows only then', async () => {
    for (let times = 0; times < 2; times++) {
      await life.end();
      life = await startLife(profile, disk.extensionDir);
      expect((await readAudit(life.stage.witnessed)).problems).toEqual([]);
      expect(await keys()).toEqual(before);
    }
  });
});
