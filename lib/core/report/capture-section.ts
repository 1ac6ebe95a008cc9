import type { CaptureRecord } from '../bundle/capture-record.ts';
import { seqName, sideFilePath } from '../bundle/layout.ts';
import type { CaptureSummary } from '../dossier/survey.ts';
import { parisDateTime, parisShort } from '../time.ts';
import { captureAddress, captureFacts } from './capture-facts.ts';
import type { ChronologyInput } from './chronology-input.ts';
import type { Block } from './document.ts';
import { typeset } from './french.ts';
import { MISSING_PICTURE_WORDS } from './missing-picture-words.ts';

/** One capture: the person's words, the picture under its band, the facts. `title` when it stands on its own. */
export async function* captureBlocks(
  summary: CaptureSummary,
  input: ChronologyInput,
  title?: string,
): AsyncGenerator<Block> {
  const at = Date.parse(summary.startedAt);
  if (title !== undefined) {
    const bookmark = `${title}. ${parisShort(at)}`;
    yield { type: 'heading', level: 2, text: typeset(`${title} : ${parisDateTime(at)}`), bookmark };
  }
  const record = await input.readCapture(summary.seq);
  if (!record) {
    yield {
      type: 'notice',
      text: typeset(`La fiche de la capture ${seqName(summary.seq)} n’a pas pu être relue.`),
    };
    return;
  }
  if (title !== undefined && record.trigger.quote !== undefined) {
    yield { type: 'quotation', text: record.trigger.quote, source: 'Texte relevé sur la page' };
  }
  if (input.parts.statements && record.statement !== null && record.statement.trim() !== '') {
    yield { type: 'heading', level: 3, text: 'Déclaration de la personne' };
    yield { type: 'paragraph', text: record.statement };
  }
  if (input.parts.pictures) yield await pictureBlock(record, input);
  yield { type: 'facts', rows: captureFacts(record, input.parts) };
}

async function pictureBlock(record: CaptureRecord, input: ChronologyInput): Promise<Block> {
  const name = seqName(record.seq);
  const { image } = record;
  if (!image) {
    const reason = record.imageMissing?.reason;
    const why = reason === undefined ? 'la fiche ne dit pas pourquoi' : MISSING_PICTURE_WORDS[reason];
    return { type: 'notice', text: typeset(`Pas d’image pour la capture ${name} : ${why}.`) };
  }
  const picture = await input.readPicture(record.seq, image.sha256);
  if (!picture) {
    return {
      type: 'notice',
      text: typeset(
        `L’image ${name} existait (empreinte SHA-256 ${image.sha256}) mais n’a pas pu être relue.`,
      ),
    };
  }
  const warning = picture.intact
    ? []
    : [typeset('Attention : ce fichier ne correspond plus à l’empreinte prise au moment de la capture.')];
  return {
    type: 'picture',
    load: async () => picture.bytes,
    alternative: `Image de l’écran, ${record.page.title}, ${parisDateTime(Date.parse(record.startedAt))}`,
    caption: [
      typeset(parisDateTime(Date.parse(record.startedAt))),
      captureAddress(record),
      `Image ${name} (${image.width} × ${image.height} pixels) · ligne ${record.seq} du journal · SHA-256 ${image.sha256.slice(0, 16)}…`,
      typeset(
        input.parts.files
          ? `Copie réduite pour l’impression ; original intact : ${sideFilePath('picture', record.seq)}`
          : 'Copie réduite pour l’impression ; la personne garde l’original intact',
      ),
      ...warning,
    ],
  };
}
