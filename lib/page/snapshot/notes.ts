/** What was taken out of a page, or could not be read: short words that go into the record, at most forty. */
export const SANITISED = [
  'scripts',
  'event-handlers',
  'links',
  'frames',
  'media',
  'form-values',
  'hidden-fields',
  'metadata',
  'comments',
  'attributes',
  'personal-data',
  'external-resources',
  'unreadable-styles',
  'images-missing',
  'cut-size',
  'cut-depth',
  'cut-nodes',
  'cut-styles',
] as const;
export type Sanitised = (typeof SANITISED)[number];

/** Limits of one snapshot. A page beyond them is cut, and says so. */
export const LIMITS = {
  html: 3_000_000,
  styles: 1_000_000,
  depth: 200,
  nodes: 60_000,
  text: 300_000,
  images: 40,
  imagePixels: 16_000_000,
  /** Longest side of a picture in a snapshot, in pixels. */
  imageSide: 800,
  imageBytes: 200_000,
  allImageBytes: 900_000,
  attributes: 100,
  elements: 200_000,
  /** Stretches of personal text whose place on the screen is asked for. */
  spans: 2_000,
} as const;
