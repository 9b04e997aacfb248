import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { sayBytes } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** Verified packages only: nothing else may leave. */
export function ChoosePackages({ contract, value, onChange, many = false }: { contract: ContractOfWork; value: string[]; onChange: (ids: string[]) => void; many?: boolean }) {
  const { t } = useTranslation('send')
  const language = useLanguage()
  const ready = (useQuery(questions.packages(contract.id)).data ?? []).filter(({ state }) => state === 'verified')
  const data = ready.map((one) => ({ value: one.id as string, label: `${one.no}（${sayBytes(one.bytes, language)}）` }))
  if (data.length === 0) return <p className="wide"><span className="soft">{t('packagesNone')}</span> <Link to="/pack/new">{t('toPack')}</Link></p>
  const label = t(many ? 'packages' : 'attachment')
  return many
    ? <MultiSelect className="wide" label={label} data={data} value={value.filter((id) => data.some((one) => one.value === id))} onChange={onChange} />
    : <Select className="wide" label={label} data={data} value={value[0] ?? null} onChange={(id) => onChange(id === null ? [] : [id])} />
}
