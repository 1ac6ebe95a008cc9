import { describe, expect, it } from 'vitest';
import { judge } from '../../../../lib/core/detect/judge.ts';
import { traitsOf } from '../../../../lib/core/detect/weighed/traits.ts';
import { weigh, weighedRules } from '../../../../lib/core/detect/weighed/weigh.ts';
import { messageOf, onPage } from '../message-of.ts';

const categoriesOf = (text: string, component = '.fr-alert', level = 'error' as const) =>
  weighedRules({ text, component, level }).map(({ category }) => category);

describe('a message for which no rule has words', () => {
  const told: readonly (readonly [category: string, text: string])[] = [
    ['session', 'Vous êtes resté trop longtemps sans rien faire, tout est à recommencer.'],
    ['upload', 'Le scan de votre passeport nous est parvenu vide, renvoyez-le.'],
    ['appointment', 'Le guichet ne donne plus aucune date.'],
    ['payment', 'La banque a décliné l’opération.'],
    ['account', 'Aucun de nos usagers ne porte cet identifiant.'],
    ['captcha', 'Les lettres recopiées ne sont pas celles du dessin.'],
  ];
  it.each(told)('%s: %s', (category, text) => {
    expect(categoriesOf(text)).toEqual([category]);
    expect(judge([messageOf(text)], onPage()).map((finding) => finding.category)).toContain(category);
  });

  const calm: readonly string[] = [
    'Vos réponses sont gardées au fur et à mesure.',
    'La banque vous demandera de confirmer l’opération.',
    'Pensez à recopier les lettres du dessin.',
    'Les places de la sous-préfecture sont mises en ligne chaque lundi.',
    'Choisissez l’identifiant qui vous convient.',
    'Would you like to keep this draft?',
    'The e-mail address is not valid.',
    'Le code postal n’est pas valide.',
  ];
  it.each(calm)('nothing: %s', (text) => {
    for (const level of ['error', 'info', 'unknown'] as const)
      expect(weighedRules({ text, component: '.fr-alert', level })).toEqual([]);
  });

  it('counts the same whatever numbers it holds, and what has been masked is one', () => {
    const weightOf = (text: string) => weigh(traitsOf({ text, component: '.fr-alert', level: 'error' }));
    const known = weightOf('Le dossier 75-2026 0412 est resté bloqué.');
    expect(weightOf('Le dossier 9 est resté bloqué.')).toBe(known);
    expect(weightOf('Le dossier [masqué : numéro étranger] est resté bloqué.')).toBe(known);
  });

  it('is not told under a field, where the person mends it', () => {
    expect(categoriesOf('The e-mail address is not valid.', '.fr-error-text')).toEqual([]);
    expect(categoriesOf('La banque a décliné l’opération.', '.fr-error-text')).toEqual([]);
  });

  it('is not told by a heading in somebody’s own voice, nor by a quotation', () => {
    expect(categoriesOf('Je n’arrive pas à enregistrer mon passeport', 'h2')).toEqual([]);
    expect(categoriesOf('« La banque a décliné l’opération. »')).toEqual([]);
  });
});
