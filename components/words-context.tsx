import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { Words } from './words.ts';

const WordsContext = createContext<Words | null>(null);

/** Gives every component below its words, and the document its language and direction. */
export const WordsProvider = ({ words, children }: { words: Words; children: ComponentChildren }) => {
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }, [words]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
};

/** @throws Error outside a `WordsProvider`: a component without words is a mistake of ours. */
export const useWords = (): Words => {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords needs a WordsProvider above it');
  return words;
};
