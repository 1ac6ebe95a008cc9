/** Under this symbol of the background's world stands what the workbench has put there. */
export const WORKBENCH = 'anef-temoin.workbench';
