import * as z from 'zod/mini';
import { ERROR_NAMES } from '../detect/signals.ts';

/**
 * `data/captures/<seq>.json`: everything known about one page at one moment, except the picture and the snapshot.
 * Format "anef-capture/1". Times are ISO 8601 UTC with milliseconds; lengths in CSS pixels unless said.
 */
const isoTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = (max: number) => z.string().check(z.maxLength(max));
const list = <Item extends z.ZodMiniType>(item: Item, max: number) => z.array(item).check(z.maxLength(max));

export const requestFact = z.object({
  method: text(10),
  path: text(300),
  status: z.number(),
  startedAt: isoTime,
  durationMs: z.nullable(z.number()),
  contentType: z.nullable(text(100)),
  /** The browser's own name for a failed request, e.g. `net::ERR_CONNECTION_RESET`. */
  error: z.optional(text(100)),
});
export type RequestFact = z.infer<typeof requestFact>;

export const mainRequest = z.object({
  status: z.number(),
  fromCache: z.boolean(),
  serverIp: z.nullable(text(60)),
  date: z.nullable(text(60)),
  headers: z.record(text(60), text(300)),
});
export type MainRequest = z.infer<typeof mainRequest>;

export const formField = z.object({
  label: text(200),
  type: text(30),
  required: z.boolean(),
  filled: z.boolean(),
  valid: z.boolean(),
  message: text(300),
});
export type FormField = z.infer<typeof formField>;

export const trailStep = z.object({ at: isoTime, kind: text(20), label: text(200) });
export type TrailStep = z.infer<typeof trailStep>;

export const personalZone = z.object({
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  kind: text(30),
});
export type PersonalZone = z.infer<typeof personalZone>;

/** Why there is no picture. Each has its own sentence, and its own way to add one. */
export const IMAGE_MISSING_REASONS = [
  'click-needed',
  'not-started',
  'other-tab-in-front',
  'window-minimised',
  'page-changed',
  'password-visible',
  'too-many-requests',
  'timed-out',
  'page-gone',
  'disk-full',
  'failed',
] as const;
export type ImageMissingReason = (typeof IMAGE_MISSING_REASONS)[number];

export const captureRecord = z.object({
  format: z.literal('anef-capture/1'),
  seq: z.number(),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  startedAt: isoTime,
  endedAt: isoTime,
  zone: text(60),
  offsetMinutes: z.number(),
  page: z.object({
    origin: text(200),
    path: text(500),
    route: text(500),
    title: text(300),
    lang: text(20),
    topFrame: z.boolean(),
  }),
  trigger: z.object({
    kind: z.enum(['finding', 'manual', 'import']),
    /** Kept by hand before sending: which page it is, `recap` or `documents`. */
    step: z.optional(text(30)),
    ruleId: z.optional(text(80)),
    ruleVersion: z.optional(z.number()),
    category: z.optional(text(30)),
    measure: z.optional(text(40)),
    quote: z.optional(text(500)),
    fingerprint: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
    /** Journal line of the incident that this capture shows. */
    incidentSeq: z.optional(z.number()),
    inViewport: z.optional(z.boolean()),
    /** For behaviour: what was seen, and for how long (milliseconds of visible time). Labels of the page, never a value. */
    evidence: z.optional(
      z.object({
        label: z.optional(text(200)),
        message: z.optional(text(300)),
        durationMs: z.optional(z.number()),
        tries: z.optional(z.number()),
        fields: z.optional(z.number()),
        scriptErrors: z.optional(z.number()),
        errorName: z.optional(z.enum(ERROR_NAMES)),
      }),
    ),
  }),
  statement: z.nullable(text(2000)),
  http: z.object({ main: z.nullable(mainRequest), recent: list(requestFact, 60) }),
  form: list(formField, 200),
  trail: list(trailStep, 60),
  image: z.optional(
    z.object({
      file: text(60),
      sha256,
      bytes: z.number(),
      width: z.number(),
      height: z.number(),
      dpr: z.number(),
      method: z.literal('captureVisibleTab'),
      scroll: z.object({ x: z.number(), y: z.number() }),
    }),
  ),
  imageMissing: z.optional(z.object({ reason: z.enum(IMAGE_MISSING_REASONS) })),
  snapshot: z.optional(z.object({ file: text(60), sha256, sanitised: list(text(60), 40) })),
  environment: z.object({
    extension: text(40),
    browser: text(80),
    os: text(60),
    languages: list(text(20), 20),
    window: z.object({ width: z.number(), height: z.number() }),
    screen: z.object({ width: z.number(), height: z.number() }),
    dpr: z.number(),
    proxy: z.literal('not-verified'),
    otherExtensions: z.literal('not-verified'),
  }),
  clock: z.object({ serverOffsetMs: z.nullable(z.number()), tsaOffsetMs: z.nullable(z.number()) }),
  piiZones: list(personalZone, 300),
});
export type CaptureRecord = z.infer<typeof captureRecord>;
