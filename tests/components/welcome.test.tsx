import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExportPage } from '../../components/export/ExportPage.tsx';
import { Rehearsal } from '../../components/welcome/Rehearsal.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { drawn } from './drawn.tsx';
import { EXPORT_STATES } from './gallery/export-states.ts';
import { FIRST_RUN, view } from './gallery/views.ts';
import { REHEARSAL_STATES, WELCOME_STATES } from './gallery/welcome-states.ts';
import { StillPopup } from './still-popup.tsx';

const nothing = () => undefined;

const draw = (name: string, language?: string): string => {
  const welcome = WELCOME_STATES[name];
  const rehearsal = REHEARSAL_STATES[name];
  return drawn(
    <>
      {welcome && <Welcome {...welcome} onErase={nothing} onLanguage={nothing} />}
      {rehearsal && <Rehearsal {...rehearsal} onErase={nothing} onLanguage={nothing} onSend={nothing} />}
    </>,
    language,
  );
};

const NAMES = [...Object.keys(WELCOME_STATES), ...Object.keys(REHEARSAL_STATES)];

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(NAMES)('%s', (name) => {
    const html = draw(name, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+</);
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    expect(html).not.toMatch(/<(?:script|iframe|img)/);
    expect(html.match(/data-look="primary"/g)).toHaveLength(1);
    expect(html.match(/role="status"/g)).toHaveLength(1);
  });
});

describe('the first-run page', () => {
  it('shows the way of the browser that it is in', () => {
    expect(draw('welcome-chromium')).toContain('cliquez sur l’épingle');
    expect(draw('welcome-firefox')).toContain('Épingler à la barre d’outils');
    expect(draw('welcome-chromium')).not.toContain('roue dentée');
  });

  it('says what a picture shows before there is any', () => {
    expect(draw('welcome-chromium')).toContain(
      'montre tout ce qui est à l’écran, y compris ce que vous avez tapé',
    );
  });

  it('gives every permission of the manifest its line', () => {
    const config = readFileSync(join(import.meta.dirname, '../../wxt.config.ts'), 'utf8');
    const asked = /\bpermissions: \[([^\]]+)\]/.exec(config)?.[1]?.match(/\w+/g) ?? [];
    const named = [...draw('welcome-chromium').matchAll(/<code>(\w+)<\/code>/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(named.sort()).toEqual(asked.sort());
  });

  it('offers to erase what there is, and only that', () => {
    expect(draw('welcome-left')).toContain('Effacer la répétition');
    expect(draw('welcome-left')).toContain('2 captures et 1 incident');
    expect(draw('welcome-chromium')).not.toContain('Effacer');
    expect(draw('welcome-unread')).not.toContain('Effacer');
    expect(draw('welcome-erased')).toContain('Vos dossiers n’ont pas changé');
  });
});

describe('the page to practise on', () => {
  it('says that it is not the portal, before all else', () => {
    const html = draw('rehearsal-ready');
    expect(html.indexOf('Ce n’est pas le portail ANEF')).toBeLessThan(html.indexOf('<main'));
  });

  it('asks nobody for anything', () => {
    const fields = draw('rehearsal-ready').match(/<input[^>]*>/g) ?? [];
    expect(fields).toHaveLength(3);
    expect(fields.filter((field) => !/readonly/i.test(field))).toEqual([]);
  });

  it('fails only once sent', () => {
    expect(draw('rehearsal-ready')).not.toContain('role="alert"');
    expect(draw('rehearsal-sending')).not.toContain('role="alert"');
    expect(draw('rehearsal-failed')).toMatch(/role="alert"><p>Une erreur technique est survenue/);
  });
});

describe('a rehearsal elsewhere', () => {
  const popup = (rehearsal: boolean) =>
    drawn(
      <StillPopup
        view={view({ ...FIRST_RUN, rehearsal, noticeAccepted: true })}
        busy={null}
        outcome={null}
      />,
    );

  it('is called one in the popup, with its label ready', () => {
    expect(popup(true)).toContain('Rien de ce que vous faites ici n’est une preuve');
    expect(popup(true)).toContain('value="Répétition"');
    expect(popup(false)).not.toMatch(/répétition/i);
  });

  it('is called one where it is exported', () => {
    const ready = EXPORT_STATES['export-ready'];
    if (!ready?.description) throw new Error('no such state');
    const html = (rehearsal: boolean) =>
      drawn(
        <ExportPage
          {...ready}
          description={ready.description && { ...ready.description, rehearsal }}
          onStart={nothing}
          onCancel={nothing}
          onSaveAgain={nothing}
          onLanguage={nothing}
        />,
      );
    expect(html(true)).toContain('Répétition : ceci n’est pas une preuve');
    expect(html(false)).not.toContain('Répétition');
  });
});
