import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { ImportanceClass } from '../../core/handovers/item.ts'
import type { Medium } from '../../core/media/medium.ts'
import type { ItemBalance } from '../../core/settlement/settlement.ts'
import { isBelow, kindOfMedium, leastLevel, levelOf } from '../../core/wipes/matrix.ts'
import { Method, type PlanDisposal } from '../../core/wipes/plan.ts'
import { Notice } from '../parts/notice.tsx'
import { useTerm } from '../words/terms.ts'
import { PlannedFiles } from './planned-files.tsx'
import { PlannedItems } from './planned-items.tsx'

export type Line = PlanDisposal['targets'][number]
export const blankLine: Line = {
  kind: 'medium', medium: null, paths: [], itemIds: [], information: '', mediaName: '', quantity: 1, unit: '個', method: null, end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '',
}
/** A line for what the vault still holds of these items. */
export const vaultLine = (items: readonly ItemBalance[]): Line => ({ ...blankLine, ...asKind.vault, itemIds: items.map(({ id }) => id), importanceClass: heaviest(items) })

interface Props { contract: ContractOfWork; line: Line; no: number; media: readonly Medium[]; takesDrops: boolean; onChange: (by: Partial<Line>) => void; onRemove: (() => void) | null }

/** One line of the plan: the five facts of Art. 15②, and what the class asks for. */
export function PlanLine({ contract, line, no, media, takesDrops, onChange, onRemove }: Props) {
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
        <Select className="wide" label={t('kind')} value={line.kind} data={(['medium', 'files', 'vault', 'paper'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => kind !== null && kind !== line.kind && onChange(asKind[kind as Line['kind']])} />
        {line.kind === 'files' && <PlannedFiles line={line} takesDrops={takesDrops} onChange={onChange} />}
        {line.kind === 'paper' && <TextInput className="wide" label={t('mediaName')} placeholder={t('paperExample')} value={line.mediaName} onChange={(event) => onChange({ mediaName: event.currentTarget.value })} />}
        {line.kind === 'medium' && <Select
          className="wide" label={t('medium')} description={t('mediumWhy')} placeholder={t('chooseMedium')} searchable value={line.medium} onChange={onMedium}
          data={media.map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}　${one.serial}　${term(one.state)}` }))}
        />}
        <TextInput className="wide" label={t('information')} placeholder={t('informationExample')} value={line.information} onChange={(event) => onChange({ information: event.currentTarget.value })} />
        <NumberInput label={t('quantity')} min={0} value={line.quantity} onChange={(value) => onChange({ quantity: typeof value === 'number' ? value : 0 })} />
        <TextInput label={t('unit')} value={line.unit} onChange={(event) => onChange({ unit: event.currentTarget.value })} />
        <Select className="wide" label={t('method')} placeholder={t('chooseMethod')} value={line.method} data={offered[line.kind].map((value) => ({ value, label: t(`methods.${value}`) }))} onChange={(value) => onChange({ method: value as Method | null })} />
        <PlannedItems contract={contract} line={line} onChange={onChange} />
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
const offered: Readonly<Record<Line['kind'], readonly Method[]>> = { medium: ['overwrite-tile', 'overwrite-zero', 'overwrite-complement', 'command', 'external', 'physical'], files: ['files'], vault: ['vault'], paper: ['physical'] }

/** What a line begins with when it turns to media, to files, to the vault or to paper. */
const asKind: Readonly<Record<Line['kind'], Partial<Line>>> = {
  medium: { kind: 'medium', medium: null, paths: [], mediaName: '', method: null, unit: '個' }, files: { kind: 'files', medium: null, paths: [], mediaName: '', method: 'files', unit: '式' },
  vault: { kind: 'vault', medium: null, paths: [], mediaName: '保管庫', method: 'vault', unit: '式', quantity: 1 }, paper: { kind: 'paper', medium: null, paths: [], mediaName: '', method: 'physical', unit: '枚', end: '廃棄' },
}

const heaviest = (items: readonly ItemBalance[]): ImportanceClass => (['最重要情報', '重要情報'] as const).find((one) => items.some(({ importanceClass }) => importanceClass === one)) ?? 'その他'

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
