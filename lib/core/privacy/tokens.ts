/** A run of letters or digits, folded, with its place in the original text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const RUN = /[\p{L}\p{M}]+|\p{N}+/gu;

const foldRun = (run: string): string =>
  /^[a-z0-9]+$/.test(run)
    ? run
    : run
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/æ/g, 'ae');

/** Letters and digits are runs of their own, so that `AB123456` and `AB 123456` read alike. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    tokens.push({ text: foldRun(run), start: index, end: index + run.length });
  }
  return tokens;
};

export const joinTokens = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
