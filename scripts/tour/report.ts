/** What the tour checks, told line by line. The tour goes on after a failed check, and fails at the end. */
export interface TourReport {
  /** Rejections count as a failure, with their message. Returns the value, or undefined. */
  check<Value>(
    what: string,
    job: () => Promise<Value> | Value,
    proof?: (value: Value) => string,
  ): Promise<Value | undefined>;
  readonly failures: number;
}

export function createReport(print: (line: string) => void = console.log): TourReport {
  let failures = 0;
  return {
    async check(what, job, proof) {
      try {
        const value = await job();
        print(`  ✓ ${what}${proof ? ` (${proof(value)})` : ''}`);
        return value;
      } catch (error) {
        failures++;
        print(`  ✗ ${what}\n      ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    },
    get failures() {
      return failures;
    },
  };
}

/** Throws unless it holds. */
export function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
