import { describe, expect, it } from 'vitest';
import {
  isConsent,
  isPlaceholder,
  isPlausible,
  saysCaptcha,
  saysOptional,
  saysRequired,
} from '../../../lib/page/watchers/plausible.ts';

describe('what a label asks for', () => {
  it.each([
    ['Adresse électronique *', 'a.k@example.org', true],
    ['Adresse électronique *', 'a.k', false],
    ['Courriel', '', false],
    ['Code postal', '99042', true],
    ['Code postal', '99', false],
    ['Téléphone', '06 99 00 00 42', true],
    ['Telephone', 'demain', false],
    ['Date de naissance JJ/MM/AAAA', '12/12/1912', true],
    ['Date of birth', '12 December', false],
    ['Numéro étranger', '9900000042', true],
    ['Montant des ressources', '1 842,50 €', true],
    ['Ville', 'n’importe quoi', true],
  ])('%s: %s', (label, value, plausible) => {
    expect(isPlausible(label, value)).toBe(plausible);
  });
});

describe('words beside a field', () => {
  it.each([
    [isConsent, 'J’atteste sur l’honneur l’exactitude des informations', true],
    [isConsent, 'I certify that this is true', true],
    [isConsent, 'Je suis marié', false],
    [saysOptional, 'Complément d’adresse (facultatif)', true],
    [saysOptional, 'Middle name (optional)', true],
    [saysOptional, 'Nom', false],
    [saysCaptcha, 'Recopiez les caractères de l’image', true],
    [saysCaptcha, 'Code postal', false],
    [isPlaceholder, 'Sélectionner une option', true],
    [isPlaceholder, '-- Choisissez --', true],
    [isPlaceholder, '', true],
    [isPlaceholder, 'Aucun résultat', true],
    [isPlaceholder, 'Syldavie', false],
    [saysRequired, 'Ce champ est obligatoire.', true],
    [saysRequired, 'This field is required', true],
    [saysRequired, 'Format invalide', false],
  ])('%o %s', (says, text, expected) => {
    expect(says(text)).toBe(expected);
  });
});
