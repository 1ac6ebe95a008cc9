import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, logout } from '../portal/journey.mjs';
import { failOn } from './failing.ts';
import { nameDossier, startedPage } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

/** The portal has one session for the whole profile: what B does may never reach A's dossier. */
describe('A leaves, B comes', () => {
  let stage: Stage;
  let first: Page;
  let second: Page;
  let dossierOfA: string;

  const stored = () => readStored(stage.witnessed);
  const linesOfA = async () => parsedLines(await stored()).filter(({ dossier }) => dossier === dossierOfA);
  const filesOfA = async () => (await stored()).files.filter(({ dossier }) => dossier === dossierOfA).length;

  beforeAll(async () => {
    stage = await openStage();
    first = await startedPage(stage);
    dossierOfA = parsedLines(await stored())[0]?.dossier ?? '';
    await failOn(first, '#/notifications', 500);
    await until('A’s capture', async () => (await linesOfA()).some(({ type }) => type === 'capture'));
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('in the same tab: after the logout A’s chain only says that the session ended', async () => {
    const before = (await linesOfA()).length;
    const files = await filesOfA();
    await first.bringToFront();
    await logout(first);
    await login(first, 'bl');
    await failOn(first, '#/notifications', 503);
    await expect
      .poll(async () => (await stored()).waiting.map(({ kind }) => kind).sort())
      .toEqual(['capture', 'incident']);
    const added = (await linesOfA()).slice(before).map(({ type }) => type);
    expect(added).toEqual(['attempt.ended', 'session.unbound']);
    expect(await filesOfA()).toBe(files);
  });

  it('what waited enters B’s own dossier once she is named, with its own times', async () => {
    const popup = await stage.witnessed.popup(first);
    await popup.waitForText('C’est toujours');
    await popup.click('text=Quelqu’un d’autre');
    await nameDossier(popup, 'B. L.');
    await popup.close();
    expect((await stored()).waiting).toEqual([]);
    const linesOfB = parsedLines(await stored()).filter(({ dossier }) => dossier !== dossierOfA);
    expect(linesOfB.map(({ type }) => type)).toEqual([
      'dossier.opened',
      'session.bound',
      'attempt.started',
      'incident',
      'capture',
    ]);
  });

  it('in two tabs: A’s page, still open while B logs in elsewhere, belongs to nobody until said', async () => {
    await logout(first);
    await login(first, 'ak');
    const popup = await stage.witnessed.popup(first);
    await popup.waitForText('C’est toujours');
    await popup.click('text=Quelqu’un d’autre');
    await popup.click('text=C’est pour A. K.');
    await popup.waitForText('Dossier A. K.');
    await popup.close();
    const before = await linesOfA();

    second = await stage.witnessed.newPage();
    await login(second, 'ak');
    await logout(second);
    await login(second, 'bl');
    await failOn(second, '#/notifications', 502);
    await first.bringToFront();
    await failOn(first, '#/notifications', 504);
    await expect.poll(async () => new Set((await stored()).waiting.map(({ room }) => room)).size).toBe(2);
    const added = (await linesOfA()).slice(before.length).map(({ type }) => type);
    expect(added).toEqual(['session.unbound']);
  });
});
