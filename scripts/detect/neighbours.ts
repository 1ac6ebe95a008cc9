/**
 * The optional hosts that the workbench grants, as a person may: every neighbouring site of `lib/core/detect/hosts.ts`.
 * They are granted by the manifest of a temporary copy, which is then put back: Chromium's prompt cannot be answered
 * without a window. The extension itself stays the built one.
 */
export const NEIGHBOUR_MATCHES = ['https://*.gouv.fr/*', 'https://www.demarches-simplifiees.fr/*'] as const;
