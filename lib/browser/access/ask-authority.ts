import { type AskAuthority, AuthorityError } from '../../app/timestamps/timestamp-ports.ts';
import type { Bytes } from '../../core/timestamp/der.ts';
import { LONGEST_REPLY } from '../../core/timestamp/reply.ts';
import { isAuthorityUrl } from './authority-url.ts';

/** An authority that has not answered by then is asked again later (ms). */
const PATIENCE = 10_000;

/** The only place of the extension that sends anything: about 70 bytes, of which 32 are a hash. No cookie goes along. */
export function createAskAuthority({
  allows = isAuthorityUrl,
  patience = PATIENCE,
}: {
  readonly allows?: (url: string) => boolean;
  readonly patience?: number;
} = {}): AskAuthority {
  return async (url, query) => {
    if (!allows(url)) throw new AuthorityError('not-allowed', 'no address of an authority');
    const signal = AbortSignal.timeout(patience);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: query,
        signal,
        cache: 'no-store',
        credentials: 'omit',
        // What it sends us to is not what the person has allowed.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      });
      if (!answer.ok) throw new AuthorityError('http-error', `status ${answer.status}`);
      return await readBounded(answer);
    } catch (error) {
      if (error instanceof AuthorityError) throw error;
      throw new AuthorityError(signal.aborted ? 'time-out' : 'offline', 'no answer');
    }
  };
}

async function readBounded({ body }: Response): Promise<Bytes> {
  const reader = body?.getReader();
  const bytes = new Uint8Array(LONGEST_REPLY);
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) return bytes.slice(0, length);
    if (length + value.length > LONGEST_REPLY) {
      await reader?.cancel();
      throw new AuthorityError('too-large', 'no reply of an authority is as long');
    }
    bytes.set(value, length);
    length += value.length;
  }
}
