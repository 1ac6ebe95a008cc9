import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthorityError } from '../../../lib/app/timestamps/timestamp-ports.ts';
import { createAskAuthority } from '../../../lib/browser/access/ask-authority.ts';
import { isAuthorityUrl } from '../../../lib/browser/access/authority-url.ts';
import { checkReply } from '../../../lib/core/timestamp/check-reply.ts';
import { timestampRequest } from '../../../lib/core/timestamp/request.ts';
import { timestampCrypto } from '../../../lib/node/timestamp-crypto.ts';
import { type Authority, createAuthority } from '../../authority/authority.ts';
import { type Behaviour, type ServedAuthority, serveAuthority } from '../../authority/serve-authority.ts';

const ASKED = { imprint: 'c3'.repeat(32), nonce: '4102030405060708' };
const QUERY = timestampRequest(ASKED.imprint, ASKED.nonce);
const ask = createAskAuthority({ allows: () => true, patience: 30_000 });

let authority: Authority;
let served: ServedAuthority;
beforeAll(async () => {
  authority = createAuthority();
  served = await serveAuthority(authority);
});
afterAll(async () => {
  await served?.close();
  authority?.close();
});

const failureOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof AuthorityError ? error.failure : 'another error'),
  );

describe('asking an authority', () => {
  it('sends the request and nothing else, and brings the raw reply', async () => {
    served.behave({});
    const reply = await ask(served.url, QUERY);
    expect(served.queries.at(-1)).toEqual(QUERY);
    expect((await checkReply(reply, ASKED, timestampCrypto)).problems).toEqual([]);
  });

  it('what is no reply comes as it is, and is judged', async () => {
    served.behave({ kind: 'garbage' });
    const reply = await ask(served.url, QUERY);
    expect((await checkReply(reply, ASKED, timestampCrypto)).problems).toEqual(['malformed']);
  });

  it.each<[Behaviour, string]>([
    [{ kind: 'error' }, 'http-error'],
    [{ kind: 'elsewhere' }, 'http-error'],
    [{ kind: 'endless' }, 'too-large'],
  ])('%o: %s', async (behaviour, failure) => {
    served.behave(behaviour);
    expect(await failureOf(ask(served.url, QUERY))).toBe(failure);
  });

  it('one that does not answer is given up', async () => {
    served.behave({ kind: 'silent' });
    const impatient = createAskAuthority({ allows: () => true, patience: 50 });
    expect(await failureOf(impatient(served.url, QUERY))).toBe('time-out');
  });

  it('one that is not there is no answer', async () => {
    expect(await failureOf(ask('http://127.0.0.1:1/', QUERY))).toBe('offline');
  });

  it('an address without encryption is never asked', async () => {
    const before = served.queries.length;
    expect(await failureOf(createAskAuthority()(served.url, QUERY))).toBe('not-allowed');
    expect(served.queries).toHaveLength(before);
  });
});

describe('what may be asked', () => {
  it.each(['https://timestamp.sectigo.com/qualified', 'https://tsa.example:8443/tsr?profil=1'])('%s', (url) =>
    expect(isAuthorityUrl(url)).toBe(true),
  );

  it.each([
    'http://timestamp.sectigo.com/',
    'http://127.0.0.1:8080/',
    'https://nom:secret@tsa.example/',
    'https://tsa.example/#x',
    'ftp://tsa.example/',
    'tsa.example',
    '',
  ])('not %s', (url) => expect(isAuthorityUrl(url)).toBe(false));
});
