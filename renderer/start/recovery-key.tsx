import { Button, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../core/time.ts'
import type { VaultMade } from './created.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Steps } from '../parts/steps.tsx'

/** The recovery key, shown once to be printed. One gets on by typing its last group from the sheet. */
export function RecoveryKey({ created, onKept }: { created: VaultMade; onKept: () => void }) {
  const { t } = useTranslation('start')
  const [typed, setTyped] = useState('')
  // One comes from the foot of a long form, and the key stands at the head of the sheet.
  useEffect(() => window.scrollTo(0, 0), [])
  const groups = created.recoveryKey.split(/[\s-]+/u)
  const matches = plain(typed) === plain(groups.at(-1) ?? '')
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onKept() }}>
      <Steps name={t('steps')} steps={[
        { key: 'office', label: t('stepOffice'), state: 'done' },
        { key: 'administrator', label: t('stepAdmin'), state: 'done' },
        { key: 'key', label: t('stepKey'), state: 'now' },
      ]} />
      <h1 className="no-print">{t('keyTitle')}</h1>
      <p className="start-lead no-print">{t('keyLead')}</p>
      <section className="key-sheet" aria-label={t('keyLabel')}>
        <p className="strong">{t('keyOf', { name: created.status.organisation?.name ?? '' })}</p>
        <p className="key-groups" translate="no">{groups.map((group, index) => <span key={`${index} ${group}`}>{group}</span>)}</p>
        <p className="small soft">{t('keyPrinted')}　<OnDay day={dayOf(thisMinute())} /></p>
        <p className="small">{t('keyKeep')}</p>
      </section>
      <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>{t('keyPrint')}</Button>
      <div className="fields spaced no-print">
        <TextInput className="wide" label={t('keyConfirm')} description={t('keyConfirmWhy')} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={typed.length >= 4 && !matches ? t('keyMismatch') : undefined} />
      </div>
      <div className="acts"><ActButton type="submit" unless={[!matches && t('keyConfirm')]}>{t('keyDone')}</ActButton></div>
    </form>
  )
}

const plain = (s: string): string => s.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '')
