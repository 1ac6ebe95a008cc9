interface FileButtonProps {
  readonly children: string;
  /** For what finds it by name. */
  readonly name: string;
  readonly look?: 'primary' | 'plain';
  readonly accept?: string;
  /** Chooses a folder with all that is in it. */
  readonly folder?: boolean;
  onFiles(files: readonly File[]): void;
}

/** The browser's own way to choose a file, under a button of ours. The same file can be chosen again. */
export const FileButton = ({ children, name, look = 'plain', accept, folder, onFiles }: FileButtonProps) => (
  <label class="button file-button" data-look={look}>
    <input
      class="hidden-visually"
      type="file"
      name={name}
      accept={accept}
      {...(folder ? { webkitdirectory: true } : {})}
      onChange={(event) => {
        const { files } = event.currentTarget;
        const chosen = files ? [...files] : [];
        event.currentTarget.value = '';
        if (chosen.length > 0) onFiles(chosen);
      }}
    />
    {children}
  </label>
);
