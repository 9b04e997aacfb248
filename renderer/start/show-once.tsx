import { Button, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../core/time.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Door } from './door.tsx'
import type { ShownOnce } from './shown-once.ts'

/** A sheet to print, and a way on only for whoever can read it: the last group is typed from the paper. */
export function ShowOnce({ shown, onKept }: { shown: ShownOnce; onKept: () => void }) {
  const { t } = useTranslation('start')
  const [typed, setTyped] = useState('')
  useEffect(() => window.scrollTo(0, 0), [])
  const isKey = shown.kind === 'recovery key'
  const groups = isKey ? shown.recoveryKey.split(/[\s-]+/u) : shown.codes
  const last = (isKey ? groups.at(-1) : shown.codes.at(-1)) ?? ''
  const matches = plain(typed) === plain(last)
  return (
    <Door>
      <form noValidate onSubmit={(event) => { event.preventDefault(); onKept() }}>
        <h1 className="no-print">{t(isKey ? 'newKeyTitle' : 'codesTitle')}</h1>
        <p className="start-lead no-print">{t(isKey ? 'newKeyLead' : 'codesLead')}</p>
        <section className="key-sheet" aria-label={t(isKey ? 'keyLabel' : 'codesLabel')}>
          <p className="strong">{isKey ? t('keyOf', { name: shown.organisation }) : t('codesOf', { loginId: shown.loginId })}</p>
          <p className={isKey ? 'key-groups' : 'key-groups code-list'} translate="no">{groups.map((group, index) => <span key={`${index} ${group}`}>{group}</span>)}</p>
          <p className="small soft">{t('keyPrinted')}　<OnDay day={dayOf(thisMinute())} /></p>
          <p className="small">{t(isKey ? 'newKeyKeep' : 'codesKeep')}</p>
        </section>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>{t('keyPrint')}</Button>
        <div className="fields spaced no-print">
          <TextInput className="wide" label={t(isKey ? 'keyConfirm' : 'codesConfirm')} description={t('keyConfirmWhy')} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={plain(typed).length >= plain(last).length && !matches ? t(isKey ? 'keyMismatch' : 'codesMismatch') : undefined} />
        </div>
        <div className="acts no-print"><ActButton type="submit" unless={[!matches && t(isKey ? 'keyConfirm' : 'codesConfirm')]}>{t('kept')}</ActButton></div>
      </form>
    </Door>
  )
}

const plain = (s: string): string => s.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '')
