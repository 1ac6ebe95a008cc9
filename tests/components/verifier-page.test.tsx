import { describe, expect, it } from 'vitest';
import { ImportList } from '../../components/verifier/ImportList.tsx';
import { KeepCopy } from '../../components/verifier/KeepCopy.tsx';
import { VerifierPage } from '../../components/verifier/VerifierPage.tsx';
import { drawnWithIsolates } from './drawn.tsx';
import { VERIFIER_STATES } from './gallery/verifier-states.ts';
import { NOW } from './gallery/views.ts';

const nothing = () => undefined;
const on = {
  onArchive: nothing,
  onFolder: nothing,
  onDrop: nothing,
  onStop: nothing,
  onEarlier: nothing,
  onRoots: nothing,
  onLanguage: nothing,
};
const draw = (name: string, language?: string): string => {
  const state = VERIFIER_STATES[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  return drawnWithIsolates(
    <VerifierPage
      roots={{ kind: 'none' }}
      {...state}
      offer={state.keep && <KeepCopy state={state.keep} onKeep={nothing} onStop={nothing} />}
      list={
        state.imports && (
          <ImportList
            imports={state.imports}
            now={NOW}
            problem={state.importProblem ?? 'none'}
            onVerify={nothing}
            onSave={nothing}
            onErase={nothing}
          />
        )
      }
      {...on}
    />,
    language,
  );
};

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(Object.keys(VERIFIER_STATES))('%s', (name) => {
    const html = draw(name, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+<|\{\w+\}|undefined|NaN|<script|<img/);
  });
});

describe('the verifier', () => {
  it('says the verdict before anything else, and what it does not say last', () => {
    const html = draw('verifier-intact');
    const order = [
      'data-verdict="intact"',
      'D’où il vient',
      'Contrôles',
      'Contrôler sans nous',
      'Ce que cela ne dit pas',
    ];
    const places = order.map((text) => html.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('does not say that every check passed where an export has no journal, nor how to follow one', () => {
    const html = draw('verifier-court');
    expect(html).toContain('Tous les contrôles que cet export permet sont passés');
    expect(html).toContain('Pas pu être contrôlé :');
    expect(html).not.toContain('journal.jsonl');
    expect(draw('verifier-intact')).toContain('journal.jsonl');
  });

  it('keeps the place of timestamps, and claims none', () => {
    expect(draw('verifier-intact')).toMatch(/data-level="stamped"(?![^>]*data-reached)/);
    expect(draw('verifier-intact')).toMatch(/data-level="sealed"[^>]*data-reached/);
  });

  it('takes a root of the reader’s where there are timestamps, and only there', () => {
    expect(draw('verifier-unknown-authority')).toContain('Donner le certificat racine');
    expect(draw('verifier-unknown-authority')).toMatch(/data-level="stamped"(?![^>]*data-reached)/);
    expect(draw('verifier-unknown-authority')).toContain('n’est pas un certificat lisible');
    expect(draw('verifier-stamped')).toMatch(/data-level="stamped"[^>]*data-reached/);
    expect(draw('verifier-stamped')).toContain('jamais du dossier');
    expect(draw('verifier-intact')).not.toContain('certificat racine de l’autorité (facultatif)');
  });

  it('takes the seal back from a bundle sealed by another key than the one known', () => {
    expect(draw('verifier-other-key')).toContain('Ce n’est pas la même clé');
    expect(draw('verifier-other-key')).toMatch(/data-level="sealed"(?![^>]*data-reached)/);
    expect(draw('verifier-same-key')).toContain('C’est la même clé');
  });

  it('gives commands with this bundle’s name, and never one that the bundle wrote', () => {
    expect(draw('verifier-intact')).toContain('bagit.py --validate dossier-0f3a9c21-20261121');
    expect(draw('verifier-hostile')).not.toContain('reboot');
    expect(draw('verifier-unsealed')).not.toContain('openssl');
  });

  it('shows the names of a stranger as text, cut, the first twenty of them', () => {
    const html = draw('verifier-hostile');
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(html.match(/Nom inattendu/g)).toHaveLength(20);
    expect(html).toContain('et 10 autres.');
  });

  it('says of itself in a bundle that it may have been changed too', () => {
    expect(draw('verifier-alone')).toContain('prenez le vérificateur ailleurs');
    expect(draw('verifier-waiting')).not.toContain('prenez le vérificateur ailleurs');
  });
});

describe('a bundle of somebody else', () => {
  it('is offered to be kept when it is intact, and refused with a reason when it is not', () => {
    expect(draw('verifier-keep')).toContain('Garder une copie dans l’extension</button>');
    expect(draw('verifier-not-kept')).not.toContain('Garder une copie dans l’extension</button>');
    expect(draw('verifier-not-kept')).toContain('pas de copie d’un dossier qui n’est pas intact');
    expect(draw('verifier-folder')).toContain('donnez le fichier ZIP');
  });

  it('is listed as what it is: when it came, by which key it was sealed', () => {
    const html = draw('verifier-imports');
    expect(html).toMatch(/Importé aujourd’hui à 9 h 01, scellé par la clé <code dir="ltr">9f2c4b7a 9f2c4b7a/);
    expect(html).toContain('sans sceau');
    expect(html).toContain('ceci n’est pas une preuve');
  });

  it('is listed by a name that can do nothing', () => {
    const html = draw('verifier-imports');
    expect(html).toContain('\u2068');
    expect(html).not.toMatch(/<script|<img|\u202e/);
  });
});
