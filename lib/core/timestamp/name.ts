import { context, type Der, plainContext, readElements, TAG } from './der.ts';
import { oidOf } from './der-values.ts';
import { NAME_PARTS } from './oids.ts';

const utf8 = new TextDecoder('utf-8');
/** Characters of one part: a name is printed. */
const LONGEST_PART = 200;

/** BMPString writes two bytes a character; PrintableString and IA5String are ASCII. */
function textOf({ tag, content }: Der): string {
  const characters =
    tag === 0x1e
      ? String.fromCharCode(
          ...Array.from(
            { length: Math.min(LONGEST_PART, content.length >> 1) },
            (_, at) => ((content[2 * at] ?? 0) << 8) | (content[2 * at + 1] ?? 0),
          ),
        )
      : utf8.decode(content.subarray(0, 4 * LONGEST_PART));
  // What could draw over its neighbours, or turn the reading round, is no part of a name.
  return characters.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, LONGEST_PART);
}

/** A distinguished name as people read it, e.g. `CN=Autorité d’essai, O=Réplique, C=FR`; empty when nothing of it is known. */
export function readableName(name: Der | undefined): string {
  const parts: string[] = [];
  for (const relative of (name?.tag === TAG.sequence && readElements(name.content)) || []) {
    for (const pair of (relative.tag === TAG.set && readElements(relative.content)) || []) {
      const [type, value] = (pair.tag === TAG.sequence && readElements(pair.content)) || [];
      const word = NAME_PARTS[oidOf(type) ?? ''];
      if (word !== undefined && value) parts.unshift(`${word}=${textOf(value)}`);
    }
  }
  return parts.join(', ');
}

/** A GeneralName: a directory name, a DNS name or an address; null for another kind. */
export function readableGeneralName(general: Der | undefined): string | null {
  if (!general) return null;
  if (general.tag === context(4)) {
    const [name] = readElements(general.content) ?? [];
    return readableName(name) || null;
  }
  const asText = [plainContext(1), plainContext(2), plainContext(6)].includes(general.tag);
  return asText ? textOf(general) : null;
}
