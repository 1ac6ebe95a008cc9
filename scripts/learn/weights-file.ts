import { format } from '../../lib/core/detect/weighed/packed.ts';
import type { Linear } from './linear.ts';

const HEAD = `/**
 * What the reader by weights has learnt from the phrases of scripts/learn: written by \`npm run learn\`, not by hand.
 * Each line: a weight in tenths, then every trait (traits.ts) that has it.
 */
`;

const packed = <Class extends string>({ classes, bias, weights }: Linear<Class>, only?: Class): string =>
  classes
    .flatMap((name, is) => (only === undefined || name === only ? [{ name, is }] : []))
    .map(({ name, is }) => {
      const mine = [...weights].map(([trait, row]) => [trait, row[is] ?? 0] as const);
      const key = /^\w+$/.test(name) ? name : `'${name}'`;
      return `  ${key}: [\n    ${Math.round((bias[is] ?? 0) * 10)},\n    \`${format(mine)}\`,\n  ],\n`;
    })
    .join('');

/** The module that the product reads. */
export const weightsFile = <Class extends string>(
  telling: Linear<'told' | 'calm'>,
  categories: Linear<Class>,
): string =>
  `${HEAD}export const TELLING = {\n${packed(telling, 'told')}} as const;\n\nexport const CATEGORY_WEIGHTS = {\n${packed(categories)}} as const;\n`;
