export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
export const ALLOWED_LICENCES: readonly string[];
export function shippedPackages(): readonly ShippedPackage[];
export function licencesText(): string;
