import { Autocomplete, Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ImportanceClass, ReceiptForm } from '../../core/handovers/item.ts'
import { Bytes } from '../parts/figures.tsx'
import { useTerm } from '../words/terms.ts'
import type { CommonWords, OwnWords, TakeDraft } from './take-draft.ts'

/** More rows than these are not edited one by one by anybody. */
const EDITED = 200

/** The clerk's words: once for all files, and file by file where they differ. */
export function TakeWords({ draft, onChange, files }: { draft: TakeDraft; onChange: (by: Partial<TakeDraft>) => void; files: readonly { name: string; size: number }[] }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  const { common, own } = draft
  const all = (by: Partial<CommonWords>): void => onChange({ common: { ...common, ...by } })
  const flags = ['personalInfo', 'sensitive', 'myNumber'] as const
  return (
    <>
      <div className="fields">
        <TextInput className="wide" label={t('infoKind')} placeholder={t('infoKindExample')} value={common.infoKind} onChange={(event) => all({ infoKind: event.currentTarget.value })} />
        <Select label={t('form')} data={ReceiptForm.options.map((value) => ({ value, label: term(value) }))} value={common.form} onChange={(form) => all({ form: form as ReceiptForm })} />
        <Select label={t('importanceClass')} data={ImportanceClass.options.map((value) => ({ value, label: term(value) }))} value={common.importanceClass} onChange={(one) => all({ importanceClass: one as ImportanceClass })} />
        <div className="wide acts acts-tight">{flags.map((flag) => <Checkbox key={flag} label={t(flag)} checked={common[flag]} onChange={(event) => all({ [flag]: event.currentTarget.checked })} />)}</div>
      </div>
      {files.length > 0 && (
        <div className="each">
          <div className="block-head">
            <h3>{t('each')}</h3>
            {Object.keys(own).length > 0 && <Button variant="subtle" onClick={() => onChange({ own: {} })}>{t('applyAll')}</Button>}
          </div>
          <p className="small soft">{t('eachWhy')}</p>
          <ul>
            {files.slice(0, EDITED).map(({ name, size }) => (
              <li key={name}>
                <OneFile name={name} size={size} common={common} own={own[name] ?? {}} onChange={(words) => onChange({ own: { ...own, [name]: words } })} />
              </li>
            ))}
          </ul>
          {files.length > EDITED && <p className="soft">{t('eachMore', { count: files.length - EDITED })}</p>}
        </div>
      )}
    </>
  )
}

function OneFile({ name, size, common, own, onChange }: { name: string; size: number; common: CommonWords; own: OwnWords; onChange: (own: OwnWords) => void }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  const change = (by: OwnWords): void => onChange({ ...own, ...by })
  const shown = { ...common, ...own }
  return (
    <fieldset className="each-file">
      <legend><span className="code">{name}</span>　<span className="small soft"><Bytes of={size} /></span></legend>
      <Autocomplete aria-label={`${name} ${t('infoKind')}`} placeholder={common.infoKind || t('infoKind')} value={own.infoKind ?? ''} onChange={(infoKind) => { const { infoKind: _, ...rest } = own; onChange(infoKind === '' ? rest : { ...rest, infoKind }) }} />
      <NumberInput aria-label={`${name} ${t('count')}`} placeholder={t('count')} min={0} allowDecimal={false} hideControls thousandSeparator="," value={own.count ?? ''} onChange={(count) => change({ count: typeof count === 'number' ? count : null })} />
      <Select aria-label={`${name} ${t('importanceClass')}`} data={ImportanceClass.options.map((value) => ({ value, label: term(value) }))} value={shown.importanceClass} onChange={(one) => change({ importanceClass: one as ImportanceClass })} />
      <Checkbox label={t('personalInfo')} checked={shown.personalInfo} onChange={(event) => change({ personalInfo: event.currentTarget.checked })} />
    </fieldset>
  )
}
