import { describe, expect, it } from 'vitest';
import { ExportPage } from '../../components/export/ExportPage.tsx';
import { drawn } from './drawn.tsx';
import { EXPORT_STATES } from './gallery/export-states.ts';

const nothing = () => undefined;
const draw = (name: string, language?: string): string => {
  const state = EXPORT_STATES[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  return drawn(
    <ExportPage {...state} onStart={nothing} onCancel={nothing} onSaveAgain={nothing} onLanguage={nothing} />,
    language,
  );
};

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(Object.keys(EXPORT_STATES))('%s', (name) => {
    const html = draw(name, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+<|\{\w+\}|undefined|NaN|<script/);
  });
});

describe('the export page', () => {
  it('says before anything is made what the pictures show and what is not proved', () => {
    const html = draw('export-ready');
    expect(html).toContain('Une photo montre tout ce qui était à l’écran');
    expect(html).toContain('qui était devant l’ordinateur');
    expect(html).toContain('Ce n’est pas l’acte d’un commissaire de justice.');
    expect(html).toContain('dossier-7f3a91c2-20261121.zip');
  });

  it('shows progress in numbers and in words', () => {
    const html = draw('export-running');
    expect(html).toMatch(/<progress [^>]*value="47"[^>]*max="128"/);
    expect(html).toContain('47 sur 128');
    expect(html).toContain('Annuler');
    expect(draw('export-counting')).toMatch(/<progress [^>]*labelledby="[^"]+"><\/progress>/);
  });

  it('gives the file again, or another try', () => {
    expect(draw('export-saved')).toContain('Enregistrer de nouveau');
    expect(draw('export-cancelled')).toContain('Réessayer');
    expect(draw('export-failed')).toContain('Il n’y a pas assez de place.');
    expect(draw('export-no-dossier')).not.toContain('Réessayer');
  });

  it('frightens nobody about a dossier that is whole, and offers another try where it helps', () => {
    for (const name of ['export-blocked', 'export-newer', 'export-broken'])
      expect(draw(name)).not.toContain('ne se lit plus');
    expect(draw('export-blocked')).toMatch(/Fermez les autres onglets.*Votre dossier est intact.*Réessayer/s);
    expect(draw('export-newer')).toContain('Mettez l’extension à jour');
    expect(draw('export-newer')).not.toContain('Réessayer');
    expect(draw('export-broken')).toMatch(/Ne désinstallez pas l’extension.*Réessayer/s);
  });
});
