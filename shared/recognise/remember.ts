/** So many answers are kept; a document's labels and values come again and again. */
const MOST_KEPT = 5_000;

/** A function of a text that keeps its last answers: every cell is looked at by many steps. */
export const remember = <Answer>(answer: (text: string) => Answer): ((text: string) => Answer) => {
  const kept = new Map<string, Answer>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as Answer;
    if (kept.size >= MOST_KEPT) kept.clear();
    const found = answer(text);
    kept.set(text, found);
    return found;
  };
};
