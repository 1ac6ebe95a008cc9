import * as z from 'zod/mini';

/** The extension's policy forbids compiling code at run time: zod must not even try. */
export const refuseSchemaCompilation = (): void => {
  z.config({ jitless: true });
};
