/** What stands in for an official font where it is not installed, best first. Windows names, then macOS and Linux. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong'],
  仿宋_GB2312: ['FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'FZFangSong-Z02S'],
  仿宋: ['FangSong', '仿宋_GB2312', 'STFangsong', 'FZFangSong-Z02S'],
  楷体_GB2312: ['KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'FZKai-Z03S'],
  楷体: ['KaiTi', '楷体_GB2312', 'STKaiti', 'FZKai-Z03S'],
  黑体: ['SimHei', 'STHeiti', 'FZHei-B01S', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'],
  宋体: ['SimSun', 'STSong'],
};

const SERIF = ['宋体', 'SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC'];

/** CSS font families for a font of the settings: the font, its twins, any Chinese serif. Safe to put into a style sheet. */
export const fontStack = (font: string): string => {
  const names = [font, ...(Object.hasOwn(TWINS, font) ? (TWINS[font] ?? []) : []), ...(font === '黑体' ? [] : SERIF)];
  const quoted = names.map((name) => `"${name.replace(/[^\p{L}\p{N} _.-]/gu, '')}"`);
  return `${[...new Set(quoted)].join(', ')}, ${font === '黑体' ? 'sans-serif' : 'serif'}`;
};
