import {
  type MessageAnswers,
  type MessageName,
  type MessageRequest,
  PROTOCOL,
  type Reply,
} from './protocol.ts';
import { StoreError } from './witness-ports.ts';

/** Who sent a message, as the browser (never the message) says. */
export interface Sender {
  /** `rehearsal`: the page to practise on, which is watched like the portal's and one of our own. */
  readonly from: 'page' | 'ui' | 'rehearsal' | 'stranger';
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly store: string | null;
}

export type Handlers = {
  readonly [Name in MessageName]: (
    data: MessageRequest<Name>,
    sender: Sender,
  ) => Promise<MessageAnswers[Name]>;
};

/** A failure in a word that carries no data: the trouble of the device, or the name of the error. */
export function nameOf(error: unknown): string {
  if (error instanceof StoreError) return error.trouble;
  return error instanceof Error ? error.name : 'failed';
}

const isMessageName = (name: unknown): name is MessageName =>
  typeof name === 'string' && Object.hasOwn(PROTOCOL, name);

/**
 * Answers one message: parsed first, refused from anyone but its declared sender. Never rejects: errors cross the
 * channel as a reply, in words without personal data.
 */
export async function answer(
  handlers: Handlers,
  message: { readonly name: unknown; readonly data: unknown },
  sender: Sender,
): Promise<Reply<unknown>> {
  const { name, data } = message;
  if (!isMessageName(name)) return { ok: false, error: 'unknown-message' };
  const { from, request } = PROTOCOL[name];
  if (sender.from !== from && sender.from !== 'rehearsal') return { ok: false, error: 'wrong-sender' };
  const parsed = request.safeParse(data);
  if (!parsed.success) return { ok: false, error: 'malformed' };
  try {
    // The schema of this very name has just parsed the data: the pair cannot be expressed to the compiler.
    const handle = handlers[name] as (data: unknown, sender: Sender) => Promise<unknown>;
    return { ok: true, value: await handle(parsed.data, sender) };
  } catch (error) {
    return { ok: false, error: nameOf(error) };
  }
}
