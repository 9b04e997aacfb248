import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day } from '../../core/time.ts'
import type { EmergencyPlan } from '../../core/workplace/emergency-plan.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { FileHash, type HashedFile } from '../parts/file-hash.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 緊急時対応計画 (Art. 18②): the plan in force, or the next version of it. */
export function EmergencyPlanForm({ contract, onDone }: { contract: ContractOfWork; onDone: () => void }) {
  return <Asked of={useQuery(questions.emergencyPlan(contract.id))}>{(plan) => <Form contract={contract} plan={plan} onDone={onDone} />}</Asked>
}

const nobody = { organisation: '', name: '', telDay: '', telNight: '' }
const PROCEDURES = ['containment', 'evidence', 'recovery', 'prevention'] as const

function Form({ contract, plan, onDone }: { contract: ContractOfWork; plan: EmergencyPlan | null; onDone: () => void }) {
  const { t } = useTranslation('workplace')
  const { t: parts } = useTranslation('parts')
  const [version, setVersion] = useState('')
  const [effectiveOn, setEffective] = useState<Day | null>(dayOf(thisMinute()))
  const [file, setFile] = useState<HashedFile | null>(null)
  const [contacts, setContacts] = useState(plan?.contacts ?? [nobody])
  const [procedures, setProcedures] = useState(plan?.procedures ?? { containment: '', evidence: '', recovery: '', prevention: '' })
  const register = useCommand(desk.workplace.registerEmergencyPlan)
  const filled = contacts.filter(({ organisation, name, telDay }) => organisation.trim() !== '' && name.trim() !== '' && telDay.trim() !== '')
  const onRegister = (): void => {
    if (file && effectiveOn) register.run({ contractId: contract.id, version, effectiveOn, fileName: file.name, sha256: file.sha256, contacts: filled, procedures, drills: plan?.drills ?? [] }, onDone)
  }
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); onRegister() }}>
      {plan && <p>{t('planIs')}：{plan.version}　<span className="small soft">{plan.fileName}</span></p>}
      <p className="small soft">{t('planLead')}</p>
      <FileHash title={t('file')} value={file} onChange={setFile} />
      <TextInput label={t('version')} value={version} onChange={(event) => setVersion(event.currentTarget.value)} />
      <DayField label={t('effectiveOn')} value={effectiveOn} onChange={setEffective} />
      <h3>{t('contacts')}</h3>
      {contacts.map((contact, i) => {
        const change = (by: Partial<typeof nobody>): void => setContacts(contacts.map((one, at) => (at === i ? { ...one, ...by } : one)))
        return (
          <fieldset key={i} className="second">
            <legend>{i + 1}</legend>
            <TextInput label={t('organisation')} value={contact.organisation} onChange={(event) => change({ organisation: event.currentTarget.value })} />
            <TextInput label={t('person')} value={contact.name} onChange={(event) => change({ name: event.currentTarget.value })} />
            <TextInput label={t('telDay')} type="tel" value={contact.telDay} onChange={(event) => change({ telDay: event.currentTarget.value })} />
            <TextInput label={t('telNight')} type="tel" value={contact.telNight} onChange={(event) => change({ telNight: event.currentTarget.value })} />
            {contacts.length > 1 && <Button variant="subtle" onClick={() => setContacts(contacts.filter((_, at) => at !== i))}>{parts('removeNamed', { name: contact.name || String(i + 1) })}</Button>}
          </fieldset>
        )
      })}
      <div><Button variant="default" onClick={() => setContacts([...contacts, nobody])}>{t('addContact')}</Button></div>
      <h3>{t('procedures')}</h3>
      {PROCEDURES.map((key) => <Textarea key={key} label={t(`procedure.${key}`)} autosize minRows={2} value={procedures[key]} onChange={(event) => setProcedures({ ...procedures, [key]: event.currentTarget.value })} />)}
      <Trouble of={register.error} />
      <div className="acts"><ActButton type="submit" loading={register.busy} unless={[useWhyNot('workplace.registerEmergencyPlan'), !file && t('needFile'), version.trim() === '' && t('need', { field: t('version') }), !effectiveOn && t('need', { field: t('effectiveOn') }), filled.length === 0 && t('needContact')]}>{t('planNow')}</ActButton></div>
    </form>
  )
}
