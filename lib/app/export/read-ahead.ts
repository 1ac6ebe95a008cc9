/** Things read at once: reading is mostly waiting for other processes. */
const AT_ONCE = 24;
/** Bytes read at once, as far as can be foretold. */
const ROOM = 8 * 1024 * 1024;

/** A thing to be read; those of one kind are of about one size. */
interface Wanted {
  readonly kind: string;
}

/**
 * Reads things in their order, several at once, so that the next ones are there when the one before has been dealt with.
 * The larger they are, the fewer: one at least, whatever its size. Half of them are used up before more are asked for:
 * what is asked for together costs less. `sizeOf` is in bytes.
 */
export async function* readAhead<Item extends Wanted, Reading>(
  wanted: readonly Item[],
  read: (item: Item) => Promise<Reading>,
  sizeOf: (reading: Reading) => number,
): AsyncGenerator<Reading> {
  const ahead: { readonly kind: string; readonly reading: Promise<Reading> }[] = [];
  const largest = new Map<string, number>();
  const foretold = ({ kind }: Wanted): number => largest.get(kind) ?? 0;
  let next = 0;
  const begin = (): void => {
    let room = ROOM - ahead.reduce((sum, each) => sum + foretold(each), 0);
    if (ahead.length > AT_ONCE / 2 || room < ROOM / 2) return;
    for (const item of wanted.slice(next, next + AT_ONCE - ahead.length)) {
      room -= foretold(item);
      if (room < 0 && ahead.length > 0) return;
      const reading = read(item);
      reading.catch(() => undefined); // thrown when its turn comes, if it ever does
      ahead.push({ kind: item.kind, reading });
      next++;
    }
  };
  for (;;) {
    begin();
    const first = ahead.shift();
    if (!first) return;
    const reading = await first.reading;
    largest.set(first.kind, Math.max(foretold(first), sizeOf(reading)));
    yield reading;
  }
}
