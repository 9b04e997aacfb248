import { Drawer, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork, Recipient } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { Trouble } from '../parts/trouble.tsx'

type Typed = Omit<Recipient, 'exception'>
const blank: Typed = { organisation: '', department: '', name: '', title: '', email: '', postalCode: '', address: '', tel: '' }

/** Those to whom mail and parcels may go. */
export function Recipients({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const { t: parts } = useTranslation('parts')
  const [draft, setDraft] = useState<Typed | null>(null)
  const [exception, setException] = useState<ExceptionDraft | null>(null)
  const add = useCommand(desk.contracts.addRecipient)
  const mayNot = useWhyNot('contracts.addRecipient')
  const labels: Record<keyof Typed, string> = { organisation: t('organisation'), department: t('department'), name: t('person'), title: t('personTitle'), email: t('email'), postalCode: t('postalCode'), address: t('address'), tel: t('tel') }
  const isThirdParty = draft !== null && draft.organisation.trim() !== '' && plain(draft.organisation) !== plain(contract.city.name)
  const close = (): void => { setDraft(null); setException(null); add.forget() }
  return (
    <>
      {contract.recipients.length === 0 && <p className="soft">{t('recipientsNone')}</p>}
      <ul className="contract-list">
        {contract.recipients.map((one) => (
          <li key={`${one.organisation} ${one.department} ${one.name}`}>
            <p className="strong">{one.name}{one.title && `　${one.title}`}</p>
            <p className="soft">{[one.organisation, one.department].filter(Boolean).join('　')}</p>
            <p className="small soft">{[one.email, one.tel, [one.postalCode, one.address].filter(Boolean).join(' ')].filter(Boolean).join('　')}</p>
          </li>
        ))}
      </ul>
      <div className="acts"><ActButton variant="default" unless={[mayNot]} onClick={() => setDraft({ ...blank, organisation: contract.city.name, department: contract.city.section })}>{t('addRecipient')}</ActButton></div>
      <Drawer opened={draft !== null} onClose={close} title={t('addRecipient')} closeButtonProps={{ 'aria-label': parts('close') }}>
        {draft && (
          <form noValidate onSubmit={(event) => { event.preventDefault(); add.run({ contractId: contract.id, recipient: { ...draft, exception: null }, exception: isThirdParty ? asOrder(exception) : null }, close) }}>
            <div className="fields">
              {(Object.keys(labels) as (keyof Typed)[]).map((key) => <TextInput key={key} className={key === 'address' || key === 'organisation' ? 'wide' : ''} label={labels[key]} value={draft[key]} onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })} />)}
            </div>
            {isThirdParty && <ExceptionFields value={exception} onChange={setException} article="13" why={t('thirdParty')} />}
            <div className="spaced"><Trouble of={add.error} /></div>
            <div className="acts"><ActButton type="submit" loading={add.busy} unless={[draft.organisation.trim() === '' && t('required', { field: labels.organisation }), draft.name.trim() === '' && t('required', { field: labels.name })]}>{t('addRecipient')}</ActButton></div>
          </form>
        )}
      </Drawer>
    </>
  )
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '')
