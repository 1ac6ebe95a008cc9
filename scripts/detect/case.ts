import * as z from 'zod';
import { CATEGORIES } from '../../lib/core/detect/categories.ts';

/** A request with this delay never gets an answer (ms). */
export const NEVER = 600_000;

z.config(z.locales.fr());

const STEP_SHAPES =
  'une étape est { "wait": millisecondes }, { "click": "sélecteur" }, { "fill": ["sélecteur", "texte"] } ou { "goto": "#/route" }';
const selector = z.string().min(1);
const milliseconds = z.number().min(0).max(NEVER);
// 1xx are no answers, and the browser could not tell them from one.
const status = z.number().int().min(200).max(599);

const step = z.union(
  [
    z.strictObject({ wait: milliseconds }),
    z.strictObject({ click: selector }),
    z.strictObject({ fill: z.tuple([selector, z.string()]) }),
    z.strictObject({ goto: z.string() }),
  ],
  { error: STEP_SHAPES },
);

const answer = z.object({
  /** Compared without the query. */
  path: z.string().startsWith('/'),
  /** Any method unless told. */
  method: z.optional(z.string().toUpperCase()),
  status: z._default(status, 200),
  contentType: z._default(z.string(), 'application/json'),
  body: z._default(z.string(), ''),
  delayMs: z._default(milliseconds, 0),
});

const description = z.object({
  url: z.url({ protocol: /^https$/, error: 'une adresse complète, qui commence par https://' }),
  /** Of the page itself. */
  status: z._default(status, 200),
  responses: z._default(z.array(answer), []),
  steps: z._default(z.array(step), []),
  label: z._default(z.enum(['positive', 'negative']), 'positive'),
  categories: z.optional(
    z.array(z.enum(CATEGORIES, { error: `une catégorie parmi ${CATEGORIES.join(', ')}` })),
  ),
});

export type Step = z.infer<typeof step>;
export type Answer = z.infer<typeof answer>;

/** One page to show to the extension, what is done there, and what must be found. */
export interface DetectionCase extends z.infer<typeof description> {
  readonly id: string;
  readonly html: string;
}

/** Why a file is no case: a sentence for whoever wrote it. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CaseError(`${file} : ce n’est pas du JSON (${error instanceof Error ? error.message : error})`);
  }
};

/** `file` names the description in the sentence of a CaseError. */
export function parseCase(file: string, id: string, json: string, html: string): DetectionCase {
  const parsed = description.safeParse(parseJson(file, json));
  if (parsed.success) return { id, html, ...parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `« ${path.join('.')} » : ${message}` : message,
  );
  throw new CaseError(`${file} : ${problems.join(' ; ')}`);
}
