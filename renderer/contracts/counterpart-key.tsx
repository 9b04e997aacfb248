import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drop } from '../parts/drop.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { useTerm } from '../words/terms.ts'

const WAYS = ['対面', '電話', '書面'] as const

/** The key that the other party gave notice of: its file, and what was heard when they read from their own copy. */
export function CounterpartKey({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const key = contract.counterpartKey
  const [replacing, setReplacing] = useState(false)
  if (key && !replacing) {
    return (
      <>
        <Facts wide of={[[t('organisationOfKey'), key.organisation], [t('fingerprint'), <Hash key="f" of={key.fingerprint} whole />], [t('letter'), key.encryption ? t('letterUntil', { day: sayDay(dayOf(key.encryption.validTo), language) }) : t('letterNone')], [t('registered'), <When key="at" at={key.registeredAt} />]]} />
        <div className="acts"><Button variant="subtle" onClick={() => setReplacing(true)}>{t('registerKeyAgain')}</Button></div>
      </>
    )
  }
  return <RegisterKey contract={contract} onDone={() => setReplacing(false)} />
}

function RegisterKey({ contract, onDone }: { contract: ContractOfWork; onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const term = useTerm()
  const [path, setPath] = useState<string | null>(null)
  const [checkedBy, setCheckedBy] = useState<(typeof WAYS)[number]>('電話')
  const [fingerprintHeard, setHeard] = useState('')
  const register = useCommand(desk.contracts.registerKey)
  const mayNot = useWhyNot('contracts.registerKey')
  const onRegister = (): void => {
    if (path !== null) register.run({ contractId: contract.id, path, checkedBy, fingerprintHeard }, onDone)
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRegister() }}>
      {path === null
        ? <Drop title={t('keyDrop')} folders={false} onPaths={([first]) => first !== undefined && setPath(first)} />
        : <p className="notice-line"><span>{t('keyDropped')}</span><span className="code">{path}</span><Button variant="subtle" onClick={() => setPath(null)}>{t('replace')}</Button></p>}
      <div className="fields spaced">
        <Radio.Group className="wide" label={t('checkedBy')} value={checkedBy} onChange={(way) => setCheckedBy(way as typeof checkedBy)}>
          <div className="acts acts-tight">{WAYS.map((way) => <Radio key={way} value={way} label={term(way)} />)}</div>
        </Radio.Group>
        <Textarea className="wide" label={t('heard')} description={t('heardWhy')} autosize minRows={2} value={fingerprintHeard} onChange={(event) => setHeard(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={register.error} /></div>
      <div className="acts"><ActButton type="submit" variant="default" loading={register.busy} unless={[mayNot, path === null && t('keyDrop'), fingerprintHeard.trim() === '' && t('required', { field: t('heard') })]}>{t('registerKey')}</ActButton></div>
    </form>
  )
}
