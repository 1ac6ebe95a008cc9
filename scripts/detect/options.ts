/** Browsers at once, unless told: measured on two cores, most cases only wait. */
const AT_ONCE = 8;

/** `{ paths, atOnce }` of a command line. Throws a sentence. */
export function parseOptions(args: readonly string[]): {
  readonly paths: readonly string[];
  readonly atOnce: number;
} {
  const at = args.indexOf('--at-once');
  const atOnce = at < 0 ? AT_ONCE : Number(args[at + 1]);
  if (!Number.isInteger(atOnce) || atOnce < 1) throw new Error('--at-once veut un nombre entier, au moins 1');
  const paths = at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1);
  const unknown = paths.find((path) => path.startsWith('--'));
  if (unknown !== undefined) throw new Error(`Option inconnue : ${unknown}`);
  if (paths.length === 0) throw new Error('Usage : npm run --silent detect -- <dossier ou fichiers>');
  return { paths, atOnce };
}
