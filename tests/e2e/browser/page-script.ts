/** Code for the page: source text of an expression, or a function that closes over nothing. */
export type PageScript<T, A extends readonly unknown[] = readonly unknown[]> =
  | string
  | ((...values: A) => T | Promise<T>);

/** Evaluates an expression in a page and awaits its value, a string. Rejects with the page's error. */
export type Evaluate = (expression: string) => Promise<string>;

/** Runs a script in a page; arguments and value travel as JSON, the one form that both browsers' protocols share. */
export async function runScript<T, A extends readonly unknown[]>(
  evaluate: Evaluate,
  script: PageScript<T, A>,
  values: A,
): Promise<T> {
  const call = typeof script === 'string' ? script : `(${script})(...${JSON.stringify(values)})`;
  const json = await evaluate(`(async () => JSON.stringify({ value: await (${call}) }))()`);
  return (JSON.parse(json) as { value: T }).value;
}
