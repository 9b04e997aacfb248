import '@digital-go-jp/design-tokens/dist/tokens.css'
import '@fontsource-variable/noto-sans-jp'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import './look/base.css'
import './look/page.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/ja'
import { setNonce } from 'get-nonce'
import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { isApart } from '../core/words/joined.ts'
import { client } from './asking/questions.ts'
import { theme } from './look/theme.ts'
import { Office } from './office.tsx'
import { showUnseen } from './parts/show-unseen.ts'
import { learnToSpeak } from './words/i18n.ts'
import { useLanguage } from './words/language.ts'

/** The number that lets in the style sheets which the component library writes while it runs. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

function Desk() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <Dates />
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Dates() {
  return <DatesProvider settings={{ locale: useLanguage(), firstDayOfWeek: 0 }}><Office /></DatesProvider>
}

const root = document.getElementById('root')
if (!root) throw new Error('no place to stand')
await learnToSpeak()
showUnseen(document.body, (names) => i18next.t(names.every(isApart) ? 'apart' : 'unseen', { ns: 'parts', names: names.join('、') }))
createRoot(root).render(<StrictMode><Desk /></StrictMode>)
