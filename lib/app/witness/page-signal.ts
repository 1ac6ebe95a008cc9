import * as z from 'zod/mini';
import { ERROR_NAMES, OBSTACLES } from '../../core/detect/signals.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const time = z.number().check(z.gte(0));
const address = z.object({ origin: text(200), path: text(500), route: text(500) });

/** What the page's script tells, as it is parsed on arrival. */
export const pageSignal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    at: time,
    address,
    title: text(300),
    lang: text(20),
    visible: z.boolean(),
    loginReturn: z.boolean(),
    first: z.boolean(),
    loadedAt: time,
  }),
  z.object({
    kind: z.literal('request'),
    at: time,
    path: text(300),
    status: z.number(),
    durationMs: z.number(),
    navigation: z.boolean(),
  }),
  z.object({
    kind: z.literal('message'),
    at: time,
    place: z.enum(['component', 'block', 'text']),
    component: text(80),
    level: z.enum(['error', 'warning', 'info', 'success', 'unknown']),
    text: text(500),
    rules: z.array(text(80)).check(z.maxLength(10)),
    inViewport: z.boolean(),
  }),
  z.object({
    kind: z.literal('step'),
    at: time,
    step: z.enum(['navigation', 'click', 'submit', 'input', 'upload']),
    label: text(200),
  }),
  z.object({
    kind: z.literal('obstacle'),
    at: time,
    obstacle: z.enum(OBSTACLES),
    evidence: z.object({
      label: z.optional(text(200)),
      message: z.optional(text(300)),
      durationMs: z.optional(time),
      tries: z.optional(time),
      fields: z.optional(time),
      scriptErrors: z.optional(time),
      errorName: z.optional(z.enum(ERROR_NAMES)),
    }),
    inViewport: z.boolean(),
  }),
]);
