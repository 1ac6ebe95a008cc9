/** One record of each format as the first version that had it wrote it. Never edited: later versions read it too. */
export const FROZEN_DOCUMENTS = {
  format: 'anef-documents/1',
  at: '2024-01-24T12:12:00.000Z',
  zone: 'Europe/Paris',
  offsetMinutes: 60,
  page: 'documents',
  host: 'administration-etrangers-en-france.interieur.gouv.fr',
  routeTemplate: '/usagers/#/demande/etape/5',
  lang: 'fr',
  items: [
    {
      label: 'Passeport',
      state: 'received',
      says: 'Document ajouté',
      fileShown: true,
      fileType: 'pdf',
      size: '1,2 Mo',
      addedOn: '2024-01-23',
    },
    {
      label: 'Justificatif de domicile',
      state: 'refused',
      says: 'Le fichier n’a pas pu être traité.',
      fileShown: false,
      fileType: null,
      size: null,
      addedOn: null,
    },
  ],
  cut: false,
  software: { name: 'anef-temoin', version: '0.1.0' },
  seq: 8,
  salt: '00000000000000000000000000000008',
  attempt: 1,
  captureSeq: 7,
} as const;

export const FROZEN_FILING = {
  format: 'anef-filing/1',
  at: '2024-01-24T12:14:15.000Z',
  zone: 'Europe/Paris',
  offsetMinutes: 60,
  host: 'administration-etrangers-en-france.interieur.gouv.fr',
  routeTemplate: '/usagers/#/confirmation',
  software: { name: 'anef-temoin', version: '0.1.0' },
  filedOn: '2024-01-24',
  filedTime: '13:14:14',
  read: 'page',
  numberShown: true,
  ruleId: 'request-sent',
  ruleVersion: 1,
  seq: 9,
  salt: '00000000000000000000000000000009',
  attempt: 1,
  captureSeq: 7,
} as const;

/** The lines that announce them. */
export const FROZEN_LINES = [
  `{"seq":8,"type":"documents","at":"2024-01-24T12:12:00.000Z","prev":"${'a'.repeat(64)}","attempt":1,"commit":"${'b'.repeat(64)}"}`,
  `{"seq":9,"type":"filing","at":"2024-01-24T12:14:15.000Z","prev":"${'c'.repeat(64)}","attempt":1,"commit":"${'d'.repeat(64)}","witnessedAt":"2024-01-24T12:14:15.000Z"}`,
] as const;
