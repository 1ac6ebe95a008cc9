/** Everything about the look of a page in one place. Points (1/72 inch), colours in hex. */
export interface TextStyle {
  readonly size: number;
  /** Distance between two baselines. */
  readonly leading: number;
  readonly bold: boolean;
  readonly colour: string;
  /** What the text stands on: pictures of text are painted on it. */
  readonly background: string;
}

export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 62, top: 60, bottom: 74 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const CONTENT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

export const COLOURS = {
  ink: '#1c1c1c',
  quiet: '#595959',
  accent: '#1f3a5f',
  alert: '#8c2f1b',
  rule: '#c5cbd3',
  soft: '#f2f4f7',
  paper: '#ffffff',
} as const;

const text = (size: number, leading: number, more: Partial<TextStyle> = {}): TextStyle => ({
  size,
  leading,
  bold: false,
  colour: COLOURS.ink,
  background: COLOURS.paper,
  ...more,
});

export const STYLES = {
  heading1: text(19, 24, { bold: true, colour: COLOURS.accent }),
  heading2: text(12.5, 17, { bold: true, colour: COLOURS.accent }),
  heading3: text(9.5, 13.5, { bold: true }),
  plain: text(10, 14.5),
  strong: text(10, 14.5, { bold: true }),
  small: text(8.5, 12, { colour: COLOURS.quiet }),
  label: text(8.5, 13, { colour: COLOURS.quiet }),
  value: text(9, 13),
  tableHead: text(8, 11, { bold: true, colour: COLOURS.quiet }),
  tableCell: text(8.5, 12),
  quotation: text(11, 16),
  source: text(8, 11, { colour: COLOURS.quiet }),
  notice: text(9.5, 14, { background: COLOURS.soft }),
  bandTitle: text(9, 12.5, { bold: true, background: COLOURS.soft }),
  band: text(8, 11.5, { background: COLOURS.soft }),
  footer: text(8, 11, { colour: COLOURS.quiet }),
  warning: text(11, 14, { bold: true, colour: COLOURS.alert }),
} as const satisfies Record<string, TextStyle>;
