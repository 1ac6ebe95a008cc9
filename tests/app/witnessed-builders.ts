import type { Witnessed, WitnessedCapture, WitnessedIncident } from '../../lib/app/witness/witnessed.ts';

/** Invented things witnessed, whole enough to be stored. */

const AT = '2026-11-21T09:04:07.000Z';

export function incident(
  changes: { id?: string; firstId?: string; at?: string; epoch?: string } = {},
): Witnessed<WitnessedIncident> {
  const id = changes.id ?? crypto.randomUUID();
  return {
    picture: null,
    facts: {
      kind: 'incident',
      id,
      firstId: changes.firstId ?? id,
      epoch: changes.epoch ?? 'epoch-a',
      record: {
        format: 'anef-incident/1',
        at: changes.at ?? AT,
        zone: 'Europe/Paris',
        offsetMinutes: 60,
        occurrence: 1,
        fingerprint: '0123456789abcdef0123456789abcdef',
        ruleId: 'http-server-error',
        ruleVersion: 1,
        category: 'server-error',
        measure: 'substitute-solution',
        host: 'administration-etrangers-en-france.interieur.gouv.fr',
        routeTemplate: '/usagers/#/demande',
        httpStatus: 500,
        findings: [{ ruleId: 'http-server-error', category: 'server-error', status: 500 }],
        software: { name: 'anef-temoin', version: '0.1.0' },
      },
    },
  };
}

export function capture(
  changes: {
    picture?: Uint8Array<ArrayBuffer>;
    statement?: string;
    title?: string;
    incidentId?: string;
    epoch?: string;
  } = {},
): Witnessed<WitnessedCapture> {
  const picture = changes.picture ?? null;
  return {
    picture,
    facts: {
      kind: 'capture',
      id: crypto.randomUUID(),
      epoch: changes.epoch ?? 'epoch-a',
      incidentId: changes.incidentId ?? null,
      thumbnail: null,
      snapshotHtml: '<!doctype html><p>réplique</p>',
      record: {
        format: 'anef-capture/1',
        startedAt: AT,
        endedAt: AT,
        zone: 'Europe/Paris',
        offsetMinutes: 60,
        page: {
          origin: 'https://administration-etrangers-en-france.interieur.gouv.fr',
          path: '/usagers/',
          route: '#/demande',
          title: changes.title ?? 'Ma demande',
          lang: 'fr',
          topFrame: true,
        },
        trigger: { kind: 'manual' },
        statement: changes.statement ?? null,
        http: { main: null, recent: [] },
        form: [],
        trail: [],
        image: picture && {
          sha256: 'a'.repeat(64),
          bytes: picture.length,
          width: 2,
          height: 1,
          dpr: 1,
          method: 'captureVisibleTab',
          scroll: { x: 0, y: 0 },
        },
        snapshot: { sha256: 'b'.repeat(64), sanitised: [] },
        environment: {
          extension: '0.1.0',
          browser: 'Chrome/156',
          os: 'linux x86-64',
          languages: ['fr'],
          window: { width: 800, height: 600 },
          screen: { width: 800, height: 600 },
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
