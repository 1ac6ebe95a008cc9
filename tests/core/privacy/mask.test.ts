import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../lib/core/privacy/keyed-hash.ts';
import { maskText, personalSpans } from '../../../lib/core/privacy/mask.ts';
import { findPersonal } from '../../../lib/core/privacy/patterns.ts';
import { createTypedValues } from '../../../lib/core/privacy/typed-values.ts';

const typedOf = (...values: string[]) => {
  const typed = createTypedValues(createKeyedHash([1, 2]));
  for (const value of values) typed.add(value);
  return typed;
};

describe('what shows by its form', () => {
  it.each([
    ['Écrire à jeanne.fictive+a@exemple.fr.', 'Écrire à [masqué : e-mail].'],
    ['Tél. 06 12 34 56 78', 'Tél. [masqué : téléphone]'],
    ['Tél. 0612345678 ou +33 6.12.34.56.78', 'Tél. [masqué : téléphone] ou [masqué : téléphone]'],
    ['Numéro étranger : 9912345678', 'Numéro étranger : [masqué : numéro étranger]'],
    ['n° 9912 345 678', 'n° [masqué : numéro étranger]'],
    ['Passeport 12AB34567', 'Passeport [masqué : pièce d’identité]'],
    ['Passport C1234567', 'Passport [masqué : pièce d’identité]'],
    [
      'Une erreur s’est produite Erreur Y000001 Veuillez',
      'Une erreur s’est produite Erreur Y000001 Veuillez',
    ],
    ['Error Y000019', 'Error Y000019'],
    ['Erreur de saisie : C1234567', 'Erreur de saisie : [masqué : pièce d’identité]'],
    ['Timbre 1234 5678 9012 3456', 'Timbre [masqué : timbre]'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189', 'IBAN [masqué : IBAN]'],
    ['N° 2 85 07 99 123 456 12', 'N° [masqué : sécurité sociale]'],
    ['Née le 12/03/1990 à Exemple', 'Née le [masqué : date de naissance] à Exemple'],
    ['Date de naissance :\n12 mars 1990', 'Date de naissance :\n[masqué : date de naissance]'],
    ['Bonjour Mme Jeanne FICTIVE,', 'Bonjour [masqué : nom],'],
    ['Bonjour Madame Nguyễn Ẩn-Danh, bienvenue', 'Bonjour [masqué : nom], bienvenue'],
    ['Monsieur Вигаданий Іван', 'Monsieur [masqué : nom]'],
    ['Mme Շինծու', 'Mme [masqué : nom]'],
    ['Passeport ФБ123456', 'Passeport [masqué : pièce d’identité]'],
    ['né le 3 février 1990', 'né le [masqué : date de naissance]'],
    ['numéroé9912345678', 'numéroé[masqué : numéro étranger]'],
    ['Elle porte le numéro 123456789012', 'Elle porte le numéro [masqué : numéro]'],
  ])('%j → %j', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    'Votre demande a bien été envoyée le 24/01/2024 à 13:14:14.',
    'Votre titre de séjour est expiré depuis 9 mois',
    'Centre de contact citoyens : 0 806 001 620',
    'Erreur 500 — Service indisponible (code 12345)',
    'Madame, Monsieur, bienvenue sur le portail',
    'Il est trop tôt pour demander le renouvellement de votre titre.',
    'Montant : 225,00 € ; 10 Mo au plus ; étape 2/4',
    'arrêté du 1 août 2023',
  ])('%j is left alone', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe('what was typed', () => {
  it.each([
    ['06 12 34 56 78', 'Nous appellerons le 0612345678.', 'Nous appellerons le [masqué : saisie].'],
    ['0612345678', 'Nous appellerons le +33 6 12 34 56 78.', 'Nous appellerons le [masqué : téléphone].'],
    ['1990-03-12', 'Le 12/03/1990', 'Le [masqué : saisie]'],
    ['12/03/1990', 'On 1990-03-12', 'On [masqué : saisie]'],
    ['1990-03-02', 'Le 2 mars 1990', 'Le [masqué : saisie]'],
    ['Gaël Fictif', 'FICTIF GAEL, votre dossier', '[masqué : saisie], votre dossier'],
    ['Élodie', 'Bonjour elodie !', 'Bonjour [masqué : saisie] !'],
    ['piece_fictive.pdf', 'Fichier piece_fictive (pdf) reçu', 'Fichier [masqué : saisie]) reçu'],
    ['Li', 'Li', '[masqué : saisie]'],
    ['42', '42', '[masqué : saisie]'],
    [
      'Je suis arrivée par la gare fictive de Syldavie un matin de pluie',
      'Vous écrivez : « la gare fictive de Syldavie »',
      'Vous écrivez : « [masqué : saisie] »',
    ],
  ])('%j in %j', (value, text, masked) => {
    expect(maskText(text, typedOf(value))).toBe(masked);
  });

  it.each([
    ['oui', 'Oui, je confirme'],
    ['M', 'M. le préfet'],
    ['42', 'Il y a 42 dossiers'],
    ['Li', 'Li est un mot de la ligne'],
    ['ann', 'Une année'],
    ['', 'Rien'],
  ])('%j says nothing of %j', (value, text) => {
    expect(maskText(text, typedOf(value))).toBe(text);
  });

  it('forgets what was only on the way to a value', () => {
    const typed = createTypedValues(createKeyedHash([3, 4]));
    const field = {};
    for (const draft of ['Ann', 'Anna', 'Annabelle']) typed.add(draft, field);
    expect(maskText('Anna', typed)).toBe('Anna');
    typed.settle(field);
    expect(maskText('Annabelle', typed)).toBe('[masqué : saisie]');
  });
});

describe('whatever the text', () => {
  const words = fc.stringMatching(/^[a-zA-Zé]{3,12}( [a-zA-Zé]{2,9}){0,3}$/);

  it('a typed value never comes out, in any case or spacing', () => {
    fc.assert(
      fc.property(
        words,
        fc.string({ maxLength: 80 }),
        fc.string({ maxLength: 80 }),
        (value, before, after) => {
          fc.pre(
            !/^(oui|non|yes|mme|mlle|mrs|true|false|off|homme|femme|male|female|france|autre|other|monsieur|madame)$/i.test(
              value,
            ),
          );
          for (const echo of [value, value.toUpperCase(), value.replaceAll(' ', '  ')]) {
            expect(maskText(`${before} ${echo} ${after}`, typedOf(value))).toContain('[masqué : ');
            const spans = personalSpans(`${before} ${echo} ${after}`, typedOf(value));
            const start = before.length + 1;
            expect(spans.some((span) => span.start <= start && span.end >= start + echo.trim().length)).toBe(
              true,
            );
          }
        },
      ),
    );
  });

  it('spans are in order, apart, and inside the text; masking twice changes nothing', () => {
    const parts = fc.constantFrom(
      'jeanne@exemple.fr',
      '0612345678',
      '9912345678',
      'Mme Fictive',
      'le',
      '12/03/1990',
      ',',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 12 })), { maxLength: 20 }), (pieces) => {
        const text = pieces.join(' ');
        let last = 0;
        for (const { start, end } of personalSpans(text, typedOf('exemple'))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        const once = maskText(text, typedOf('exemple'));
        expect(maskText(once, typedOf('exemple'))).toBe(once);
      }),
    );
  });

  it('a megabyte takes a time in proportion to its length', () => {
    const typed = typedOf('Jeanne Fictive', '0612345678', '1990-03-12', 'Villefictive-sur-Exemple');
    const timeOf = (text: string): number => {
      // Not the clock's time: a busy machine would count in it.
      const start = process.threadCpuUsage().user;
      maskText(text, typed);
      return (process.threadCpuUsage().user - start) / 1000;
    };
    for (const unit of [
      'Une ligne ordinaire, 12 rue Fictive 75000. ',
      '1234567 ',
      'a.b-c+',
      'Mme ',
      'aaaaaaaaaa',
    ]) {
      timeOf(unit.repeat(1000));
      const small = timeOf(unit.repeat(Math.ceil(125_000 / unit.length)));
      const large = timeOf(unit.repeat(Math.ceil(1_000_000 / unit.length)));
      expect(large, unit).toBeLessThan(Math.max(400, 24 * small));
    }
  });

  it('spares our own labels and no others', () => {
    const typed = typedOf('Dupont', 'nom');
    expect(maskText('[masqué : nom] [masqué : Dupont] [masqué : 0612345678]', typed)).toBe(
      '[masqué : nom] [masqué : [masqué : saisie]] [masqué : [masqué : téléphone]]',
    );
  });

  it('a page full of labels and of numbers takes no longer than another', () => {
    const text = '[masqué : nom] 1234567890 '.repeat(40_000);
    const start = process.threadCpuUsage().user;
    personalSpans(text);
    expect((process.threadCpuUsage().user - start) / 1000).toBeLessThan(3000);
  });

  it('finds nothing where there is nothing', () => {
    expect(findPersonal('')).toEqual([]);
  });
});
