import type { Plugin } from 'vite';

export interface Component {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly sha512: string;
  readonly files: readonly string[];
}
export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity: string;
}
export type FilesByPackage = Map<string, Set<string>>;

export function packagePathOf(moduleId: string, root?: string): string | null;
export function createRecord(): { readonly plugin: Plugin; readonly filesByPackage: FilesByPackage };
export function componentsOf(
  filesByPackage: FilesByPackage,
  packages?: Readonly<Record<string, LockedPackage>>,
): readonly Component[];
