/** How a bundle is checked without us. LISEZMOI gives these commands; the tests run them as they stand here. */

export const CHAIN_COMMAND = `precedente=0000000000000000000000000000000000000000000000000000000000000000
numero=0
while IFS= read -r ligne; do
  numero=$((numero + 1))
  case "$ligne" in
    *"\\"prev\\":\\"$precedente\\""*) ;;
    *) echo "RUPTURE a la ligne $numero"; break ;;
  esac
  precedente=$(printf '%s' "$ligne" | sha256sum | cut -c1-64)
done < data/journal.jsonl
echo "$numero lignes lues, empreinte de la derniere : $precedente"`;

/** Prints the commitment of the file named after it. */
export const COMMITMENT_COMMAND =
  "python3 -c \"import hashlib,json,sys; o=open(sys.argv[1],'rb').read(); print(hashlib.sha256(bytes.fromhex(json.loads(o)['salt'])+o).hexdigest())\"";

const MANIFESTS = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];

export const FILES_COMMANDS = MANIFESTS.map((manifest) => `sha256sum -c ${manifest}`);

/** From the folder that holds the bundle's. */
export const bagCommand = (topFolder: string): string => `bagit.py --validate ${topFolder}`;

/** Each says "Verified OK" when that key sealed that manifest. */
export const SEAL_COMMANDS = MANIFESTS.map(
  (manifest) => `openssl dgst -sha256 -verify scelles/cle-publique.pem \\
  -signature scelles/${manifest}.sig ${manifest}`,
);

/** Prints the fingerprint of the key. */
export const KEY_COMMAND = 'openssl pkey -pubin -in scelles/cle-publique.pem -outform DER | sha256sum';

/** A name that a shell takes for a name. A stranger's bundle may call itself anything, an order among others. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,80}$/;

/** What is shown for one bundle: each can be copied into a terminal as it stands, whatever the bundle calls itself. */
export function checkCommands(
  topFolder: string,
  { sealed, chained = true }: { readonly sealed: boolean; readonly chained?: boolean },
) {
  const name = PLAIN_NAME.test(topFolder) ? topFolder : 'LE-DOSSIER';
  return [
    { about: 'files', command: FILES_COMMANDS.join('\n') },
    { about: 'bag', command: bagCommand(name) },
    ...(chained ? ([{ about: 'chain', command: CHAIN_COMMAND }] as const) : []),
    ...(sealed
      ? ([
          { about: 'seals', command: SEAL_COMMANDS.join('\n') },
          { about: 'key', command: KEY_COMMAND },
        ] as const)
      : []),
  ] as const;
}
