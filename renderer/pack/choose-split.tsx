import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** `megabytes` counts only for a size of one's own. */
export interface SplitDraft { kind: 'none' | 'dvd' | 'fat32' | 'own'; megabytes: number | null }
export const unsplit: SplitDraft = { kind: 'none', megabytes: null }

/** A single-layer DVD less what its file system and the key letter take; FAT counts a file's bytes in 32 bits. */
const SIZES = { dvd: 4_690_000_000, fat32: 2 ** 32 - 2 ** 20 }
const MEGABYTE = 1_000_000

/** Bytes of one volume; null when it stays one file, or while the size is not typed yet. */
export function volumeBytesOf({ kind, megabytes }: SplitDraft): number | null {
  if (kind === 'none') return null
  if (kind === 'own') return megabytes === null ? null : Math.round(megabytes * MEGABYTE)
  return SIZES[kind]
}

/** What the desk suggests, as a size of one's own: never larger than that. */
export const splitInto = (bytes: number): SplitDraft => ({ kind: 'own', megabytes: Math.floor((bytes / MEGABYTE) * 10) / 10 })

/** 分割: for media smaller than the package. */
export function ChooseSplit({ value, onChange }: { value: SplitDraft; onChange: (split: SplitDraft) => void }) {
  const { t } = useTranslation('pack')
  const kinds = [['none', t('splitNone')], ['dvd', t('splitDvd')], ['fat32', t('splitFat')], ['own', t('splitOwn')]] as const
  return (
    <div className="fields">
      <Select className="wide" label={t('split')} description={t('splitWhy')} data={kinds.map(([kind, label]) => ({ value: kind, label }))} value={value.kind} onChange={(kind) => onChange({ ...value, kind: kind as SplitDraft['kind'] })} />
      {value.kind === 'own' && <NumberInput label={t('splitSize')} min={1} decimalScale={1} thousandSeparator="," value={value.megabytes ?? ''} onChange={(size) => onChange({ ...value, megabytes: typeof size === 'number' && size >= 1 ? size : null })} />}
    </div>
  )
}
