import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Day, Instant } from '../../core/time.ts'
import type { Attest, Scanner } from '../../core/viruses/scan.ts'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Block } from '../parts/page.tsx'
import { ScannerReady } from './scanner-ready.tsx'

/** What is being typed of a check by another product. */
export interface AttestDraft { byHand: boolean; product: string; patternDate: Day | null; at: Instant | null; note: string; attested: boolean }

export const blankAttest = (): AttestDraft => ({ byHand: false, product: '', patternDate: null, at: thisMinute(), note: '', attested: false })

/** The order's part of it: nothing, unless a person speaks. */
export function asAttest({ byHand, product, patternDate, at, note, attested }: AttestDraft, scanner: Scanner | null | undefined): Attest | null {
  return (byHand || scanner === null) && attested && product.trim() !== '' && patternDate !== null && at !== null ? { product, patternDate, at, note } : null
}

/** What is still lacking of a word that is wanted. */
export function useLackingWord({ product, patternDate, at, attested }: AttestDraft, wanted: boolean): (string | false)[] {
  const { t } = useTranslation('viruses')
  if (!wanted) return []
  return [
    product.trim() === '' && t('need', { field: t('product') }), patternDate === null && t('need', { field: t('patternDate') }),
    at === null && t('need', { field: t('at') }), !attested && t('needAttested'),
  ]
}

/** R-24 (Art. 11(10)カ): the scanner of this machine, or the word of a person. */
export function AttestBlock({ scanner, draft, onChange }: { scanner: Scanner | null; draft: AttestDraft; onChange: (draft: AttestDraft) => void }) {
  const { t } = useTranslation('viruses')
  const change = (by: Partial<AttestDraft>): void => onChange({ ...draft, ...by })
  return (
    <Block title={t('title')}>
      <div className="fields">
        <ScannerReady scanner={scanner} byHand={draft.byHand} onByHand={(byHand) => change({ byHand })} />
        {(!scanner || draft.byHand) && (
          <>
            <TextInput label={t('product')} value={draft.product} onChange={(event) => change({ product: event.currentTarget.value })} />
            <DayField label={t('patternDate')} value={draft.patternDate} onChange={(patternDate) => change({ patternDate })} />
            <TimeField label={t('at')} value={draft.at} onChange={(at) => change({ at })} />
            <TextInput label={t('note')} placeholder={t('noteExample')} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
            <Checkbox className="wide" label={t('attested')} checked={draft.attested} onChange={(event) => change({ attested: event.currentTarget.checked })} />
          </>
        )}
      </div>
    </Block>
  )
}
