import { Checkbox, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questions } from '../asking/questions.ts'
import { TimeField } from '../parts/day-field.tsx'
import { ScannerReady, useScanner } from '../viruses/scanner-ready.tsx'
import { useTerm } from '../words/terms.ts'
import type { TakeDraft } from './take-draft.ts'

/** The medium it came on, and the virus check when it was connected (Art. 11(5), 11(10)カ). */
export function TakeMedium({ draft, onChange }: { draft: TakeDraft; onChange: (by: Partial<TakeDraft>) => void }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  const media = useQuery(questions.media).data ?? []
  const { virus } = draft
  const check = (by: Partial<TakeDraft['virus']>): void => onChange({ virus: { ...virus, ...by } })
  const scanner = useScanner()
  const none = '-'
  return (
    <div className="fields">
      <Select
        className="wide" label={t('medium')} description={t('mediumWhy')} value={draft.medium ?? none}
        data={[{ value: none, label: t('noMedium') }, ...media.filter(({ state }) => state !== '紛失' && state !== '返却済').map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}　${one.serial}` }))]}
        onChange={(medium) => onChange({ medium: medium === none ? null : medium })}
      />
      <h3 className="fields-head">{t('virus')}</h3>
      <p className="wide soft small">{t('virusWhy')}</p>
      {scanner !== undefined && <ScannerReady scanner={scanner} byHand={virus.byHand} onByHand={(byHand) => check(byHand ? { byHand } : { byHand, scanner: '', attested: false })} />}
      {(!scanner || virus.byHand) && (
        <>
          <TextInput label={t('scanner')} value={virus.scanner} onChange={(event) => check({ scanner: event.currentTarget.value })} />
          <TextInput label={t('pattern')} value={virus.pattern} onChange={(event) => check({ pattern: event.currentTarget.value })} />
          <TimeField label={t('virusAt')} value={virus.at} onChange={(at) => check({ at })} />
          <Radio.Group label={t('result')} value={virus.result} onChange={(result) => check({ result: result as typeof virus.result })}>
            <div className="acts acts-tight"><Radio value="clean" label={t('clean')} /><Radio value="infected" label={t('infected')} /></div>
          </Radio.Group>
          <Checkbox className="wide" label={t('attested')} checked={virus.attested} onChange={(event) => check({ attested: event.currentTarget.checked })} />
        </>
      )}
    </div>
  )
}
