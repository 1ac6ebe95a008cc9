import type { WordingRule } from '../rule.ts';
import { accountAlreadyLinked } from './account-already-linked.ts';
import { accountIdentifierFormat } from './account-identifier-format.ts';
import { accountInformationIncorrect } from './account-information-incorrect.ts';
import { accountPasswordMail } from './account-password-mail.ts';
import { bookingNoSlot } from './booking-no-slot.ts';
import { demarchesClosed } from './demarches-closed.ts';
import { demarchesServerError } from './demarches-server-error.ts';
import { demarchesUnavailable } from './demarches-unavailable.ts';
import { firewallBlocked } from './firewall-blocked.ts';
import { firewallRequestRejected } from './firewall-request-rejected.ts';
import { franceconnectIdentity } from './franceconnect-identity.ts';
import { franceconnectSession } from './franceconnect-session.ts';
import { franceconnectTechnical } from './franceconnect-technical.ts';
import { gatewayInvalidAnswer } from './gateway-invalid-answer.ts';
import { gatewayNoServer } from './gateway-no-server.ts';
import { genericAccount } from './generic-account.ts';
import { genericAttestation } from './generic-attestation.ts';
import { genericBlockedForm } from './generic-blocked-form.ts';
import { genericCaptcha } from './generic-captcha.ts';
import { genericConfirmation } from './generic-confirmation.ts';
import { genericCorrection } from './generic-correction.ts';
import { genericDuplicate } from './generic-duplicate.ts';
import { genericEligibility } from './generic-eligibility.ts';
import { genericError } from './generic-error.ts';
import { genericNoSlot } from './generic-no-slot.ts';
import { genericPayment } from './generic-payment.ts';
import { genericRefused } from './generic-refused.ts';
import { genericSession } from './generic-session.ts';
import { genericStatus } from './generic-status.ts';
import { genericUnavailable } from './generic-unavailable.ts';
import { genericUpload } from './generic-upload.ts';
import { loginCookieMissing } from './login-cookie-missing.ts';
import { loginExpired } from './login-expired.ts';
import { loginRefused } from './login-refused.ts';
import { loginSorry } from './login-sorry.ts';
import { permitExpiredSince } from './permit-expired-since.ts';
import { protectionNotRecognised } from './protection-not-recognised.ts';
import { rdvCaptchaRefused } from './rdv-captcha-refused.ts';
import { rdvPrefectureNoSlot } from './rdv-prefecture-no-slot.ts';
import { rdvServicePublicNoSlot } from './rdv-service-public-no-slot.ts';
import { rdvSessionInvalid } from './rdv-session-invalid.ts';
import { recapNoLaterChange } from './recap-no-later-change.ts';
import { renewalTooEarly } from './renewal-too-early.ts';
import { requestClosedNotification } from './request-closed-notification.ts';
import { requestSent } from './request-sent.ts';
import { resourcesBelowMinimum } from './resources-below-minimum.ts';
import { stampAlreadyUsed } from './stamp-already-used.ts';
import { stampConsumed } from './stamp-consumed.ts';
import { uploadNotProcessed } from './upload-not-processed.ts';

/** Words of the portal and of its neighbours: they travel to the page. A new rule is one file and one line here. */
export const SITE_RULES: readonly WordingRule[] = [
  accountAlreadyLinked,
  accountInformationIncorrect,
  accountIdentifierFormat,
  accountPasswordMail,
  renewalTooEarly,
  permitExpiredSince,
  protectionNotRecognised,
  stampAlreadyUsed,
  stampConsumed,
  resourcesBelowMinimum,
  recapNoLaterChange,
  requestSent,
  requestClosedNotification,
  uploadNotProcessed,
  bookingNoSlot,
  rdvCaptchaRefused,
  rdvSessionInvalid,
  gatewayNoServer,
  gatewayInvalidAnswer,
  firewallRequestRejected,
  firewallBlocked,
  demarchesServerError,
  demarchesUnavailable,
  demarchesClosed,
  franceconnectSession,
  franceconnectTechnical,
  franceconnectIdentity,
  loginRefused,
  loginExpired,
  loginSorry,
  loginCookieMissing,
];

/**
 * « No appointment », on the sites that give them: any of their texts that speaks of it is told, and read in the
 * background (`no-slot.ts`).
 */
export const NO_SLOT_RULES: readonly WordingRule[] = [rdvPrefectureNoSlot, rdvServicePublicNoSlot];

/**
 * Words that every site uses: judged in the background on what the page calls an error. One file and one
 * line too; the order is that of their topics, the most particular first.
 */
export const GENERIC_RULES: readonly WordingRule[] = [
  genericCaptcha,
  genericSession,
  genericPayment,
  genericNoSlot,
  genericAttestation,
  genericUpload,
  genericCorrection,
  genericDuplicate,
  genericAccount,
  genericStatus,
  genericEligibility,
  genericRefused,
  genericBlockedForm,
  genericUnavailable,
  genericConfirmation,
  genericError,
];
