import { Button, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { Means } from '../../core/handovers/handover.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { TimeField } from '../parts/day-field.tsx'
import { Drop } from '../parts/drop.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import './city-office.css'

/** 受渡しの指定: by what means, when and where, and this office's own list of what goes. */
export function DesignatePage() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('newDesignation')}>{(contract) => <Form contract={contract} />}</WithContract>
}

interface Draft { means: Means; at: Instant | null; place: string; deliveredBy: string; purpose: string; serial: string; mediumType: string; ownerNo: string; paths: string[]; rows: { name: string; count: string }[] }
const blank = (): Draft => ({ means: '手渡し', at: null, place: '', deliveredBy: '', purpose: '', serial: '', mediumType: 'USBメモリ', ownerNo: '', paths: [], rows: [] })

function Form({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const term = useTerm()
  const [draft, change, forget] = useKept(`designate ${contract.id}`, blank)
  const [typed, setTyped] = useState({ name: '', count: '' })
  const designate = useCommand(desk.cityOffice.designate)
  const mayNot = useWhyNot('cityOffice.designate')
  const { means, at, place, deliveredBy, purpose, serial, mediumType, ownerNo, paths, rows } = draft
  const need = (field: string, value: string) => value.trim() === '' && t('need', { field })
  const onRecord = (): void => {
    if (at === null) return
    const items = rows.map(({ name, count }) => ({ name, count: /^\d+$/.test(count) ? Number(count) : null, size: null, sha256: null }))
    designate.run({ contractId: contract.id, means, at, place, deliveredBy, purpose, medium: serial.trim() === '' ? null : { type: mediumType, serial, ownerNo }, returnDueOn: null, items, paths }, () => { forget(); void go({ to: '/designations' }) })
  }
  const add = (): void => { if (typed.name.trim() !== '') { change({ rows: [...rows, typed] }); setTyped({ name: '', count: '' }) } }
  return (
    <Page title={t('newDesignation')} lead={t('designationsLead')} back={{ to: '/designations', label: t('backToDesignations') }}>
      <div className="fields">
        <Select label={t('means')} value={means} data={Means.options.map((value) => ({ value, label: term(value) }))} allowDeselect={false} onChange={(value) => value && change({ means: value as Means })} />
        <TimeField label={t('at')} value={at} onChange={(value) => change({ at: value })} />
        <TextInput label={t('where')} value={place} onChange={(event) => change({ place: event.currentTarget.value })} />
        <TextInput label={t('deliveredBy')} value={deliveredBy} onChange={(event) => change({ deliveredBy: event.currentTarget.value })} />
        <TextInput className="wide" label={t('purpose')} value={purpose} onChange={(event) => change({ purpose: event.currentTarget.value })} />
        <TextInput label={t('mediumType')} value={mediumType} onChange={(event) => change({ mediumType: event.currentTarget.value })} />
        <TextInput label={t('serial')} value={serial} onChange={(event) => change({ serial: event.currentTarget.value })} />
        <TextInput label={t('ownerNo')} value={ownerNo} onChange={(event) => change({ ownerNo: event.currentTarget.value })} />
      </div>
      <Block title={t('contents')} lead={t('filesWhy')}>
        <Drop title={t('files')} onPaths={(more) => change({ paths: [...new Set([...paths, ...more])] })} />
        {(paths.length > 0 || rows.length > 0) && <ul className="spaced">
          {paths.map((path) => <li key={path} className="code">{path}</li>)}
          {rows.map(({ name, count }, i) => <li key={i}>{name}　<span className="small soft">{count}</span></li>)}
        </ul>}
        <div className="listed-row">
          <TextInput label={t('name')} value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })} />
          <TextInput label={t('count')} inputMode="numeric" value={typed.count} onChange={(event) => setTyped({ ...typed, count: event.currentTarget.value })} />
        </div>
        <div className="acts acts-tight"><Button variant="default" onClick={add}>{t('addRow')}</Button></div>
      </Block>
      <div className="spaced"><Trouble of={designate.error} /></div>
      <div className="acts"><ActButton loading={designate.busy} onClick={onRecord} unless={[mayNot, at === null && t('need', { field: t('at') }), need(t('where'), place), need(t('deliveredBy'), deliveredBy), need(t('purpose'), purpose), paths.length === 0 && rows.length === 0 && t('need', { field: t('contents') })]}>{t('record')}</ActButton></div>
    </Page>
  )
}
