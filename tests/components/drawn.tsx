import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { wordsOf } from '../../components/languages.ts';
import { WordsProvider } from '../../components/words-context.tsx';
import { ZONE } from './gallery/views.ts';

/** HTML in that language, its no-break spaces made plain so that sentences can be looked for. */
export const drawnWithIsolates = (shown: ComponentChildren, language = 'fr'): string =>
  renderToString(<WordsProvider words={wordsOf(language, ZONE)}>{shown}</WordsProvider>).replace(
    /[\u00a0\u202f]/g,
    ' ',
  );

/** The same without the isolates around what is not ours. */
export const drawn = (shown: ComponentChildren, language?: string): string =>
  drawnWithIsolates(shown, language).replace(/[\u2068\u2069]/g, '');
