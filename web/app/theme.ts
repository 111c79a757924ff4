import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const TINTA: MantineColorsTuple = [
  '#f4f8f7',
  '#e9eeee',
  '#d7dedd',
  '#bfc8c7',
  '#a3adac',
  '#85918f',
  '#667372',
  '#4d5b5a',
  '#364443',
  '#1e2928',
];

/** Overlays and fields of Mantine in the look of the portal; everything else is drawn by `ui/`. */
export const theme = createTheme({
  primaryColor: 'tinta',
  primaryShade: { light: 9, dark: 0 },
  colors: { tinta: TINTA },
  autoContrast: true,
  defaultRadius: 3,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
});

const VARIABLES = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--field)',
};

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: VARIABLES, dark: VARIABLES });
