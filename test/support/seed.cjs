/**
 * Property tests try the same cases in every run, so that a commit's verdict is its own and not the day's luck. New cases
 * are looked for with `PROPERTY_SEED=random npm test`, or one number to repeat what was found.
 */
const fc = require('fast-check');

const asked = process.env.PROPERTY_SEED ?? '20261124';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
