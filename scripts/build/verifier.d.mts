import type { Plugin } from 'vite';

export function buildVerifier(): Promise<{
  readonly html: string;
  readonly filesByPackage: Map<string, Set<string>>;
}>;
export function verifierPage(record: { readonly filesByPackage: Map<string, Set<string>> }): Plugin;
