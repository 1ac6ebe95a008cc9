/**
 * A printable document as data: what an exhibit says, without a word on how it is drawn. Renderers (PDF today)
 * consume the blocks one by one, so that a dossier of hundreds of pictures never stands in memory at once.
 */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly bookmark?: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly tone?: 'plain' | 'small' | 'strong' }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Label / value rows. */
  | { readonly type: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** A table with a header row; column widths are shares of the page, summing to 1. */
  | {
      readonly type: 'table';
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Words of the portal, verbatim. */
  | { readonly type: 'quotation'; readonly text: string; readonly source: string }
  /** A picture under its caption band. The band is printed beside the picture, never on it. */
  | {
      readonly type: 'picture';
      /** Loads the untouched PNG; called once, when the block is drawn. */
      readonly load: () => Promise<Uint8Array>;
      readonly alternative: string;
      readonly caption: readonly string[];
    }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'page-break' };

export interface PrintableDocument {
  readonly title: string;
  readonly subject: string;
  /** BCP 47, `fr` for what a court reads. */
  readonly lang: string;
  readonly createdAt: Date;
  /** Printed at the foot of each page beside the page number. */
  readonly footer: string;
  /** Printed at the head of each page, to be seen on any one of them. */
  readonly warning?: string;
  readonly blocks: AsyncIterable<Block> | Iterable<Block>;
}
