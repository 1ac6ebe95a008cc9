/** What no bundle proves. Printed in the exhibit, kept in `dossier.json`. */
export const LIMITS: readonly string[] = [
  'Ce document n’est pas un constat de commissaire de justice. Il rassemble des relevés faits par un logiciel installé dans le navigateur de la personne.',
  'Il n’est pas vérifié que la page n’avait pas été modifiée, avant l’image, dans les outils de développement du navigateur.',
  'Il n’est pas vérifié qui se trouvait devant l’ordinateur.',
  'Il n’est pas vérifié si le serveur, le réseau de la personne, un serveur mandataire (proxy) ou une autre extension du navigateur a causé l’échec.',
  'Une page peut avoir été lue dans le cache du navigateur ; c’est écrit à côté de l’image quand le navigateur l’a signalé.',
  'Les heures viennent de l’horloge de l’ordinateur. L’écart avec l’heure annoncée par le serveur est indiqué quand il a pu être mesuré.',
  'Les empreintes et le journal chaîné montrent qu’un fichier n’a pas changé depuis son enregistrement, si l’empreinte du manifeste est connue par ailleurs. Un ensemble entier peut être réécrit par celui qui le détient.',
  'L’absence d’incident relevé à un moment ne prouve pas que le portail fonctionnait à ce moment.',
];

/** What the administration can compare with its own records. */
export const CROSS_CHECK =
  'L’administration peut comparer ces relevés avec les journaux de ses propres serveurs : c’est pourquoi les dates, les adresses, l’adresse IP du serveur et l’en-tête « Date » de ses réponses sont conservés.';
