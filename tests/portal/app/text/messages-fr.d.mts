export const MESSAGES_FR: Readonly<Record<string, string>>;
