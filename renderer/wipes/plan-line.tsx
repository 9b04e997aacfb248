import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ImportanceClass } from '../../core/handovers/item.ts'
import type { Medium } from '../../core/media/medium.ts'
import { isBelow, kindOfMedium, leastLevel, levelOf } from '../../core/wipes/matrix.ts'
import { Method, type PlanDisposal } from '../../core/wipes/plan.ts'
import { Notice } from '../parts/notice.tsx'
import { useTerm } from '../words/terms.ts'
import { PlannedFiles } from './planned-files.tsx'

export type Line = PlanDisposal['targets'][number]
export const blankLine: Line = {
  kind: 'medium', medium: null, paths: [], itemIds: [], information: '', mediaName: '', quantity: 1, unit: '個', method: null, end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '',
}

interface Props { line: Line; no: number; media: readonly Medium[]; takesDrops: boolean; onChange: (by: Partial<Line>) => void; onRemove: (() => void) | null }

/** One line of the plan: the five facts of Art. 15②, and what the class asks for. */
export function PlanLine({ line, no, media, takesDrops, onChange, onRemove }: Props) {
  const { t } = useTranslation('wipes')
  const term = useTerm()
  const medium = media.find((one) => one.no === line.medium) ?? null
  const onMedium = (picked: string | null): void => {
    const found = media.find((one) => one.no === picked)
    if (found) onChange({ medium: found.no, mediaName: `${found.type}（${found.no}）` })
  }
  return (
    <fieldset className="plan-line">
      <legend>{t('line', { no })}</legend>
      <div className="fields">
        <Select className="wide" label={t('kind')} value={line.kind} data={(['medium', 'files'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => kind !== null && kind !== line.kind && onChange(asKind[kind as 'medium' | 'files'])} />
        {line.kind === 'files' ? <PlannedFiles line={line} takesDrops={takesDrops} onChange={onChange} /> : <Select
          className="wide" label={t('medium')} description={t('mediumWhy')} placeholder={t('chooseMedium')} searchable value={line.medium} onChange={onMedium}
          data={media.map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}　${one.serial}　${term(one.state)}` }))}
        />}
        <TextInput className="wide" label={t('information')} placeholder={t('informationExample')} value={line.information} onChange={(event) => onChange({ information: event.currentTarget.value })} />
        <NumberInput label={t('quantity')} min={0} value={line.quantity} onChange={(value) => onChange({ quantity: typeof value === 'number' ? value : 0 })} />
        <TextInput label={t('unit')} value={line.unit} onChange={(event) => onChange({ unit: event.currentTarget.value })} />
        <Select className="wide" label={t('method')} placeholder={t('chooseMethod')} value={line.method} data={offered[line.kind === 'files' ? 'files' : 'medium'].map((value) => ({ value, label: t(`methods.${value}`) }))} onChange={(value) => onChange({ method: value as Method | null })} />
        <Select label={t('importanceClass')} value={line.importanceClass} data={ImportanceClass.options.map((value) => ({ value, label: term(value) }))} onChange={(value) => onChange({ importanceClass: value as ImportanceClass })} />
        <Select label={t('end')} value={line.end} data={(['再利用', '返却', '廃棄'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))} onChange={(value) => onChange({ end: value as Line['end'] })} />
        <Checkbox className="wide" label={t('myNumber')} checked={line.myNumber} onChange={(event) => onChange({ myNumber: event.currentTarget.checked })} />
      </div>
      <Enough line={line} medium={medium} onChange={onChange} />
      {onRemove && <Button variant="subtle" onClick={onRemove}>{t('removeLine')}</Button>}
    </fieldset>
  )
}

/** What this screen can carry out or record. */
const offered: Readonly<Record<'medium' | 'files', readonly Method[]>> = { medium: ['overwrite-tile', 'overwrite-zero', 'overwrite-complement', 'command', 'external', 'physical'], files: ['files'] }

/** What a line begins with when it turns to media, or to files. */
const asKind: Readonly<Record<'medium' | 'files', Partial<Line>>> = {
  medium: { kind: 'medium', medium: null, paths: [], mediaName: '', method: null, unit: '個' }, files: { kind: 'files', medium: null, paths: [], mediaName: '', method: 'files', unit: '式' },
}

/** R-30, said while one plans and not only when one is refused. */
function Enough({ line, medium, onChange }: { line: Line; medium: Medium | null; onChange: Props['onChange'] }) {
  const { t } = useTranslation('wipes')
  if (!medium || line.method === null) return null
  const kind = kindOfMedium[medium.type]
  const level = levelOf[line.method]
  const least = leastLevel[kind][line.importanceClass]
  if (line.end === '廃棄' && line.myNumber && level !== 'Destroy') return <Notice look="warning" title={t('mustDestroy')} />
  if (!isBelow(level, least)) return <p className="soft">{t('enough', { level })}{kind === 'flash' && level === 'Clear' && t('flashLimit')}</p>
  return (
    <Notice look="warning" title={t('asksFor', { least, level })}>
      <p>{t('needConsent')}{kind === 'flash' && t('flashLimit')}</p>
      <TextInput label={t('consentRef')} value={line.consentRef} onChange={(event) => onChange({ consentRef: event.currentTarget.value })} />
    </Notice>
  )
}
