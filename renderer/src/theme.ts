import { createTheme, DEFAULT_THEME, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

/** Fonts that Windows, Kylin, UOS and macOS bring along; the first one found is used. */
const FONTS =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** One of Mantine's colours with its two darkest shades darker still. */
const darkened = ([a, b, c, d, e, f, g, h]: MantineColorsTuple, dark: string, darkest: string): MantineColorsTuple => [
  a,
  b,
  c,
  d,
  e,
  f,
  g,
  h,
  dark,
  darkest,
];

/** What warns or praises must be readable on white and on its own light ground: 4.5 : 1 and more. */
const { orange, teal, yellow } = DEFAULT_THEME.colors;
const COLORS = {
  orange: darkened(orange, '#c2410c', '#9a3412'),
  teal: darkened(teal, '#087f5b', '#055a41'),
  yellow: darkened(yellow, '#a16207', '#854d0e'),
};

/** Larger than Mantine's: read all day, at 1366×768 and with the system's scaling. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.55' },
  primaryColor: 'blue',
  primaryShade: 8,
  colors: COLORS,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    // Animations make a program that answers at once look slow.
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 100 }, closeButtonProps: { 'aria-label': '关闭' } },
      styles: { title: { fontWeight: 600 } },
    },
    // The step that is open keeps its colour under the mouse: Mantine's darker one leaves too little contrast.
    NavLink: { vars: () => ({ root: { '--nl-hover': 'var(--mantine-color-blue-light)' } }) },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
