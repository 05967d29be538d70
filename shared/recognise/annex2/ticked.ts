const BOX = '□☐〇○';
const TICK = '√☑■✓✔';

/**
 * `新增项目 □ 延续项目 √` → 延续项目: what is ticked among boxes; empty where nothing is. A text without boxes comes back unchanged.
 */
export const ticked = (text: string): string => {
  if (!new RegExp(`[${BOX}${TICK}]`, 'u').test(text)) return text;
  const word = `[^\\s${BOX}${TICK}]+`;
  const before = new RegExp(`^\\s*[${BOX}${TICK}]`, 'u').test(text);
  const option = before ? `[${TICK}]\\s*(${word})` : `(${word})\\s*[${TICK}]`;
  return new RegExp(option, 'u').exec(text)?.[1]?.replace(/[、,，;；]+$/u, '') ?? '';
};
