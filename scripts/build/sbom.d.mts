import type { Component } from './components.mjs';

export function sbomText(bill: {
  readonly name: string;
  readonly version: string;
  readonly commit: string;
  readonly components: readonly Component[];
}): string;
