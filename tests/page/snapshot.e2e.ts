import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { BROWSERS } from './isolated.ts';
import { FORM, PASSWORD } from './pages.ts';
import { heard, pause, soon, watchedPages } from './watched-pages.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected.ts', (served) => {
    served.page('/usagers/formulaire', FORM);
    served.page('/usagers/mot-de-passe', PASSWORD);
    served.page('/photo.png', {
      body: PIXEL,
      headers: { 'content-type': 'image/png', 'cache-control': 'max-age=600' },
    });
    served.page('/style.css', { body: 'h2{font-style:italic}', headers: { 'content-type': 'text/css' } });
    served.page('/cadre', '<p>cadre</p>');
  });
  const { open, openAlone } = pages;

  it('takes a snapshot without what is personal, and disturbs no keystroke', async () => {
    const watched = await open('/usagers/formulaire');
    const { page } = watched;
    await page.type('#nom', 'Fictive-Dupont');
    await page.type('#tel', '0612345678');
    await page.evaluate(
      `naissance.value = '1990-03-12'; naissance.dispatchEvent(new Event('input', { bubbles: true }))`,
    );
    await page.type('#mot', 'Je vis chez Rastapopoulos');
    await page.click('#suite');
    expect(await page.evaluate('nom.value + keys.join().length')).toBe(
      `Fictive-Dupont${await page.evaluate('keys.join().length')}`,
    );
    expect(await page.evaluate('keys.some((key) => key.endsWith("true"))')).toBe(false);
    expect(await page.evaluate('recap.textContent')).toContain('FICTIVE-DUPONT');
    await soon(async () =>
      (await heard(watched)).some((signal) => signal.kind === 'step' && signal.step === 'click'),
    );
    const asked = pages.served.asked.length;
    const snapshot = await watched.inWorld<PageSnapshot>('takeSnapshot()');
    expect(pages.served.asked.slice(asked)).toEqual([]);
    const html = snapshot.html ?? '';
    const everything = JSON.stringify([snapshot, await heard(watched)]);
    for (const secret of [
      'Dupont',
      'DUPONT',
      '12345678',
      '12/03/1990',
      '1990-03-12',
      'Rastapopoulos',
      'Villefictive',
      'jeanne.fictive',
      '9912345678',
      's3cret',
      'pas une adresse',
    ]) {
      expect(everything, secret).not.toContain(secret);
    }
    for (const active of [
      '<script',
      'onclick',
      'onsubmit',
      'javascript:',
      '<iframe',
      '<base',
      'http-equiv="refresh"',
      'action=',
      'fond.png',
    ]) {
      expect(html, active).not.toContain(active);
    }
    expect(html).toContain('[masqué : saisie]');
    expect(html).toContain('[masqué : e-mail]');
    expect(html).toContain('<template shadowrootmode="open"><style>b { color: red; }');
    expect(html).toContain('rgb(1, 2, 3)');
    expect(html).toContain('font-style: italic');
    expect(html).toContain('Récapitulatif');
    expect(snapshot.page.title).toBe('Demande de [masqué : saisie]');
    expect(snapshot.form).toEqual(
      expect.arrayContaining([
        { label: 'Nom de famille', type: 'text', required: true, filled: true, valid: true, message: '' },
        {
          label: 'Mél',
          type: 'email',
          required: false,
          filled: true,
          valid: false,
          message: 'Adresse incorrecte',
        },
        { label: 'Pays', type: 'select', required: false, filled: false, valid: true, message: '' },
      ]),
    );
    expect(snapshot.piiZones.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['field', 'typed', 'e-mail']),
    );
    expect(
      (await heard(watched)).flatMap((signal) =>
        signal.kind === 'step' ? [`${signal.step} ${signal.label}`] : [],
      ),
    ).toEqual(expect.arrayContaining(['input Nom de famille', 'click Enregistrer et poursuivre']));

    pages.served.page('/photo-de-la-page', html);
    const before = pages.served.asked.length;
    const reopened = await openAlone('/photo-de-la-page');
    await pause(500);
    expect(pages.served.asked.slice(before).filter((url) => url !== '/favicon.ico')).toEqual([
      '/photo-de-la-page',
    ]);
    expect(await reopened.page.evaluate(`document.querySelector('#abri').shadowRoot.textContent`)).toContain(
      'Dans l’ombre',
    );
    await Promise.all([page.close(), reopened.page.close()]);
  });

  it('keeps pictures without asking for them', async () => {
    const watched = await open(`${pages.served.plainOrigin}/usagers/formulaire`);
    await soon(() => watched.page.evaluate(`document.querySelector('img').complete`) as Promise<boolean>);
    const asked = pages.served.asked.length;
    const { html } = await watched.inWorld<PageSnapshot>('takeSnapshot()');
    expect(pages.served.asked.slice(asked).filter((url) => url !== '/favicon.ico')).toEqual([]);
    expect(html).toContain('src="data:image/png;base64,');
    await watched.page.close();
  });

  it('refuses a page with a filled password, even shown in clear', async () => {
    const watched = await open('/usagers/mot-de-passe');
    await watched.page.type('#mdp', 'motdepassefictif');
    expect(await watched.inWorld('takeSnapshot()')).toMatchObject({
      html: null,
      refused: 'password',
      form: [],
    });
    await watched.page.evaluate(`mdp.type = 'text'`);
    expect(await watched.inWorld('takeSnapshot()')).toMatchObject({ refused: 'password' });
    expect(await watched.inWorld(`ask({ to: 'page', ask: 'moment' })`)).toMatchObject({
      passwordFilled: true,
    });
    await watched.page.close();
  });
});
