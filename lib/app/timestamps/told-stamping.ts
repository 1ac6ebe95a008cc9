import { bytesOfHex, hexOf } from '../../core/timestamp/der-values.ts';
import type { ToldStamping } from '../protocol.ts';
import type { Stamping } from './timestamp-ports.ts';

/** Messages between contexts are JSON: bytes cross as hex. */
export const tellStamping = (stamping: Stamping | null): ToldStamping =>
  stamping === null || 'failure' in stamping
    ? stamping
    : {
        stamp: {
          ...stamping.stamp,
          query: hexOf(stamping.stamp.query),
          reply: hexOf(stamping.stamp.reply),
        },
      };

export const heardStamping = (stamping: ToldStamping): Stamping | null =>
  stamping === null || 'failure' in stamping
    ? stamping
    : {
        stamp: {
          ...stamping.stamp,
          query: bytesOfHex(stamping.stamp.query),
          reply: bytesOfHex(stamping.stamp.reply),
        },
      };
