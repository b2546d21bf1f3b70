import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  NumberInput,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { texts } from '../texts/de';

/** Movement green; from shade 7 on white text reaches 4.5 : 1. */
const wiese: MantineColorsTuple = [
  '#edf8f2',
  '#daefe3',
  '#b3dfc7',
  '#89cea9',
  '#66bf8f',
  '#4fb67f',
  '#2f9e66',
  '#1d7f4f',
  '#14663f',
  '#0c4d2f',
];

/** Warm accent, used sparingly: the ball in the sign, a second series, a gentle hint. */
const sonne: MantineColorsTuple = [
  '#fff6ea',
  '#fdead2',
  '#f9d2a4',
  '#f4b56b',
  '#f0a245',
  '#ed9429',
  '#d57c12',
  '#a85907',
  '#874706',
  '#653504',
];

const closeLabel = { closeButtonProps: { 'aria-label': texts.common.close } };
/** The head of a dialog is no second banner of the page. */
const dialog = { ...closeLabel, attributes: { header: { role: 'presentation' } } };
const dialogTitle = { title: { lineHeight: 1.3, fontSize: 20, fontWeight: 650 } };
/** Lists that open stay inside the page's main region, where screen readers expect them. */
const inPlace = { withinPortal: false };
const roomy = { size: 'md' } as const;

export const theme = createTheme({
  colors: { wiese, sonne },
  primaryColor: 'wiese',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  headings: { fontWeight: '650', textWrap: 'balance' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: roomy }),
    TextInput: TextInput.extend({ defaultProps: roomy }),
    PasswordInput: PasswordInput.extend({ defaultProps: roomy }),
    NumberInput: NumberInput.extend({ defaultProps: { ...roomy, decimalSeparator: ',' } }),
    Select: Select.extend({
      defaultProps: { ...roomy, checkIconPosition: 'right', comboboxProps: inPlace },
    }),
    Textarea: Textarea.extend({ defaultProps: roomy }),
    Modal: Modal.extend({ defaultProps: { ...dialog, centered: true }, styles: dialogTitle }),
    Menu: Menu.extend({ defaultProps: { ...inPlace, withInitialFocusPlaceholder: false } }),
    Notification: Notification.extend({ defaultProps: closeLabel }),
    Drawer: Drawer.extend({ defaultProps: dialog, styles: dialogTitle }),
  },
});

/** From nothing to all in five steps of one hue: told apart by lightness, so also without colours. */
const scale = (...steps: string[]) =>
  Object.fromEntries(steps.map((step, index) => [`--olympia-scale-${index}`, step]));
/** What is readable on them. */
const inks = (...steps: string[]) =>
  Object.fromEntries(steps.map((step, index) => [`--olympia-scale-ink-${index}`, step]));

/**
 * Mantine's quiet colours stay below 4.5 : 1 on white; these reach it in both schemes.
 * The colours of our own rooms are here too (CSS `light-dark()` does not survive the build).
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#565e5a',
    '--mantine-color-placeholder': '#6a726e',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--olympia-page': '#f7f8f5',
    '--olympia-quiet': '#eef1ed',
    '--olympia-line': '#c3cbc6',
    '--olympia-strong': 'var(--mantine-color-wiese-7)',
    '--olympia-second': 'var(--mantine-color-wiese-3)',
    '--olympia-chosen': 'var(--mantine-color-wiese-0)',
    '--olympia-warm': 'var(--mantine-color-sonne-1)',
    '--olympia-warm-strong': 'var(--mantine-color-sonne-8)',
    ...scale('#ffffff', '#daefe3', '#89cea9', '#1d7f4f', '#0c4d2f'),
    ...inks('#1b1e1c', '#1b1e1c', '#1b1e1c', '#ffffff', '#ffffff'),
  },
  dark: {
    '--mantine-color-body': '#1b1e1c',
    '--mantine-color-dimmed': '#aab3ae',
    '--mantine-color-placeholder': '#98a19c',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-text': '#e7ebe8',
    '--olympia-page': '#141715',
    '--olympia-quiet': '#262b28',
    '--olympia-line': '#4a544e',
    '--olympia-strong': 'var(--mantine-color-wiese-4)',
    '--olympia-second': 'var(--mantine-color-wiese-8)',
    '--olympia-chosen': '#17301f',
    '--olympia-warm': '#33291b',
    '--olympia-warm-strong': 'var(--mantine-color-sonne-3)',
    ...scale('#1b1e1c', '#1c3527', '#14663f', '#66bf8f', '#b3dfc7'),
    ...inks('#e7ebe8', '#e7ebe8', '#ffffff', '#10231a', '#10231a'),
  },
});
