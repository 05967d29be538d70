/** What stands in for an official font where the machine does not have it, best first. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
  仿宋_GB2312: ['仿宋', 'FangSong', 'STFangsong', '华文仿宋'],
  楷体_GB2312: ['楷体', 'KaiTi', 'STKaiti', '华文楷体'],
  黑体: ['SimHei', 'STHeiti'],
  宋体: ['SimSun', 'STSong'],
};

const SANS = new Set(['黑体', '微软雅黑', '等线']);

/** A CSS font-family for the paper: the wanted font, its stand-ins, and what every system has. */
export const fontFamily = (font: string): string => {
  const rest = SANS.has(font) ? ['Noto Sans CJK SC', 'sans-serif'] : ['Noto Serif CJK SC', 'Songti SC', 'serif'];
  return [font, ...(STAND_INS[font] ?? []), ...rest].map(quoted).join(', ');
};

const GENERIC = new Set(['serif', 'sans-serif']);

// A name typed in the settings may hold anything: only what can stand between quotes is kept.
const quoted = (name: string): string => (GENERIC.has(name) ? name : `"${name.replace(/["\\\n\r]/gu, '')}"`);
