import { findPersonal, type PersonalKind, type PersonalSpan } from './patterns.ts';
import type { TypedValues } from './typed-values.ts';

/** What is written in the place of personal data: always in French, the language of the evidence. */
const LABELS: Readonly<Record<PersonalKind, string>> = {
  'e-mail': 'e-mail',
  telephone: 'téléphone',
  'foreigner-number': 'numéro étranger',
  'social-security': 'sécurité sociale',
  iban: 'IBAN',
  passport: 'pièce d’identité',
  stamp: 'timbre',
  'birth-date': 'date de naissance',
  name: 'nom',
  number: 'numéro',
  typed: 'saisie',
};

export const maskLabel = (kind: PersonalKind): string => `[masqué : ${LABELS[kind]}]`;

/** Ours and no others: a page that writes « [masqué : …] » around a value must not have it spared. */
const OWN_LABEL = new RegExp(`\\[masqué : (?:${Object.values(LABELS).join('|')})\\]`, 'g');

/** Spans of both origins in order, those that touch or overlap merged; the earlier kind wins. */
export const mergeSpans = (spans: readonly PersonalSpan[]): PersonalSpan[] => {
  const merged: PersonalSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { ...last, end: span.end };
  }
  return merged;
};

/** Where a text is personal: by its form, or because it was typed on this page. In order, without overlap. */
export const personalSpans = (text: string, typed?: TypedValues): PersonalSpan[] => {
  const rest = text.replace(OWN_LABEL, (label) => '|'.repeat(label.length));
  return mergeSpans([...(typed?.find(rest) ?? []), ...findPersonal(rest)]);
};

/** The text with what is personal replaced by its kind, e.g. « [masqué : e-mail] ». Masking twice changes nothing. */
export const maskText = (text: string, typed?: TypedValues): string => {
  const spans = personalSpans(text, typed);
  if (spans.length === 0) return text;
  let masked = '';
  let from = 0;
  for (const { start, end, kind } of spans) {
    masked += text.slice(from, start) + maskLabel(kind);
    from = end;
  }
  return masked + text.slice(from);
};
