import type { CaptureRecord } from '../bundle/capture-record.ts';
import { seqName, sideFilePath } from '../bundle/layout.ts';
import type { DocumentParts } from '../profile/rules.ts';
import { parisDateTime, utcOffset } from '../time.ts';
import { pageWords } from './filing-section.ts';
import { typeset } from './french.ts';

/** Full address as recorded: secrets were taken out before anything was stored. */
export const captureAddress = ({ page }: CaptureRecord): string => `${page.origin}${page.path}${page.route}`;

type Row = readonly [label: string, value: string];

/** Label / value rows under a picture, or in its place. */
export function captureFacts(
  record: CaptureRecord,
  { files, pictures }: Pick<DocumentParts, 'files' | 'pictures'>,
): readonly Row[] {
  const image = pictures ? record.image : undefined;
  const { snapshot, environment, page } = record;
  const { browser, os, languages, window, screen } = environment;
  const device = `${browser}, ${os} ; langues ${languages.join(', ')} ; fenêtre ${window.width} × ${window.height}, écran ${screen.width} × ${screen.height}`;
  const copy = snapshot ? `, copie de la page ${seqName(record.seq)}.html` : '';
  const rows: (Row | null)[] = [
    image ? null : ['Adresse', captureAddress(record)],
    image ? null : ['Date et heure', typeset(parisDateTime(Date.parse(record.startedAt)))],
    record.trigger.step === undefined ? null : ['Gardée avant l’envoi', pageWords(record.trigger.step)],
    ['Titre de la page', page.title === '' ? 'aucun' : page.title],
    ['Réponse de la page', typeset(serverAnswer(record))],
    [
      'Horloge de l’appareil',
      typeset(`${record.zone} (${utcOffset(record.offsetMinutes)}), ${clockSentence(record)}`),
    ],
    ['Appareil', typeset(device)],
    image ? ['SHA-256 de l’image', image.sha256] : null,
    !files ? null : ['Fichiers', typeset(`fiche ${sideFilePath('capture', record.seq)}${copy}`)],
  ];
  return rows.filter((row) => row !== null);
}

function serverAnswer({ http: { main } }: CaptureRecord): string {
  if (!main) return 'non relevée';
  const parts = [
    main.status === 0 ? 'aucune réponse' : `statut HTTP ${main.status}`,
    main.fromCache ? 'page lue dans le cache du navigateur' : null,
    main.serverIp === null ? null : `adresse IP ${main.serverIp}`,
    main.date === null ? null : `en-tête « Date » ${main.date}`,
  ];
  return parts.filter((part) => part !== null).join(' ; ');
}

function clockSentence({ clock: { serverOffsetMs } }: CaptureRecord): string {
  if (serverOffsetMs === null) return 'écart avec celle du serveur non mesuré';
  const seconds = Math.round(Math.abs(serverOffsetMs) / 1000);
  if (seconds <= 1) return 'à une seconde près celle du serveur';
  const side = serverOffsetMs > 0 ? 'en retard' : 'en avance';
  return `${side} de ${seconds} secondes environ sur celle du serveur`;
}
