import type { Witnessed, WitnessedCapture } from '../../../lib/app/witness/witnessed.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { isoTime } from '../../../lib/core/time.ts';
import { HEIGHT, WIDTH } from './pictures.ts';

const PORTAL = 'https://administration-etrangers-en-france.interieur.gouv.fr';
const SNAPSHOT =
  '<!doctype html><title>Réplique</title><p>Page de la réplique, pour les bancs de mesure.</p>';
const snapshotSha256 = hashing.sha256(new TextEncoder().encode(SNAPSHOT));
/** As wide as those of the product, of the same few kB, and read by the browser as they are. */
const THUMBNAIL = (() => {
  const canvas = document.createElement('canvas');
  canvas.width = 144;
  canvas.height = 101;
  canvas.getContext('2d')?.fillRect(10, 10, 90, 60);
  return canvas.toDataURL('image/jpeg', 0.7);
})();

/** An invented capture, as the witness would hand it to the writer. */
export function captureToFill({
  picture,
  epoch,
  now,
}: {
  readonly picture: Uint8Array<ArrayBuffer> | undefined;
  readonly epoch: string;
  readonly now: number;
}): Witnessed<WitnessedCapture> {
  const at = isoTime(now);
  const size = { width: WIDTH, height: HEIGHT };
  return {
    picture: picture ?? null,
    facts: {
      kind: 'capture',
      id: crypto.randomUUID(),
      epoch,
      incidentId: null,
      thumbnail: THUMBNAIL,
      snapshotHtml: SNAPSHOT,
      record: {
        format: 'anef-capture/1',
        startedAt: at,
        endedAt: at,
        zone: 'Europe/Paris',
        offsetMinutes: 60,
        page: {
          origin: PORTAL,
          path: '/usagers/',
          route: '#/espace-personnel/mon-compte',
          title: 'Réplique',
          lang: 'fr',
          topFrame: true,
        },
        trigger: { kind: 'manual' },
        statement: 'Capture des bancs de mesure.',
        http: { main: null, recent: [] },
        form: [],
        trail: [],
        image: picture
          ? {
              ...size,
              sha256: hashing.sha256(picture),
              bytes: picture.length,
              dpr: 1,
              method: 'captureVisibleTab',
              scroll: { x: 0, y: 0 },
            }
          : null,
        snapshot: { sha256: snapshotSha256, sanitised: [] },
        environment: {
          extension: 'bench',
          browser: 'bench',
          os: 'bench',
          languages: ['fr'],
          window: size,
          screen: size,
          dpr: 1,
          proxy: 'not-verified',
          otherExtensions: 'not-verified',
        },
        clock: { serverOffsetMs: null, tsaOffsetMs: null },
        piiZones: [],
      },
    },
  };
}
