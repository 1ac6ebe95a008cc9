import type { Component } from './components.mjs';

export const ALLOWED_LICENCES: readonly string[];
export function licencesText(components: readonly Component[]): string;
