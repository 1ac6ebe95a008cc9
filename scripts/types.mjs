import { asCommand, setUp } from './setup.mjs';
import { checkTypes } from './test/types.mjs';

await asCommand(async () => {
  await setUp();
  const { code, output } = await checkTypes();
  console.log(output);
  return code;
});
