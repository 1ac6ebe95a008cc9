import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/core/detect/judge.ts';
import type { MessageSignal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage } from './message-of.ts';
import { STATED, UNSTATED } from './statement-cases.ts';

const BOXES: readonly Partial<MessageSignal>[] = [
  { level: 'error' },
  { level: 'warning' },
  { level: 'unknown', component: 'dialog' },
  { level: 'unknown', component: '[aria-live]' },
  { level: 'error', component: 'page' },
];

describe.each(Object.entries(UNSTATED))('what %s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    for (const box of BOXES) expect(judge([messageOf(text, box)], onPage())).toEqual([]);
  });
});

describe('a failure is told all the same', () => {
  it.each(STATED)('%s: %s', (category, text) => {
    expect(judge([messageOf(text)], onPage()).map((finding) => finding.category)).toContain(category);
  });
});
