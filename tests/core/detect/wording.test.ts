import { describe, expect, it } from 'vitest';
import { foldText } from '../../../lib/core/detect/fold.ts';
import { createMatchers } from '../../../lib/core/detect/matchers.ts';
import { compileWording, findWording, searchText } from '../../../lib/core/detect/wording.ts';

describe('folding', () => {
  it.each([
    ['L’adresse', "l'adresse"],
    ['L&#39;'.replace('&#39;', 'ʼ'), "l'"],
    ['DÉPÔT  À\u00a0NOËL', 'depot a noel'],
    ['Bientôt\u202f!', 'bientot!'],
    ['Nous sommes désolés…', 'nous sommes desoles...'],
    ['« Demande invalide »', '"demande invalide"'],
    ['cœur — ex\u00adpiré', 'coeur - expire'],
    ['\n\tun\r\n  deux ', 'un deux'],
    ['e\u0301te\u0301', 'ete'],
  ])('%j reads as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    const once = foldText('Désolé… « Ça » n’a pas marché\u00a0!');
    expect(foldText(once)).toBe(once);
  });
});

describe('wordings', () => {
  const SENT = 'Votre demande a bien été envoyée le {date} à … Elle porte le numéro …';
  it.each([
    [
      'Demande invalide. […] Vous n’êtes pas reconnu',
      "DEMANDE INVALIDE. Motif : voir plus bas. VOUS N'ETES PAS RECONNU bénéficiaire",
    ],
    [SENT, 'Votre demande a bien été envoyée le 24/01/2024 à 13:14:14. Elle porte le numéro 0000'],
    ['Votre titre de séjour est expiré depuis …', 'Votre titre de séjour est expiré depuis\u00a09 mois'],
    ['Ce timbre ne peut être consommé.', 'Attention : ce timbre ne peut être consommé'],
    ['Votre demande a bien été envoyée', 'Votre demandea bien été envoyée'],
    ['Erreur 503', 'Erreur 503 - Service'],
  ])('%j is found in %j', (wording, text) => {
    expect(findWording(compileWording(wording), searchText(text))).toBeDefined();
  });

  it.each([
    ['Action expirée.', 'Transaction expirée'],
    ['Erreur 500', 'Erreur 5001'],
    [SENT, 'Votre demande a bien été envoyée'],
    ['Ce timbre ne peut être consommé', 'Ce timbre peut être consommé'],
    ['…', 'anything'],
  ])('%j is not found in %j', (wording, text) => {
    expect(findWording(compileWording(wording), searchText(text))).toBeUndefined();
  });
});

describe('words that a page quotes, or that it says when they are shown', () => {
  const quotedIn = (text: string): boolean[] =>
    createMatchers('franceconnect')
      .read(text)
      .matches.map(({ quoted }) => quoted);
  it.each([
    ['Une erreur s’est produite', false],
    ['La connexion est coupée. Une erreur s’est produite', false],
    ['Le message « Une erreur s’est produite » s’affiche', true],
    ['Revenez au site d’origine. Si une erreur s’est produite, recommencez.', true],
    ['Semaine suivante Si une erreur s’est produite chez vous, revenez.', true],
    ['Come back if an error occurred', true],
    ['Revenez plus tard si vous le pouvez, une erreur s’est produite', false],
  ])('%s', (text, quoted) => {
    expect(quotedIn(text)).toContain(quoted);
    expect(quotedIn(text)).not.toContain(!quoted);
  });
});
