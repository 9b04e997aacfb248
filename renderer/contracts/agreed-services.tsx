import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { services } from '../../core/mailings/carriers.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** Services that the city agreed to in writing, each with its number. */
export function AgreedServices({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const [service, setService] = useState<string | null>(null)
  const [cityRef, setCityRef] = useState('')
  const agree = useCommand(desk.contracts.agreeService)
  const open = services.filter((one) => one.class === 'by agreement' && !contract.agreedServices.some((agreed) => agreed.service === one.service))
  const onAgree = (): void => {
    if (service !== null) agree.run({ contractId: contract.id, service, cityRef }, () => { setService(null); setCityRef('') })
  }
  return (
    <>
      {contract.agreedServices.length === 0 && <p className="soft">{t('servicesNone')}</p>}
      <ul>{contract.agreedServices.map((one) => <li key={one.service}><span className="strong">{one.service}</span>　{one.cityRef}</li>)}</ul>
      <form noValidate onSubmit={(event) => { event.preventDefault(); onAgree() }}>
        <div className="fields spaced">
          <Select label={t('service')} data={open.map((one) => ({ value: one.service, label: `${one.carrier} ${one.service}` }))} value={service} onChange={setService} />
          <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
        </div>
        <div className="spaced"><Trouble of={agree.error} /></div>
        <div className="acts"><ActButton type="submit" variant="default" loading={agree.busy} unless={[useWhyNot('contracts.agreeService'), service === null && t('required', { field: t('service') }), cityRef.trim() === '' && t('required', { field: t('cityRef') })]}>{t('agreeService')}</ActButton></div>
      </form>
    </>
  )
}
