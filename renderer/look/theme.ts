import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Digital Agency tokens (light blue, red, green, yellow, solid grey), from pale to dark. 藍: the ink of this office. */
const ai: MantineColorsTuple = ['#f0f9ff', '#dcf0ff', '#c0e4ff', '#97d3ff', '#57b8ff', '#0877d7', '#0066be', '#0055ad', '#00428c', '#00316a']
const shu: MantineColorsTuple = ['#fdeeee', '#ffdada', '#ffbbbb', '#ff9696', '#ff7171', '#fe3939', '#ec0000', '#ce0000', '#a90000', '#850000']
const midori: MantineColorsTuple = ['#e6f5ec', '#c2e5d1', '#9bd4b5', '#71c598', '#51b883', '#259d63', '#1d8b56', '#197a4b', '#115a36', '#0c472a']
const kiiro: MantineColorsTuple = ['#fbf5e0', '#fff0b3', '#ffe380', '#ffd43d', '#ffc700', '#b78f00', '#a58000', '#927200', '#6e5600', '#604b00']
const gray: MantineColorsTuple = ['#f7f8fa', '#f2f2f2', '#e6e6e6', '#cccccc', '#949494', '#767676', '#666666', '#4d4d4d', '#333333', '#1a1a1a']

const sans = "'Noto Sans JP Variable', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic UI', 'Hiragino Sans', sans-serif"
/** Fields are 48 px high, their labels bold: a hand that trembles and an eye past sixty must find them. */
const field = { size: 'md', inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[] }

export const theme = createTheme({
  colors: { ai, shu, midori, kiiro, gray },
  primaryColor: 'ai',
  primaryShade: 8,
  black: '#1a1a1a',
  fontFamily: sans,
  fontFamilyMonospace: "'Noto Sans Mono', 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace",
  headings: { fontFamily: sans, fontWeight: '700', sizes: { h1: { fontSize: '1.75rem', lineHeight: '1.5' }, h2: { fontSize: '1.25rem', lineHeight: '1.5' }, h3: { fontSize: '1rem', lineHeight: '1.6' } } },
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.6', sm: '1.6', md: '1.7', lg: '1.6', xl: '1.5' },
  defaultRadius: 8,
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: field }, PasswordInput: { defaultProps: field }, Textarea: { defaultProps: field }, Select: { defaultProps: { ...field, allowDeselect: false, checkIconPosition: 'right' } },
    NumberInput: { defaultProps: field }, DatePickerInput: { defaultProps: field }, DateTimePicker: { defaultProps: field }, MultiSelect: { defaultProps: field }, Autocomplete: { defaultProps: field },
    Button: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } }, Radio: { defaultProps: { size: 'md' } }, Switch: { defaultProps: { size: 'md' } }, CheckboxGroup: { defaultProps: { size: 'md' } }, RadioGroup: { defaultProps: { size: 'md' } },
    Drawer: { defaultProps: { position: 'right', size: 'min(36rem, 100vw)', padding: 'xl', overlayProps: { backgroundOpacity: 0.35 } } },
    Modal: { defaultProps: { centered: true, size: 'lg', padding: 'xl', overlayProps: { backgroundOpacity: 0.35 } } },
    Tooltip: { defaultProps: { multiline: true, maw: 360, events: { hover: true, focus: true, touch: true }, withArrow: true } },
  },
})
