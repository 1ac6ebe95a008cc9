import { describe, expect, it } from 'vitest';
import { NotOpened, StoreError } from '../../../lib/app/witness-ports.ts';
import { DiskFull } from '../../../lib/browser/store/opfs.ts';
import { troubleOf } from '../../../lib/browser/store/trouble-of.ts';

const roomy = async (): Promise<boolean> => true;
const full = async (): Promise<boolean> => false;

describe('the trouble that an error means', () => {
  it.each([
    [new DiskFull('x'), 'disk-full'],
    [new DOMException('x', 'QuotaExceededError'), 'disk-full'],
    [new StoreError('disk-full', 'x'), 'disk-full'],
    [new NotOpened('database-blocked', 'x'), 'database-blocked'],
    [new NotOpened('database-newer', 'x'), 'database-newer'],
    [new StoreError('database-broken', 'x'), 'database-broken'],
    [new StoreError('memory-full', 'x'), null],
    [new TypeError('x'), null],
    ['a string', null],
  ])('%s: %s', async (error, trouble) => {
    expect(await troubleOf(error, roomy)).toBe(trouble);
  });

  it.each([
    [new StoreError('database-broken', 'x'), 'disk-full'],
    [new TypeError('x'), 'disk-full'],
    [new NotOpened('database-blocked', 'x'), 'database-blocked'],
    [new NotOpened('database-newer', 'x'), 'database-newer'],
  ])('on a full disk, %s: %s', async (error, trouble) => {
    expect(await troubleOf(error, full)).toBe(trouble);
  });
});
