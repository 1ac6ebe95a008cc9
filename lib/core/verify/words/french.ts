import type { VerifierWords } from './words.ts';

export const french: VerifierWords = {
  verdicts: {
    intact: 'INTACT : tous les contrôles sont passés.',
    altered: 'ALTÉRÉ : au moins un élément n’est pas ce qu’il était.',
    incomplete: 'INCOMPLET : il manque des éléments, ou un contrôle n’a pas pu être mené.',
    unreadable: 'ILLISIBLE : le fichier n’est pas un dossier de preuves lisible.',
  },
  intactInPart:
    'INTACT : tous les contrôles que cet export permet sont passés. Ceux qui demandent le journal ne peuvent se faire que sur le dossier complet.',
  marks: { pass: '[ oui ]', fail: '[ NON ]', unknown: '[  ?  ]' },
  checks: {
    names: 'Un seul dossier principal, des noms de fichiers simples',
    bag: 'Le nombre de fichiers et d’octets est celui annoncé (BagIt)',
    payload: 'Aucun fichier de data/ n’a été modifié, retiré ou ajouté',
    tags: 'Aucun des fichiers d’accompagnement n’a été modifié, retiré ou ajouté',
    journal: 'Le journal est une chaîne continue',
    commitments: 'Chaque fiche est bien celle que le journal annonce',
    'captured-files': 'Chaque image et chaque copie de page est celle de sa fiche',
    description: 'La description, le journal et les pièces parlent du même dossier',
    figures: 'Le tableau et les chiffres sont ceux des fiches',
    profile: 'Il porte ce que ce genre d’export doit porter, et rien d’autre',
    seals: 'Les sceaux sont ceux de ces fichiers, faits par la clé annoncée',
    timestamps: 'Les horodatages portent sur ces lignes et ce manifeste, et leur signature tient',
  },
  problems: {
    'not-run': 'Ce contrôle n’a pas pu être mené : un fichier nécessaire est illisible.',
    'strange-name': 'Nom inattendu dans l’archive : {name}',
    'file-missing': 'Le fichier {path} est absent.',
    'file-altered': 'Le fichier {path} a été modifié.',
    'file-damaged': 'Le fichier {path} est endommagé : il ne peut pas être lu.',
    'file-added': '{path} a été ajouté : {manifest} ne le connaît pas.',
    'manifest-line': 'La ligne {line} de {manifest} est illisible.',
    'listed-twice': '{path} figure deux fois dans {manifest}.',
    'bagit-content': '{path} n’a pas le contenu attendu.',
    'no-content-announced': '{path} n’annonce pas son contenu, une fois et une seule.',
    'other-list': '{path} : ce vérificateur ne contrôle pas cette liste, que d’autres programmes suivent.',
    'count-of-files': '{announced} fichiers annoncés, {found} trouvés.',
    'count-of-bytes': '{announced} octets annoncés, {found} trouvés.',
    'line-broken-link': 'La ligne {line} du journal ne suit pas la précédente : la chaîne est rompue.',
    'line-wrong-number': 'La ligne {line} du journal n’a pas le numéro attendu.',
    'line-unreadable': 'La ligne {line} du journal est illisible.',
    'line-unknown-type': 'La ligne {line} du journal est d’un type inconnu de cette version du vérificateur.',
    'line-first-line': 'La ligne {line} du journal n’est pas une ouverture de dossier.',
    'line-two-ways': 'La ligne {line} du journal peut être lue de deux façons.',
    'journal-empty': 'Le journal est vide.',
    'journal-cut': 'La dernière ligne du journal est coupée.',
    'journal-left-out':
      'Cet export ne porte pas le journal, et le dit : la chaîne se contrôle dans le dossier complet.',
    'records-left-out':
      'Cet export ne porte pas le journal, et le dit : aucune fiche ne peut lui être comparée ici.',
    'nothing-to-compare': 'Sans journal, les fiches ne peuvent pas être comparées.',
    'record-missing': 'La ligne {seq} du journal annonce {path}, qui est absent.',
    'record-unannounced': 'Aucune ligne du journal n’annonce {path}.',
    'record-unknown-line': 'La ligne {seq} du journal, d’un type inconnu ici, annonce peut-être {path}.',
    'erased-there': 'Le journal dit effacé ce que sa ligne {seq} annonçait, et {path} est là.',
    'record-format': '{path} n’a pas le format attendu.',
    'record-other': '{path} n’est pas la fiche que la ligne {seq} du journal annonce.',
    'capture-format': '{path} n’a pas un format connu : ses images ne sont pas vérifiées.',
    'picture-unannounced': 'Aucune fiche n’annonce {path}.',
    'description-format': '{path} n’est pas d’un format connu (anef-dossier/1).',
    'other-dossier': 'Le journal est celui d’un autre dossier.',
    'bag-of-other-dossier': '{path} se dit d’un autre dossier.',
    'exhibit-unannounced': 'La description ne connaît pas la pièce {path}.',
    'other-filing-date': 'La date de dépôt décrite n’est celle d’aucune fiche de dépôt.',
    'table-format': '{path} n’a pas la forme attendue : il n’est pas comparé aux fiches.',
    'table-rows': '{path} donne {told} lignes, les fiches en font {found}.',
    'table-other': '{path}, ligne {row}, colonne « {column} » : les fiches disent autre chose.',
    'figure-other': '{path} : le chiffre « {figure} » n’est pas celui que font les fiches.',
    'profile-unknown': 'Ce genre d’export est inconnu de cette version du vérificateur.',
    'profile-forbids': '{path} n’a rien à faire dans ce genre d’export.',
    'profile-lacks': 'Ce genre d’export doit porter {path}, qui est absent.',
    'profile-field': '{path} porte « {name} », que ce genre d’export laisse de côté.',
    'profile-columns': '{path} n’a pas les colonnes de ce genre d’export.',
    'profile-record':
      '{path} n’est pas une fiche sans identité de ce genre d’export, ou porte autre chose en plus.',
    'key-format': '{path} n’est pas une clé publique lisible.',
    'key-other': 'La clé publique n’est pas celle que la description annonce.',
    'seal-other':
      'Le sceau {seal} n’est pas celui de {sealed} : l’un des deux a été changé, ou une autre clé l’a fait.',
    'stamp-unchecked': 'Les horodatages ne peuvent pas être contrôlés ici.',
    'stamp-not-before': 'La ligne {seq} du journal horodate une ligne qui ne la précède pas.',
    'stamp-unannounced': 'Aucune ligne du journal n’annonce {path}.',
    'stamp-other': '{path} n’est pas le jeton que la ligne {seq} du journal annonce.',
    'stamp-query': '{path} n’est pas la demande d’horodatage de ce qu’il accompagne.',
    'stamp-order': 'Les heures des horodatages ne suivent pas l’ordre du journal.',
    'stamp-malformed': '{path} : ce n’est pas une réponse d’autorité d’horodatage.',
    'stamp-refused': '{path} : l’autorité avait refusé.',
    'stamp-no-token': '{path} : la réponse ne contient pas de jeton.',
    'stamp-unreadable-token': '{path} : le jeton est illisible.',
    'stamp-wrong-imprint': '{path} : le jeton porte sur autre chose.',
    'stamp-wrong-nonce': '{path} : le jeton ne répond pas à cette demande.',
    'stamp-changed-content': '{path} : le contenu du jeton n’est pas celui qui a été signé.',
    'stamp-no-signer': '{path} : le certificat de celui qui a signé n’y est pas.',
    'stamp-wrong-purpose': '{path} : le certificat de celui qui a signé n’est pas fait pour horodater.',
    'stamp-certificate-not-valid':
      '{path} : le certificat de celui qui a signé n’était pas valable à cette heure.',
    'stamp-unsupported-algorithm': '{path} : ce vérificateur ne connaît pas ce procédé de signature.',
    'stamp-bad-signature': '{path} : la signature du jeton n’est pas la bonne.',
  },
  reasons: {
    'no-file': 'Le fichier n’existe pas ou ne peut pas être ouvert.',
    'not-zip': 'Le fichier n’est pas une archive ZIP lisible.',
    encrypted: 'L’archive est protégée par un mot de passe : ouvrez-la d’abord avec celui-ci.',
    ambiguous:
      'D’autres programmes pourraient trouver autre chose dans cette archive : des octets n’y sont à aucun fichier, ou elle a deux tables des matières. Elle n’est pas lue ; décompressez-la, et donnez le dossier à la page du vérificateur.',
    'too-large': 'L’archive annonce un contenu démesuré : elle n’est pas lue.',
    'no-bundle': 'L’archive ne contient pas un dossier de preuves unique.',
    stopped: 'La vérification a été arrêtée.',
    unexpected: 'Une erreur inattendue a arrêté la lecture.',
  },
  remarks: {
    'local-server':
      'Des pages de ce dossier sont venues d’une adresse de réseau local ({address}) : fiche {path}. C’est le cas derrière certains proxys, et c’est aussi celui d’une copie du portail faite sur un ordinateur.',
    withheld:
      'Des fiches ont été retirées de cet export, et il le déclare : lignes {lines} du journal (nombre : {count}). Le journal en garde la trace ; leur contenu n’est pas vérifié.',
    'stamped-apart':
      'La ligne {line} du journal se dit du {told}, et l’autorité ne l’a horodatée que le {stamped} (lignes dans ce cas : {count}). L’appareil était peut-être sans réseau ; l’heure que la ligne donne n’est alors que la sienne.',
    erased:
      'La personne a effacé des éléments, et le journal le dit : lignes {lines} (nombre : {count}). Cet export n’en porte plus rien.',
    'profile-court':
      'Export pour un tribunal : des pièces à lire, sans le journal ni les fiches. Ce que la personne a choisi de ne plus afficher n’y est pas.',
    'profile-administration':
      'Export pour l’administration : un document court, sans image, sans le journal ni les fiches.',
    'profile-association':
      'Export pour une association : des fiches sans identité, sans image et sans texte libre. Sans identité ne veut pas dire anonyme.',
    ignored:
      'Des fichiers laissés par un système (nombre : {count}) ne font pas partie du dossier et n’ont pas été regardés : {names}',
  },
  levels: {
    intact: 'NIVEAU : intact seulement. Rien ne dit qui l’a fait ni quand.',
    sealed: 'NIVEAU : scellé par la clé d’un appareil.',
    stamped: 'NIVEAU : scellé par la clé d’un appareil, et horodaté par une autorité.',
  },
  comparisons: {
    same: 'C’est bien la clé attendue.',
    other: 'CE N’EST PAS LA CLÉ ATTENDUE : quelqu’un d’autre, ou un autre appareil, a scellé ce dossier.',
    'not-compared': 'Comparez-la avec celle que la personne vous a donnée elle-même.',
  },
  rehearsal:
    'RÉPÉTITION : ceci n’est pas une preuve. Ce dossier a été fait sur une page d’essai de l’extension.',
  attention: 'ATTENTION : ',
  stamps: {
    none: 'HORODATAGE : aucun qui tienne dans ce dossier.',
    journal: 'HORODATAGE : lignes du journal (nombre : {count}), du {first} au {last}.',
    manifest: 'HORODATAGE : tout le dossier, par son manifeste, le {at}.',
    by: 'L’autorité se nomme ainsi dans ses certificats : {authorities}.',
    known: 'L’autorité est reconnue par le certificat racine que vous avez donné.',
    unknown:
      'L’autorité n’est pas connue de ce vérificateur : son nom et son heure ne sont que ce que dit le jeton. Donnez à ce vérificateur son certificat racine, pris chez elle ou dans la liste de confiance européenne (npm run verify : --racine).',
    statesQualified:
      'Les jetons disent d’eux-mêmes qu’ils sont « qualifiés » (0.4.0.19422.1.1) : à comparer avec la liste de confiance européenne.',
    covers:
      'Ce qui est couvert par un jeton existait à son heure. Il ne dit rien de ce qui s’est passé avant.',
  },
  key: 'Clé du sceau : {key}',
  keyMissing: 'UNE CLÉ ÉTAIT ATTENDUE, et aucun sceau ne tient dans ce dossier.',
  more: 'et {count} autres.',
  limits: [
    'Ce contrôle dit si le dossier est cohérent, pas qui l’a fait ni quand : un dossier entier peut être réécrit et scellé par une autre clé. Seule une empreinte de clé connue par ailleurs, ou un horodatage, le montre.',
    'Ce qu’écrivent les PDF et LISEZMOI.txt n’est pas relu : ce sont les fiches, le journal, le tableau et les chiffres qui sont comparés entre eux.',
  ],
};
