import type { Envelope, MessageAnswers, MessageName, MessageRequest, Reply } from '../app/protocol.ts';
import { browser } from './api.ts';

/** Asks the background. Rejects when it refuses, fails or does not answer. */
export async function ask<Name extends MessageName>(
  name: Name,
  data: MessageRequest<Name>,
): Promise<MessageAnswers[Name]> {
  const envelope: Envelope = { to: 'background', name, data };
  const reply = (await browser.runtime.sendMessage(envelope)) as Reply<MessageAnswers[Name]> | undefined;
  if (!reply) throw new Error('no-answer');
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}
