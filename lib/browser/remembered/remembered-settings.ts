import { language, noticeAcceptedAt, savedElsewhere, timestamps } from './settings.ts';

/** What the background asks of the settings. */
export const rememberedSettings = {
  noticeAcceptedAt: () => noticeAcceptedAt.getValue(),
  acceptNotice: (at: number) => noticeAcceptedAt.setValue(at),
  language: () => language.getValue(),
  savedElsewhere: () => savedElsewhere.getValue(),
  timestamps: async () => (await timestamps.getValue()).on,
  chooseLanguage: (code: string | null) => language.setValue(code),
};
