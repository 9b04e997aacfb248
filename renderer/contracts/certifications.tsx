import { Button, Select, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../parts/day-field.tsx'
import { useTerm } from '../words/terms.ts'
import type { CertificationDraft } from './draft.ts'

/** Art. 4: ISMS, the Privacy Mark or an equivalent, as many as there are. */
export function Certifications({ value, onChange, none = true }: { value: CertificationDraft[]; onChange: (certifications: CertificationDraft[]) => void; none?: boolean }) {
  const { t } = useTranslation('contracts')
  const { t: parts } = useTranslation('parts')
  const term = useTerm()
  const change = (at: number, by: Partial<CertificationDraft>): void => onChange(value.map((one, index) => (index === at ? { ...one, ...by } : one)))
  return (
    <>
      {none && value.length === 0 && <p className="wide soft">{t('certNone')}</p>}
      {value.map((one, index) => (
        <Fragment key={index}>
          <Select label={t('certType')} data={['ISMS', 'プライバシーマーク', 'その他'].map((kind) => ({ value: kind, label: term(kind) }))} value={one.type} onChange={(type) => change(index, { type: type as CertificationDraft['type'] })} />
          <TextInput label={t('certNo')} value={one.number} onChange={(event) => change(index, { number: event.currentTarget.value })} />
          <TextInput label={t('certIssuer')} value={one.issuer} onChange={(event) => change(index, { issuer: event.currentTarget.value })} />
          <TextInput label={t('certScope')} value={one.scope} onChange={(event) => change(index, { scope: event.currentTarget.value })} />
          <DayField label={t('certFrom')} value={one.validFrom} onChange={(validFrom) => change(index, { validFrom })} />
          <DayField label={t('certTo')} value={one.validTo} onChange={(validTo) => change(index, { validTo })} />
          <div className="wide"><Button variant="subtle" onClick={() => onChange(value.filter((_, other) => other !== index))}>{parts('removeNamed', { name: one.number || term(one.type) })}</Button></div>
        </Fragment>
      ))}
      <div className="wide"><Button variant="default" onClick={() => onChange([...value, { type: 'ISMS', number: '', issuer: '', scope: '', validFrom: null, validTo: null }])}>{t('certAdd')}</Button></div>
    </>
  )
}
