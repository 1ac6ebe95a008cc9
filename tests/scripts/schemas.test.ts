import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDER, frozenSchemas } from '../../scripts/schemas/frozen.ts';

/** The chain commits to these records, and others count with them. */
describe('the frozen formats', () => {
  const schemas = [...frozenSchemas()];
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

  it('are those of the code, all of them and no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...schemas.map(([name]) => name), 'README.md'].sort());
  });

  it.each(schemas)('%s: a change needs a new format number (docs/schemas/README.md)', (name, text) => {
    expect(read(name)).toBe(text);
  });

  it('are each told in the page beside them', () => {
    const page = read('README.md');
    expect(schemas.filter(([name]) => !page.includes(name))).toEqual([]);
  });

  const open = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    const { type, additionalProperties } = node as Record<string, unknown>;
    if (type === 'object' && additionalProperties === undefined) return true;
    return Object.values(node).some(open);
  };
  it.each(schemas)('%s names every field that there may be', (_name, text) => {
    expect(open(JSON.parse(text))).toBe(false);
  });

  /** Texts that are neither in a closed list, nor of a fixed form, nor short names that the software gives. */
  const FREE = (node: unknown, path = ''): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { type, pattern, enum: list, const: only } = node as Record<string, unknown>;
    if (type === 'string' && !pattern && !list && only === undefined) return [path];
    return Object.entries(node).flatMap(([key, value]) =>
      FREE(value, key === 'properties' || key === 'items' ? path : `${path}.${key}`),
    );
  };
  it('an absence holds no free text at all', () => {
    expect(FREE(JSON.parse(read('anef-absence-1.schema.json')))).toEqual([]);
  });

  it('an incident holds only texts that the software writes', () => {
    expect(FREE(JSON.parse(read('anef-incident-1.schema.json')))).toEqual([
      '.at',
      '.zone',
      '.ruleId',
      '.host',
      '.routeTemplate',
      '.findings.ruleId',
      '.software.version',
    ]);
  });
});
