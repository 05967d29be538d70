import { pinyin } from 'pinyin-pro';
import { fold } from './text.ts';

/** What a name is found and sorted by. */
export interface NameKeys {
  /** The text itself folded, its pinyin and its initials, one a line so that no match reaches from one into the next. */
  readonly search: string;
  /** Its pinyin, syllable by syllable: sorts as a Chinese dictionary does. */
  readonly order: string;
}

/** `道路维护` → found by `道路维护⏎daoluweihu⏎dlwh`, sorted by `dao lu wei hu`. Polyphonic characters take one reading. */
export const nameKeys = (name: string): NameKeys => {
  const folded = fold(name);
  const syllables = spell(folded);
  const initials = syllables.map((syllable) => syllable.slice(0, 1));
  return { search: [folded, syllables.join(''), initials.join('')].join('\n'), order: syllables.join(' ') };
};

/** What a text is found by; every word of a search must be part of it. */
export const searchKey = (text: string): string => nameKeys(text).search;

/** The folded words of what was typed into the search box; all of them must be found. */
export const searchWords = (typed: string): string[] =>
  typed
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');

/**
 * Ways to find one folded word, any of which will do. A word typed half in characters and half in letters, as an input
 * method leaves it (`两个zhongxin`, `两个zx`), is looked for as pinyin and as initials too.
 */
export const wordForms = (word: string): string[] =>
  /\p{Script=Han}/u.test(word) && /[a-z]/u.test(word) ? [...new Set(searchKey(word).split('\n'))] : [word];

/** One syllable a Chinese character, ü as v as on a keyboard; other characters stand for themselves. */
const spell = (folded: string): string[] => pinyin(folded, { toneType: 'none', type: 'array', v: true });
