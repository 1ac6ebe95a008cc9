const LICENCE = 'EUPL-1.2';

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `@scope/name` → group and name, as CycloneDX has it. */
function named(name) {
  const [, group, own] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  return group ? { group, name: own } : { name };
}

/**
 * The bill of materials of one package, CycloneDX 1.6 in JSON: what the bundler wrote into it and where, under which
 * licence, with the SHA-512 of each component's package. No date and no random number: the same build, the same bytes.
 */
export function sbomText({ name, version, commit, components }) {
  const root = `pkg:generic/${name}@${version}`;
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name,
        version,
        licenses: [{ license: { id: LICENCE } }],
        properties: [{ name: 'anef-temoin:commit', value: commit }],
      },
    },
    components: components.map((component) => ({
      type: 'library',
      'bom-ref': purl(component),
      ...named(component.name),
      version: component.version,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: component.sha512 }],
      licenses: [{ license: { id: component.licence } }],
      purl: purl(component),
      evidence: { occurrences: component.files.map((location) => ({ location })) },
    })),
    compositions: [{ aggregate: 'complete', assemblies: [root] }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}
