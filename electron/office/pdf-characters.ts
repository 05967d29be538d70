/** Radicals whose decomposition in Unicode is none, or the traditional form, and the characters that look the same. */
const RADICALS = new Map(
  (
    '⼾户⾭青⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻋车⻒镸⻕阝⻗雨'.match(
      /../gu,
    ) ?? []
  ).map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * Characters as they are typed. Fonts draw a radical and the character it is the same way, and programs that make PDF name the
 * wrong one of both; ligatures are their letters.
 */
export const plainText = (text: string): string =>
  text
    .replace(
      /[\u2e80-\u2fdf\uf900-\ufad9\ufb00-\ufb06]/gu,
      (character) => RADICALS.get(character) ?? character.normalize('NFKC'),
    )
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/gu, '');
