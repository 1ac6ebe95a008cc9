/** A fault that is said to be the site's own. Over folded text (`fold.ts`). */
const SITE_FAULT =
  /\b(?:incidents?|pannes?|problemes?|dysfonctionnements?|anomalies?|perturbations?|outages?|faults?|problems?|issues?|failures?)(?: (?:technique|majeure?|grave|important|informatique|general|serious|technical|major))?(?: (?:est )?(?:survenue?|en cours|intervenue?|rencontree?))?(?: (?:sur|de|dans|avec|chez|touchant|affectant|on|with|of|in|at|affecting))? (?:notre|nos|la|le|les|ce|cette|l'|our|the|this) ?(?:plateforme|plate-forme|site|portail|teleservice|serveurs?|infrastructure|systemes?|application|platform|website|portal|servers?|systems?|online service)\b/;
/** Cannot be done for now. */
const NOT_NOW =
  /\b(?:est|sont|reste|restent|is|are|remains?) (?:donc |(?:actuelle|momentane|temporaire|provisoire)ment |currently |temporarily |therefore )*(?:impossibles?|indisponibles?|inaccessibles?|suspendue?s?|interrompue?s?|impossible|unavailable|not (?:possible|available)|suspended|interrupted)\b/;

/**
 * What cannot be done now because of a fault of the site itself: whatever it is, the site is what fails. What has been tried
 * and did not succeed is told as such.
 */
export const saysSiteFault = (sentence: string): boolean =>
  SITE_FAULT.test(sentence) && NOT_NOW.test(sentence);
