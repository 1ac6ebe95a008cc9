import {
  bagCommand,
  CHAIN_COMMAND,
  COMMITMENT_COMMAND,
  FILES_COMMANDS,
  KEY_COMMAND,
  SEAL_COMMANDS,
} from './check-commands.ts';
import { contentsText, type ReadmeContents } from './readme-contents.ts';
import { hasTimestamps, type ReadmeTimestamps, timestampSection } from './readme-timestamps.ts';

/**
 * `LISEZMOI.txt`. Without a single accent, so that it reads the same in any editor and any code page.
 * Mentions only files that this version writes; the commands are run by the tests as they stand here.
 */

const TITLE = `DOSSIER DE PREUVES ANEF TEMOIN
==============================`;

const REHEARSAL = `REPETITION : CECI N'EST PAS UNE PREUVE
======================================
Ce dossier a ete fait sur une page d'essai de l'extension ANEF Temoin, pour
apprendre a s'en servir. Le message d'echec y etait invente : le portail ANEF
n'a rien affiche de tel. Tout ce qui suit decrit la forme d'un vrai dossier.`;

/** Sections 3.3 and 3.4. */
const WITH_JOURNAL = `3.3 Le journal est une chaine continue. "prev" est l'empreinte SHA-256 de la
    ligne precedente, sans son retour a la ligne :

${CHAIN_COMMAND}

3.4 Une fiche est bien celle que le journal annonce. Dans le journal, "commit"
    est le SHA-256 du sel (les 16 octets ecrits en hexadecimal sous "salt"
    dans la fiche) suivi des octets de la fiche. Pour l'obtenir, ajoutez au
    bout de cette commande le nom d'une fiche, par exemple
    data/incidents/000003.json, et comparez avec la ligne de meme numero :

${COMMITMENT_COMMAND}

    Le sel empeche de deviner une fiche a partir de son empreinte. Une fiche
    peut ainsi etre retiree sans rompre la chaine : le vide reste visible.`;

const WITHOUT_JOURNAL = `3.3 Le journal n'est pas dans cet export : la chaine ne se controle que dans le
    dossier complet, que la personne garde.

3.4 De meme, rien ici ne peut etre compare au journal.`;

export function readmeText(
  bundle: Partial<ReadmeContents> &
    Pick<ReadmeContents, 'documents'> & {
      readonly topFolder: string;
      readonly version: string;
      readonly commit: string;
      readonly rehearsal?: boolean;
      readonly timestamps?: ReadmeTimestamps;
    },
): string {
  const { timestamps = { lines: [], manifest: false }, journal = true } = bundle;
  const stamped = hasTimestamps(timestamps);
  return `${bundle.rehearsal ? REHEARSAL : TITLE}
${bundle.topFolder}

1. CE QUE C'EST
---------------
Ce dossier rassemble des echecs releves sur le portail ANEF (Administration
numerique des etrangers en France) pendant qu'une personne s'en servait. Un
logiciel installe dans son navigateur les a releves. Il ne touche pas aux
pages, ne clique pas, ne remplit rien et n'y envoie rien : chaque tentative est
celle de la personne.

${contentsText({ profile: 'complete', ...bundle, journal })}

2. CE QUE CE DOSSIER NE PROUVE PAS
----------------------------------
- Ce n'est pas un constat de commissaire de justice.
- Il ne prouve pas que la page n'avait pas ete modifiee, avant l'image, dans
  les outils de developpement du navigateur.
- Il ne prouve pas qui se trouvait devant l'ordinateur.
- Il ne prouve pas que le serveur, et non le reseau de la personne, un proxy
  ou une autre extension, a cause l'echec.
- Les heures viennent de l'horloge de l'ordinateur${stamped ? ", sauf celles des jetons\n  d'horodatage (section 3.7)" : ''}.
- LE DOSSIER ENTIER PEUT ETRE REECRIT par celui qui le detient, empreintes
  comprises, puis scelle par une autre cle : les controles ci-dessous montrent
  qu'il est coherent, pas qui l'a fait ni quand. ${
    stamped
      ? `Un jeton d'horodatage
  montre que ce qu'il couvre existait a son heure, pas avant. Pour le reste,
  seule`
      : `Il n'est pas horodate par un
  tiers. Seule`
  } l'empreinte de la cle ou celle du manifeste, connue par
  ailleurs (sections 3.5 et 3.6), montre que c'est bien le meme dossier.
L'administration peut comparer ces releves avec les journaux de ses propres
serveurs : dates, adresses, adresse IP du serveur et en-tete "Date" sont
conserves pour cela.

3. VERIFIER SANS NOUS
---------------------
Le plus simple est d'ouvrir verifier.html dans un navigateur et de lui donner
le fichier ZIP. Mais il voyage avec ce dossier : qui a pu changer l'un a pu
changer l'autre. PRENEZ PLUTOT UN VERIFICATEUR AILLEURS (l'extension ANEF
Temoin en contient un), ou servez-vous des commandes qui suivent : elles sont
celles de programmes que nous n'avons pas ecrits.

Ouvrez un terminal dans ce dossier (celui qui contient LISEZMOI.txt).
Sous macOS, si sha256sum manque, ecrivez "shasum -a 256" a sa place.

3.1 Aucun fichier n'a change :

${FILES_COMMANDS.join('\n')}

3.2 Rien ne manque, rien n'a ete ajoute (outil BagIt de la Bibliotheque du
    Congres, norme RFC 8493), depuis le dossier parent :

${bagCommand(bundle.topFolder)}

${journal ? WITH_JOURNAL : WITHOUT_JOURNAL}

3.5 Le dossier est scelle par la cle du navigateur de la personne. Chaque
    commande doit repondre "Verified OK" :

${SEAL_COMMANDS.join('\n')}

    N'importe qui peut faire une cle : comparez l'empreinte de celle-ci avec
    celle que la personne vous a donnee elle-meme :

${KEY_COMMAND}

3.6 Pour pouvoir montrer plus tard que le dossier n'a pas change, notez ou
    envoyez a quelqu'un, des maintenant, cette empreinte :

sha256sum manifest-sha256.txt
${stamped ? timestampSection(timestamps) : ''}
Ecrit par anef-temoin ${bundle.version} (${bundle.commit}).
`;
}
