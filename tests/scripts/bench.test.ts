import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, median } from '../../scripts/bench/line.ts';
import { parentOf, processorTime, pssOf, treeOf } from '../../scripts/bench/memory.ts';
import { LINES, parseOptions } from '../../scripts/bench/options.mjs';
import { ownTimeOf } from '../../scripts/bench/own-time.ts';

describe('the options of the bench', () => {
  it.each([
    [[], { browsers: ['chromium'], only: LINES, runs: undefined }],
    [['--browser', 'firefox'], { browsers: ['firefox'], only: LINES, runs: undefined }],
    [
      ['--only', 'popup-10,package-size', '--runs', '3', '--browser', 'chromium,firefox'],
      { browsers: ['chromium', 'firefox'], only: ['popup-10', 'package-size'], runs: 3 },
    ],
  ])('%j', (args, expected) => {
    expect(parseOptions(args)).toEqual(expected);
  });

  it.each([
    [['--browser', 'safari']],
    [['--only', 'popup-11']],
    [['--runs', '0']],
    [['--runs']],
    [['--fast', '1']],
  ])('refuses %j', (args) => {
    expect(() => parseOptions(args)).toThrow();
  });
});

describe('a line', () => {
  const what = {
    name: 'export-300-with-pdf',
    unit: 'ms',
    browser: 'chromium',
    compared: 'a and b',
    aim: null,
  } as const;

  it('has the medians, and the median of the ratios of each run', () => {
    const pairs = [
      { ours: 100, other: 50 },
      { ours: 900, other: 300 },
      { ours: 200, other: 40 },
    ];
    expect(lineOf(what, pairs)).toMatchObject({ ours: 200, other: 50, ratio: 3, runs: 3 });
  });

  it('has no ratio where there is nothing to compare with', () => {
    expect(lineOf(what, [{ ours: 1.23456, other: null }])).toMatchObject({
      ours: 1.235,
      other: null,
      ratio: null,
    });
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])('median of %j', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('refuses a median of nothing', () => {
    expect(() => median([])).toThrow('no measure');
  });
});

describe('memory of processes', () => {
  it('finds the parent behind a name with spaces and parentheses', () => {
    expect(parentOf('4711 (Web Content (1)) S 4242 4711 4711 0 -1')).toBe(4242);
  });

  it('adds the time in its own code and in the kernel’s, whatever the process is called', () => {
    const stat = '4711 (Web Content (1)) S 4242 4711 4711 0 -1 4194560 9000 0 3 0 250 30 0 0 20 0 25 0 100';
    expect(processorTime(stat)).toBe(2_800);
    expect(processorTime('')).toBe(0);
  });

  it('counts what a process shares by its share, without the files of the program', () => {
    const rollup = 'Rss:  900 kB\nPss:  500 kB\nPss_Anon:  300 kB\nPss_File:  190 kB\nPss_Shmem:  10 kB\n';
    expect(pssOf(rollup)).toBe(310 * 1024);
    expect(pssOf('')).toBe(0);
  });

  it('follows children of children, and nobody else', () => {
    const parents = new Map([
      [2, 1],
      [3, 2],
      [4, 1],
      [5, 9],
    ]);
    expect([...treeOf(1, parents)].sort()).toEqual([1, 2, 3, 4]);
  });
});

describe('time in our own functions', () => {
  const stretch = (name: string, ts: number, dur: number, more = {}) => ({
    name,
    ph: 'X',
    pid: 1,
    tid: 1,
    ts,
    dur,
    tdur: dur,
    ...more,
  });
  const call = (ts: number, dur: number, url = 'chrome-extension://a/witness.js') =>
    stretch('FunctionCall', ts, dur, { args: { data: { url } } });

  it('counts calls once, without those of the page, and finds the task with the most', () => {
    const trace = [
      stretch('RunTask', 0, 9_000),
      call(1_000, 2_000),
      call(1_500, 500),
      call(4_000, 1_000),
      call(5_500, 3_000, 'https://exemple.invalid/page.js'),
      stretch('RunTask', 10_000, 4_000),
      call(11_000, 2_500),
      { ...call(11_000, 9_000), ph: 'B' },
    ];
    expect(ownTimeOf(trace, 'chrome-extension://a')).toEqual({ total: 5.5, worst: 3 });
    expect(ownTimeOf([], 'chrome-extension://a')).toEqual({ total: 0, worst: 0 });
  });
});

it('every line is told in the documentation', () => {
  const text = readFileSync('docs/bancs.md', 'utf8');
  expect(LINES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
