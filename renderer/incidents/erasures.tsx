import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import type { Erasure } from '../../core/incidents/erasures.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'

/** They end by themselves as well: asked again while any is under way. */
const SOON = 5_000

/** What is being erased of a contract just now; empty while nobody knows yet. */
export function useErasures(contractId: ContractId): readonly Erasure[] {
  return useQuery({ ...questions.erasures(contractId), refetchInterval: ({ state }) => (state.data?.length ? SOON : false) }).data ?? []
}

/** Before an incident begins: each is stopped with it unless somebody says otherwise, for what is gone does not come back. */
export function ErasuresToStop({ of: erasures, goOn, onChange }: { of: readonly Erasure[]; goOn: ReadonlySet<string>; onChange: (goOn: ReadonlySet<string>) => void }) {
  const { t } = useTranslation('incidents')
  const say = useSaid()
  if (erasures.length === 0) return null
  return (
    <div className="incident-erasing"><Notice look="warning" title={t('erasing')}>
      <p>{t('erasingLead')}</p>
      <ul className="incident-erasures">{erasures.map((one) => (
        <li key={one.wipeId}>{one.stops
          ? <Checkbox label={t('erasingStop', { what: say(one) })} checked={!goOn.has(one.wipeId)} onChange={(event) => onChange(event.currentTarget.checked ? new Set([...goOn].filter((id) => id !== one.wipeId)) : new Set([...goOn, one.wipeId]))} />
          : <><span className="strong">{say(one)}</span><br />{t('erasingGoesOn')}</>}</li>
      ))}</ul>
    </Notice></div>
  )
}

/** While evidence is kept: what still runs, and the way to stop it. */
export function ErasuresRunning({ contractId }: { contractId: ContractId }) {
  const { t } = useTranslation('incidents')
  const erasures = useErasures(contractId)
  const say = useSaid()
  const stop = useCommand(desk.freezes.callOff)
  const mayNot = useWhyNot('freezes.callOff')
  if (erasures.length === 0) return null
  return (
    <div className="incident-erasing"><Notice look="warning" title={t('erasing')}>
      <p>{t('erasingLead')}</p>
      <ul className="incident-erasures">{erasures.map((one) => (
        <li key={one.wipeId}>
          <span className="strong">{say(one)}</span>
          {one.stops
            ? <div className="acts acts-tight"><ActButton aria-label={t('erasingStopNamed', { what: one.medium ?? one.mediaName })} loading={stop.busy} unless={[mayNot]} onClick={() => stop.run({ wipeId: one.wipeId })}>{t('erasingStopNow')}</ActButton></div>
            : <><br />{t('erasingGoesOn')}</>}
        </li>
      ))}</ul>
      <Trouble of={stop.error} />
    </Notice></div>
  )
}

function useSaid(): (one: Erasure) => string {
  const { t } = useTranslation('incidents')
  const name = usePersonName()
  return ({ medium, mediaName, serial, information, planNo, operator }) =>
    [medium === null ? mediaName : `${mediaName}　${medium}`, serial && t('erasingSerial', { serial }), information, t('erasingPlan', { no: planNo }), t('erasingBy', { name: name(operator) })].filter(Boolean).join('・')
}
