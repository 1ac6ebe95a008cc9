import type { Page } from 'puppeteer-core';

export type Skin = 'usagers' | 'particuliers';
export type Language = 'fr' | 'en';
type Names = Record<string, string>;
export type Look = { skin?: Skin; lang?: Language };

export { DISTINCTIVE, FICTITIOUS, SECRET_TOKEN, USERS } from './fictitious.mjs';
export const LAST_STEP: number;

/** CSS selector of a `data-test` hook. */
export function hook(name: string): string;
export function portalUrl(skin: Skin, route?: string, lang?: Language): string;
export function waitForRoute(page: Page, route: string): Promise<unknown>;
export function press(page: Page, selector: string): Promise<void>;
export function type(page: Page, values: Names): Promise<void>;
export function login(page: Page, user?: string, look?: Look): Promise<void>;
export function writeDocuments(): { passeport: string; domicile: string; photo: string };
export function uploadDocument(page: Page, name: string, path: string): Promise<'done' | 'error'>;
export function fillStep(page: Page, n: number, values?: Names): Promise<void>;
export function fillRequest(page: Page, options?: { until?: number; skin?: Skin }): Promise<void>;
export function sendRequest(page: Page): Promise<void>;
export function logout(page: Page): Promise<void>;
export function chooseScenario(page: Page, id: string): Promise<void>;
/** From « Essayer » to the outcome. Throws on an unknown id or when a step of the way does not come. */
export function showScenario(page: Page, id: string, look?: Look): Promise<void>;
