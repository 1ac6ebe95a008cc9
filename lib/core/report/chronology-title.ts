/** No accent, no dot: court filing systems refuse them in a title. */
export const CHRONOLOGY_TITLE = 'Chronologie des tentatives';
