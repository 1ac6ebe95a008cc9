import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../lib/core/bundle/capture-record.ts';
import { PORTAL } from '../portal/hosts.mjs';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { allTexts, checkChainInShell, checkManifest, type Unpacked, unpack } from './bundle-checks.ts';
import { exportDossier, photograph, startedPage, startFor } from './person.ts';
import { capturesOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { installBeside, writeExtension } from './stranger.ts';
import { until } from './until.ts';

/** What could turn or act: control characters but line ends and tabs, marks and overrides of direction. */
const UNRULY = /[^\P{Cc}\t\n\r\f]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const hostile = (name: string) => `${PORTAL}/replique/hostile/${name}`;

/** Elements that are none of ours, and what ran because of them. */
const foreign = (surface: Surface) =>
  surface.evaluate(() => ({
    elements: [...document.querySelectorAll('script, img, iframe, object, embed, b, base, form, link')]
      .filter(
        (element) =>
          !(element.getAttribute('src') ?? element.getAttribute('href') ?? '').match(
            /^(\/|\.\/|data:image\/jpeg)/,
          ),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    handlers: [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    ).length,
  }));

describe('a page full of hostile words', () => {
  let stage: Stage;
  let page: Page;
  let popup: Surface;
  let bundle: Unpacked;
  let records: CaptureRecord[];

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
    await login(page, 'ak');
    await page.goto(hostile('textes'));
    await (await startFor(stage, page, 'A. K.')).close();
    await page.click('#b');
    await page.type('#nom', 'x');
    await page.click('#b');
    await page.evaluate('hostile()');
    await until('a picture', async () =>
      (await readStored(stage.witnessed)).files.some(({ kind }) => kind === 'picture'),
    );
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is shown as text in the popup', async () => {
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Ce timbre ne peut être consommé');
    await popup.waitForText('<img src=x onerror=alert(1)>');
    expect(await foreign(popup)).toEqual({ elements: [], handlers: 0 });
    // Labels stand between isolates of our own.
    expect((await popup.text()).replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(UNRULY);
    await photograph(popup, '=1+1 <b>déclaration</b>');
    expect(await foreign(popup)).toEqual({ elements: [], handlers: 0 });
  });

  it('and nowhere in the export page', async () => {
    const exported = await exportDossier(stage, popup);
    expect(await foreign(exported.page)).toEqual({ elements: [], handlers: 0 });
    bundle = unpack(exported.path);
    records = capturesOf(bundle);
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    expect(checkChainInShell(bundle)).toBeGreaterThan(3);
  });

  it('no file of the bundle bears a name of its own', () => {
    const ours =
      /^(LISEZMOI\.txt|verifier\.html|bagit\.txt|bag-info\.txt|(tag)?manifest-sha256\.txt|scelles\/(cle-publique\.pem|(tag)?manifest-sha256\.txt\.sig)|data\/(dossier\.json|journal\.jsonl|incidents\.csv|incidents\/\d{6}\.json|captures\/\d{6}\.(json|png|html)|pieces\/01_Chronologie_des_tentatives\.pdf))$/;
    expect(bundle.files.filter((path) => !ours.test(path))).toEqual([]);
  });

  it('no text of the bundle, that of the PDF included, holds what turns or acts', () => {
    const texts = allTexts(bundle);
    expect(texts).toContain('Ce timbre ne peut être consommé');
    expect(texts.split('\n').filter((line) => UNRULY.test(line))).toEqual([]);
  });

  it('no cell of the table is a formula, however it is cut', () => {
    const table = bundle.read('data/incidents.csv');
    expect(table).toContain('HYPERLINK');
    const cells = table.replace(/^\ufeff/, '').split(/[;,\t|\r\n]+/);
    expect(cells.map((cell) => cell.replace(/^"+/, '')).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('its words are in the record, within their limits, and its route is a template', () => {
    const quoted = records.find(({ trigger }) => trigger.quote?.includes('Ce timbre'));
    expect(quoted?.trigger.quote).toContain('<img src=x onerror=alert(1)>');
    for (const { page: where, trail, form, trigger } of records) {
      expect(where.title.length).toBeLessThanOrEqual(300);
      expect((trigger.quote ?? '').length).toBeLessThanOrEqual(500);
      expect(where.route).not.toMatch(/[<>]/);
      expect(trail.every(({ label }) => label.length <= 200)).toBe(true);
      expect(form.length).toBeGreaterThan(0);
    }
    expect(quoted?.trail.map(({ kind }) => kind)).toContain('click');
    expect(JSON.parse('{}').polluted).toBeUndefined();
  });

  it('the copy of the page is inert', () => {
    for (const path of bundle.files.filter((name) => /^data\/.*\.html$/.test(name))) {
      const html = bundle.read(path);
      expect(html).not.toMatch(/<script|<img src=x|\son\w+="|javascript:/i);
      expect(html.length).toBeLessThan(200_000);
    }
  });
});

describe('a page that forges events and messages', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
    await page.goto(`${hostile('forge')}?id=${stage.witnessed.extensionId}`);
    // Nothing may be evaluated meanwhile: that would be taken for something the person did.
    await pause(2_000);
    expect(await page.evaluate(() => document.body.dataset.forged)).toBe('oui');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('reaches nothing of the extension', async () => {
    expect(await page.evaluate('reached')).toEqual([]);
  });

  it('is still heard when it really fails, and no step of its own making is told', async () => {
    await page.evaluate('setTimeout(fail, 0)');
    await expect
      .poll(async () => parsedLines(await readStored(stage.witnessed)).map(({ type }) => type))
      .toContain('capture');
    const popup = await stage.witnessed.popup(page);
    await photograph(popup, 'Rien n’a été fait.');
    const { path } = await exportDossier(stage, popup);
    const trails = capturesOf(unpack(path)).map(({ trail, page: { path: at } }) => ({ at, trail }));
    const here = trails.filter(({ at }) => at.includes('forge'));
    expect(here.length).toBeGreaterThan(0);
    const after = here.flatMap(({ trail }) => {
      const since = trail.findIndex(({ label }) => label.includes('forge'));
      return trail.slice(since).map(({ kind }) => kind);
    });
    expect(new Set(after)).toEqual(new Set(['navigation']));
  });

  it.each([
    ['a frame of the portal', 'frame'],
    ['another host', 'elsewhere'],
  ] as const)('a message with our own name from %s is refused', async (_, where) => {
    const reply = await stage.witnessed.evaluateInBackground(async (place: string) => {
      interface Api {
        readonly tabs: {
          query(filter: object): Promise<{ id?: number }[]>;
          create(tab: object): Promise<{ id?: number }>;
          get(id: number): Promise<{ status?: string }>;
        };
        readonly scripting: {
          executeScript(injection: object): Promise<{ result?: unknown; error?: unknown }[]>;
        };
      }
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { tabs, scripting } = scope.browser ?? scope.chrome;
      const [tab] = await tabs.query({ url: '*://administration-etrangers-en-france.interieur.gouv.fr/*' });
      const tabId = tab?.id ?? -1;
      if (place === 'frame') {
        await scripting.executeScript({
          target: { tabId },
          func: () => {
            const frame = document.createElement('iframe');
            frame.src = '/replique/hostile/guet';
            document.body.append(frame);
            return new Promise((done) => frame.addEventListener('load', () => done(null), { once: true }));
          },
        });
      }
      const send = async () => {
        const { runtime } = (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
        ).chrome;
        const signals = [
          { kind: 'request', at: Date.now(), path: '/forge', status: 599, durationMs: 1, navigation: false },
        ];
        const data = { document: 'forged', signals };
        return runtime.sendMessage({ to: 'background', name: 'page.signals', data });
      };
      try {
        const results = await scripting.executeScript(
          place === 'frame'
            ? { target: { tabId, allFrames: true }, func: send }
            : {
                target: { tabId: (await tabs.create({ url: 'https://exemple.invalid/' })).id ?? -1 },
                func: send,
              },
        );
        return results.map(({ result }) => result);
      } catch (error) {
        return [String(error)];
      }
    }, where);
    if (where === 'frame') expect(reply).toContainEqual({ ok: false, error: 'wrong-sender' });
    else expect(JSON.stringify(reply)).toMatch(/permission|access|wrong-sender|error/i);
  });

  it('a message from another extension finds nobody', async () => {
    const envelope = { to: 'background', name: 'popup.read', data: { tabId: 1, opened: false } };
    const folder = await writeExtension(`(async () => {
      const { runtime } = globalThis.browser ?? chrome;
      let said;
      try { said = JSON.stringify(await runtime.sendMessage(${JSON.stringify(stage.witnessed.extensionId)}, ${JSON.stringify(envelope)})); }
      catch (error) { said = String(error); }
      await fetch('${hostile('guet')}?etranger=' + encodeURIComponent(said), { mode: 'no-cors' });
    })();`);
    await installBeside(stage.witnessed, folder);
    const said = await until('what the stranger was answered', async () =>
      stage.portal.requests.find(({ search }) => search.startsWith('?etranger=')),
    );
    expect(decodeURIComponent(said.search)).toMatch(/Receiving end does not exist|undefined/);
  });
});
