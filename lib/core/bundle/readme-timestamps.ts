import { seqName } from './layout.ts';

/** What LISEZMOI says of timestamps, without a single accent. */
export interface ReadmeTimestamps {
  /** Journal lines that an authority stamped. */
  readonly lines: readonly number[];
  /** One was asked for over the manifest: it is there if the authority answered. */
  readonly manifest: boolean;
}

export const hasTimestamps = ({ lines, manifest }: ReadmeTimestamps): boolean => lines.length > 0 || manifest;

/** Says "Verification: OK" for a root that vouches for the authority. `root`: path of its certificate. */
export const manifestStampCommand = (root = 'RACINE.pem'): string =>
  `openssl ts -verify -data manifest-sha256.txt \\
  -in scelles/manifest-sha256.txt.tsr -CAfile ${root} \\
  -untrusted scelles/tsa-chaine.pem`;

/** The same for one journal line. */
export const lineStampCommand = (seq: number, root = 'RACINE.pem'): string =>
  `openssl ts -verify -in scelles/journal-${seqName(seq)}.tsr -CAfile ${root} \\
  -untrusted scelles/tsa-chaine.pem \\
  -digest $(sed -n ${seq}p data/journal.jsonl | tr -d '\\n' | sha256sum | cut -c1-64)`;

const MANIFEST = `    Si scelles/manifest-sha256.txt.tsr est la (l'autorite a repondu le jour de
    l'export), tout le dossier existait a l'heure qu'il porte :

${manifestStampCommand()}
`;

const linesPart = (
  seq: number,
  count: number,
): string => `    ${count === 1 ? 'Une ligne' : `${count} lignes`} du journal ${count === 1 ? 'a' : 'ont'} ete horodatee${count === 1 ? '' : 's'} : chacune, et toutes
    celles d'avant, existaient a l'heure du jeton. Pour la ligne ${seq} :

${lineStampCommand(seq)}
`;

/** Section 3.7. */
export function timestampSection({ lines, manifest }: ReadmeTimestamps): string {
  const last = lines.at(-1);
  return `
3.7 Une autorite d'horodatage (norme RFC 3161) a recu des empreintes, et rien
    d'autre, et les a rendues signees avec l'heure. RACINE.pem est le certificat
    racine de cette autorite : prenez-le chez elle ou dans la liste de
    confiance europeenne, jamais dans ce dossier.

${[...(manifest ? [MANIFEST] : []), ...(last === undefined ? [] : [linesPart(last, lines.length)])].join('\n')}
    Chaque commande doit repondre "Verification: OK". Apres la fin du
    certificat de l'autorite, ajoutez -attime et l'heure du jeton, en secondes
    depuis 1970. L'heure du jeton se lit ainsi :

openssl ts -reply -text -in FICHIER.tsr
`;
}
