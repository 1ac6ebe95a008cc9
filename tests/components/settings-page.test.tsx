import { describe, expect, it } from 'vitest';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import { drawn } from './drawn.tsx';
import { SETTINGS_STATES } from './gallery/settings-states.ts';
import { NOW } from './gallery/views.ts';

const nothing = () => undefined;
const draw = (name: string, language?: string): string => {
  const state = SETTINGS_STATES[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  return drawn(
    <SettingsPage
      {...state}
      backup={{
        state: state.backup,
        onMake: nothing,
        onRestore: nothing,
        onStop: nothing,
        onSaveAgain: nothing,
      }}
      now={NOW}
      onTimestamps={nothing}
      onCopy={nothing}
      onLanguage={nothing}
    />,
    language,
  );
};

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(Object.keys(SETTINGS_STATES))('%s', (name) => {
    const html = draw(name, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+<|\{\w+\}|undefined|NaN|<script/);
  });
});

describe('timestamps', () => {
  it('say what is sent, and that nothing is yet, before the button', () => {
    const html = draw('settings-off');
    for (const said of ['Jamais la page, jamais une photo, jamais un nom', 'Désactivé : rien n’est envoyé']) {
      expect(html).toContain(said);
      expect(html.indexOf(said)).toBeLessThan(html.indexOf('Activer l’horodatage'));
    }
    expect(html).toContain('https://timestamp.sectigo.com/qualified');
  });

  it('never call an authority qualified', () => {
    for (const name of Object.keys(SETTINGS_STATES)) expect(draw(name)).not.toMatch(/qualifié/i);
  });

  it('say to whom, what came last, and why something waits', () => {
    expect(draw('settings-on')).toContain('envoyées à timestamp.sectigo.com');
    expect(draw('settings-waiting')).toContain('2 dossiers attendent leur horodatage');
    expect(draw('settings-waiting')).toContain('L’autorité n’a pas répondu. Le témoin essaiera encore');
    expect(draw('settings-not-allowed')).not.toContain('essaiera encore');
    expect(draw('settings-bad-reply')).toContain('elle n’a pas été gardée');
  });
});

describe('a back-up', () => {
  it('says what is lost without one, and what cannot be recovered, before anything is made', () => {
    expect(draw('settings-off')).toContain('emporte tout');
    const form = draw('settings-backup-full');
    expect(form.indexOf('ne peut pas être retrouvée')).toBeGreaterThan(0);
    expect(form.indexOf('ne peut pas être retrouvée')).toBeLessThan(form.indexOf('Créer le fichier'));
  });

  it('says of each failure that nothing has changed', () => {
    const failed = Object.keys(SETTINGS_STATES).filter((name) =>
      /data-result="(?!made|restored)/.test(draw(name)),
    );
    expect(failed).toHaveLength(11);
    for (const name of failed) expect(draw(name)).toMatch(/Rien n’a changé/);
  });

  it('says what came, what was left alone and what was refused', () => {
    const html = draw('settings-backup-restored');
    expect(html).toContain('Ajouté : 2 dossiers, 41 captures.');
    expect(html).toContain('Dont 1 répétition');
    expect(html).toContain('Complété : 1 dossier, avec 3 captures de plus.');
    expect(html).toContain('Déjà ici, laissé tel quel : 1 dossier.');
    expect(html).toContain('2 dossiers laissés de côté (C. D., E. F.).');
    expect(html).toContain('la clé de ce navigateur');
    expect(draw('settings-backup-known')).toContain('Tout était déjà ici');
  });

  it('can be made while nothing else answers', () => {
    expect(draw('settings-failed')).toContain('Faire une sauvegarde');
  });
});

describe('the key', () => {
  it('is shown in groups of eight', () => {
    expect(draw('settings-off')).toContain('0f3a9c21 7b644c1e 9d205a8e 13f7b642');
    expect(draw('settings-without-key')).toContain('n’a pas pu être lue');
  });
});
