/** Before a final public report: 职务 for names, the privacy scan, and what the public reads otherwise. */
export { type Difference, publicDifferences } from './differences';
export type { PrivacyDecision, PrivacyHit } from './hit';
export { rolesForNames } from './roles';
export { safeTexts } from './safe';
export { scanReport } from './scan';
