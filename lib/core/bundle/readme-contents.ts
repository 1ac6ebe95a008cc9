import type { Profile } from '../profile/profile.ts';

/** What a bundle holds, as far as LISEZMOI tells it. Nothing here says what was left out of it, but its kind. */
export interface ReadmeContents {
  readonly profile: Profile;
  readonly journal: boolean;
  /** The exhibit is there. */
  readonly documents: boolean;
  readonly absences?: boolean;
  /** Something was hidden from the screen, or shown again. */
  readonly displays?: boolean;
  /** The portal confirmed that a request was filed. */
  readonly filings?: boolean;
  /** Lists of documents were kept. */
  readonly lists?: boolean;
  /** The person erased something. */
  readonly erased?: boolean;
}

const DESCRIPTION = `  data/dossier.json        description du dossier et chiffres
`;
const JOURNAL = `  data/journal.jsonl       journal : une ligne par evenement, chainee a la
                           precedente par une empreinte SHA-256
`;
const INCIDENTS = `  data/incidents.csv       tableau des incidents, pour un tableur
  data/incidents/          une fiche par incident releve, sans identite
`;
const ABSENCES = `  data/absences.csv        ce qui aurait du avoir lieu et n'a pas eu lieu, note par
                           la personne ; les fiches sont dans data/incidents/
`;
const CAPTURES = `  data/captures/           pour chaque capture : les faits (.json), l'image
                           intacte (.png) et une copie nettoyee de la page
                           (.html), quand elles ont pu etre prises
`;
const FILINGS = `  data/depots/             ce que le portail a confirme : la demande envoyee, son jour
`;
const DOCUMENTS = `  data/documents/          listes de documents affichees par le portail, avec l'etat
                           qu'il donnait de chacun, sans le nom des fichiers
`;
const SEALS = `  scelles/                 les sceaux, et la cle publique qui permet de les
                           controler
  verifier.html            verificateur : s'ouvre dans un navigateur, sans reseau
                           et sans rien installer (voir section 3)
`;
const DISPLAYS = `  data/affichage/          ce que la personne n'a plus voulu voir a l'ecran, ou a
                           voulu revoir. Tout reste releve et compte ici : ne
                           plus l'afficher ne dit pas que tout allait bien.
`;

const EXHIBIT = `A LIRE EN PREMIER
  data/pieces/01_Chronologie_des_tentatives.pdf

Le reste :`;

const PARIS = ` Dans le PDF, ce sont celles de
Paris, avec le decalage.`;

const NUMBERS = `Le nom d'un fichier (000012) est le numero de sa ligne dans le journal.
`;

const ERASED = `
La personne a efface des captures de ce dossier. Le journal le dit (lignes
"deletion") et la chaine tient : le vide est declare, pas ce qui y etait.
`;

const WARNING = `ATTENTION : une image montre tout ce qui etait a l'ecran, y compris ce que la
personne avait saisi. Ne transmettez ce dossier qu'a qui doit le lire.`;

/** What this kind of export carries and leaves out, the same whatever there was. */
const KINDS: Readonly<Record<Profile, string>> = {
  complete: WARNING,
  court: `CET EXPORT EST FAIT POUR UN TRIBUNAL. Il ne porte que des pieces a lire. Ne s'y
trouvent pas : le journal, les fiches, les copies de pages, les images
d'origine, la suite des clics, les contacts, et ce que la personne a choisi de
ne plus afficher. Tout cela reste chez elle, dans son dossier complet.

ATTENTION : ce qui est depose devant un tribunal est communique a l'autre
partie. Une image montre tout ce qui etait a l'ecran, y compris ce que la
personne avait saisi.`,
  administration: `CET EXPORT EST FAIT POUR L'ADMINISTRATION : un document court, a comparer avec
les journaux de ses propres serveurs. Ne s'y trouvent pas : les images, les
captures, les phrases de la personne, le journal, les fiches. Tout cela reste
chez elle, dans son dossier complet.`,
  association: `CET EXPORT EST FAIT POUR UNE ASSOCIATION : des fiches sans identite. Ne s'y
trouvent pas : les images, les captures, les copies de pages, les textes de la
page ou de la personne, les listes de documents, le jour du depot, les contacts.

SANS IDENTITE NE VEUT PAS DIRE ANONYME : les heures sont exactes, et peu de
personnes essaient la meme demarche a la meme heure dans un departement. Les
arrondir romprait la chaine du journal.`,
};

export function contentsText(contents: ReadmeContents): string {
  const { profile, documents, journal } = contents;
  const complete = profile === 'complete';
  const records = complete || profile === 'association';
  const lines = [
    DESCRIPTION,
    ...(journal ? [JOURNAL] : []),
    ...(records ? [INCIDENTS] : []),
    ...(records && contents.absences ? [ABSENCES] : []),
    ...(complete ? [CAPTURES] : []),
    ...(complete && contents.filings ? [FILINGS] : []),
    ...(complete && contents.lists ? [DOCUMENTS] : []),
    SEALS,
    ...(complete && contents.displays ? [DISPLAYS] : []),
  ];
  return `${documents ? EXHIBIT : "CE QU'IL CONTIENT"}
${lines.join('')}${records ? NUMBERS : ''}Dans les fichiers, les heures sont en UTC.${documents ? PARIS : ''}
${contents.erased ? ERASED : ''}
${KINDS[profile]}`;
}
