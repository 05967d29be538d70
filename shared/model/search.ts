import { pinyin } from 'pinyin-pro';
import { fold } from './text.ts';

/**
 * What a text is found by: the text itself folded, its pinyin and its initials, one a line so that no match reaches
 * from one into the next. `道路维护` → `道路维护⏎daoluweihu⏎dlwh`. Polyphonic characters take their commonest reading.
 */
export const searchKey = (text: string): string => {
  const folded = fold(text);
  const syllables = spell(folded);
  return [folded, syllables.join(''), syllables.map((syllable) => syllable.slice(0, 1)).join('')].join('\n');
};

/** What names are sorted by, as a Chinese dictionary does: their pinyin. */
export const orderKey = (text: string): string => spell(fold(text)).join(' ');

/** The folded words of what was typed into the search box; all of them must be found. */
export const searchWords = (typed: string): string[] =>
  typed
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');

/** One syllable a Chinese character, ü as v as on a keyboard; other characters stand for themselves. */
const spell = (folded: string): string[] => pinyin(folded, { toneType: 'none', type: 'array', v: true });
