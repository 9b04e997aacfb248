import { Checkbox, MultiSelect, NumberInput, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Block } from '../parts/page.tsx'
import { sayBytes } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { useTerm } from '../words/terms.ts'
import type { Draft } from './draft.ts'

/** What goes: a medium with packages that were written to it, or papers with how they are kept shut. */
export function ChooseWhat({ contract, draft, change }: { contract: ContractOfWork; draft: Draft; change: (by: Partial<Draft>) => void }) {
  const { t } = useTranslation('carryouts')
  const isMedium = draft.kind === 'medium'
  return (
    <Block title={t('what')}>
      <Radio.Group label={t('kind')} value={draft.kind} onChange={(kind) => change({ kind: kind as Draft['kind'] })}>
        <div className="acts acts-tight"><Radio value="medium" label={t('kinds.medium')} /><Radio value="document" label={t('kinds.document')} /></div>
      </Radio.Group>
      <div className="fields spaced">
        <TextInput label={t('contentName')} placeholder={t('contentExample')} value={draft.content} onChange={(event) => change({ content: event.currentTarget.value })} />
        {isMedium ? <ChooseMedium contract={contract} draft={draft} change={change} /> : (
          <>
            <NumberInput label={t('quantity')} min={1} max={10_000} allowDecimal={false} value={draft.quantity} onChange={(quantity) => change({ quantity: typeof quantity === 'number' ? quantity : 1 })} />
            <TextInput className="wide" label={t('protection')} description={t('protectionWhy')} placeholder={t('protectionExample')} value={draft.protection} onChange={(event) => change({ protection: event.currentTarget.value })} />
          </>
        )}
        <NumberInput label={t('records')} min={0} allowDecimal={false} thousandSeparator="," value={draft.records ?? ''} onChange={(records) => change({ records: typeof records === 'number' ? records : null })} />
      </div>
      <div className="spaced">
        <Checkbox label={t('personalInfo')} checked={draft.personalInfo} onChange={(event) => change({ personalInfo: event.currentTarget.checked })} />
        <Checkbox label={t('myNumber')} checked={draft.myNumber} onChange={(event) => change({ myNumber: event.currentTarget.checked })} />
        <p className="small soft">{t('knownWhy')}</p>
      </div>
    </Block>
  )
}

function ChooseMedium({ contract, draft, change }: { contract: ContractOfWork; draft: Draft; change: (by: Partial<Draft>) => void }) {
  const { t } = useTranslation('carryouts')
  const term = useTerm()
  const language = useLanguage()
  const media = (useQuery(questions.media).data ?? []).filter(({ state }) => state === '保管' || state === '使用中' || state === '登録')
  const writings = useQuery(questions.writings(contract.id)).data ?? []
  const sealed = useQuery(questions.packages(contract.id)).data ?? []
  const written = sealed.filter(({ id, state }) => (state === 'verified' || state === 'left') && writings.some((one) => one.packageId === id && one.medium === draft.medium && one.state === 'written'))
  const data = written.map((one) => ({ value: one.id as string, label: `${one.no}（${sayBytes(one.bytes, language)}）` }))
  return (
    <>
      <Select label={t('medium')} placeholder={t('pick')} data={media.map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}　${one.serial}` }))} value={draft.medium} onChange={(medium) => change({ medium, packages: [] })} />
      {draft.medium === null
        ? <p className="wide small soft">{t('mediumFirst')}</p>
        : data.length === 0
          ? <p className="wide"><span className="soft">{t('packagesNone')}</span> <Link to="/pack">{t('toPack')}</Link></p>
          : <MultiSelect className="wide" label={t('packages')} description={t('packagesWhy')} data={data} value={draft.packages.filter((id) => data.some((one) => one.value === id))} onChange={(packages) => change({ packages })} />}
    </>
  )
}
