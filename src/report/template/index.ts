/** A unit's own letterhead as the report's template: docxtemplater's tags, filled from the ledger. */
export { type Filled, fillTemplate } from './fill';
export { LISTED_TAGS as TEMPLATE_TAGS } from './list';
export type { TemplateValues } from './scope';
export { starterTemplate } from './starter';
export { type TemplateFacts, templateValues } from './values';
