export const MESSAGES_EN: Readonly<Record<string, string>>;
