/* What was read beside what is stored: which project is which, and what storing one over the other would change. */
export { differencesOf, matchProjects, type ProjectMatch, type StoredCandidate } from './match.ts';
export { mergeRead, paperTraits, type PaperTraits } from './merge.ts';
export { pairIndicators, type IndicatorPair } from './pair-indicators.ts';
