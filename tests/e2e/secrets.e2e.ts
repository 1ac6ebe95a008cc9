import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../lib/core/bundle/capture-record.ts';
import { sideFilePath } from '../../lib/core/bundle/layout.ts';
import { DISTINCTIVE, FICTITIOUS, VALUES_BY_STEP } from '../portal/fictitious.mjs';
import { fillRequest, fillStep, hook, press, waitForRoute } from '../portal/journey.mjs';
import { foundIn, type Unpacked, unpack } from './bundle-checks.ts';
import { exportDossier, photograph, startedPage } from './person.ts';
import { capturesOf } from './records.ts';
import { secretsSeen } from './secrets.ts';
import { openStage, type Stage } from './stage.ts';

const AHEAD_MS = 90_000;
/** The header has whole seconds; the rest is what a busy machine takes to hand the answer over. */
const TOLERANCE_MS = 3_000;
/** A page can put a secret anywhere that it makes a request. */
const PLANTED = 'Jeton-Du-Test-4242';
const KEPT_HEADERS = ['content-type', 'date', 'retry-after', 'server', 'x-correlation-id', 'x-request-id'];

const visible = (text: string) => text.replace(/\s+/g, ' ');
const pathOf = ({ seq }: CaptureRecord) => sideFilePath('snapshot', seq);

/** What a bundle says of the network and of the forms, and what it may never say. */
describe('facts without secrets', () => {
  let stage: Stage;
  let page: Page;
  let bundle: Unpacked;
  let ofForm: CaptureRecord;
  let ofRecap: CaptureRecord;

  beforeAll(async () => {
    stage = await openStage();
    stage.portal.control({ clockOffsetMs: AHEAD_MS });
    page = await startedPage(stage);
    await fillRequest(page, { until: 3 });
    await fillStep(page, 3);
    let popup = await stage.witnessed.popup(page);
    await photograph(popup, 'Le formulaire.');
    await popup.close();

    await fillRequest(page);
    for (const part of [1, 2, 3]) await press(page, hook(`recap-${part}`));
    await leakAboutEverything(page);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('code 503');
    await photograph(popup, 'Le récapitulatif.');
    bundle = unpack((await exportDossier(stage, popup)).path);
    const byHand = capturesOf(bundle).filter(({ trigger }) => trigger.kind === 'manual');
    expect(byHand).toHaveLength(2);
    [ofForm, ofRecap] = byHand as [CaptureRecord, CaptureRecord];
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('says how far the server’s clock is from this one', () => {
    for (const { clock } of capturesOf(bundle)) {
      expect(clock.serverOffsetMs).toBeGreaterThan(AHEAD_MS - TOLERANCE_MS);
      expect(clock.serverOffsetMs).toBeLessThan(AHEAD_MS + TOLERANCE_MS);
    }
  });

  it('keeps only the headers of the list', () => {
    for (const { http } of capturesOf(bundle)) {
      const names = Object.keys(http.main?.headers ?? {});
      expect(names).toContain('date');
      expect(names.filter((name) => !KEPT_HEADERS.includes(name))).toEqual([]);
    }
  });

  it('keeps no cookie, no authorisation, no query and no fragment of any request', () => {
    const seen = stage.portal.requests.map(({ headers, search }) => `${headers.authorization} ${search}`);
    expect(seen.join('\n').split(PLANTED).length).toBeGreaterThan(2);
    expect(foundIn(bundle, [PLANTED, ...secretsSeen(stage.portal.requests)])).toEqual([]);
    const captures = capturesOf(bundle);
    expect(JSON.stringify(captures)).not.toMatch(/"(?:set-)?cookie"|"authorization"/i);
    const addresses = captures.flatMap(({ http, page: { path, route }, trail }) => [
      path,
      route,
      ...http.recent.map((request) => request.path),
      ...trail.filter(({ kind }) => kind === 'navigation').map(({ label }) => label),
    ]);
    expect(addresses.filter((address) => /[?&=]/.test(address))).toEqual([]);
    expect(addresses).toContain('/api/replique/{id}');
  });

  it('says of each field its label and whether it is filled, never its value', () => {
    const typed = Object.keys(VALUES_BY_STEP[3] ?? {});
    expect(ofForm.form.filter(({ filled }) => filled)).toHaveLength(typed.length);
    expect(ofForm.form.filter(({ filled }) => !filled)).toMatchObject([{ required: false }]);
    expect(ofForm.form.every(({ label }) => label !== '')).toBe(true);
    expect(Object.keys(ofForm.form[0] ?? {}).sort()).toEqual([
      'filled',
      'label',
      'message',
      'required',
      'type',
      'valid',
    ]);
    expect(foundIn(bundle, DISTINCTIVE)).toEqual([]);
  });

  it('the snapshot of the recapitulation has its headings and none of what was typed', async () => {
    const shown = visible(await page.evaluate(() => document.body.innerText));
    const snapshot = visible(bundle.read(pathOf(ofRecap)));
    const { codePostal = '', ressources = '', expiration = '' } = FICTITIOUS;
    const typed = [...DISTINCTIVE, codePostal, ressources, expiration];
    const echoed = typed.filter((value) => shown.includes(value));
    expect(echoed.length).toBeGreaterThan(8);
    expect(echoed.filter((value) => snapshot.includes(value))).toEqual([]);
    expect(snapshot).toContain('Une fois la demande envoyée, je ne peux plus la modifier.');
  });

  it('opening that snapshot asks for nothing and runs nothing', async () => {
    const file = join(bundle.folder, pathOf(ofRecap));
    const reader = await stage.witnessed.newPage();
    const asked: string[] = [];
    reader.on('request', (request) => void asked.push(request.url()));
    const before = stage.portal.requests.length;
    const url = pathToFileURL(file).href;
    await reader.goto(url, { waitUntil: 'load' });
    const seen = await reader.evaluate(() => ({
      heading: document.querySelector('h1, h2, h3')?.textContent ?? '',
      scripts: document.querySelectorAll('script, iframe, object, embed').length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      resources: performance.getEntriesByType('resource').map(({ name }) => name),
    }));
    expect(seen).toMatchObject({ scripts: 0, handlers: 0, resources: [] });
    expect(seen.heading).not.toBe('');
    expect(asked.filter((address) => address !== url && !address.startsWith('data:'))).toEqual([]);
    expect(stage.portal.requests.slice(before)).toEqual([]);
    await reader.close();
  });
});

/** Fails with a secret in the query, in a header and in the fragment of the page. */
async function leakAboutEverything(page: Page): Promise<void> {
  await waitForRoute(page, '#/demande/etape/7');
  await page.evaluate(async (secret) => {
    history.replaceState(null, '', `${location.pathname}?jeton=${secret}${location.hash}?jeton=${secret}`);
    await fetch(`/api/replique/503?jeton=${secret}#${secret}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
  }, PLANTED);
}
