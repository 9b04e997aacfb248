import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Handover, Received } from '../../core/handovers/handover.ts'
import { objectionsToCircumstances } from '../../core/handovers/rules.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useScanner } from '../viruses/scanner-ready.tsx'
import { useLooked } from './looked.ts'
import { blankTake, takeOrder } from './take-draft.ts'
import { TakeCircumstances } from './take-circumstances.tsx'
import { TakeFiles } from './take-files.tsx'
import { TakeKeeping } from './take-keeping.tsx'
import { TakeMedium } from './take-medium.tsx'
import { TakeWords } from './take-words.tsx'

/** 受取: what lies here now, what happened, where it is kept and what it is; then into the vault. */
export function Take({ contract, handover }: { contract: ContractOfWork; handover: Handover }) {
  const { t } = useTranslation('receive')
  const [draft, change, clear] = useKept(`take ${handover.id}`, () => blankTake(handover, contract.importanceClass, contract.periodTo, thisMinute()))
  const key = `receive ${handover.id}`
  const job = useJob<Received>(key)
  const mayNot = useWhyNot('handovers.receive')
  const looked = useLooked(draft.paths)
  const scanner = useScanner()
  const { at, medium, virus, exception } = draft
  const differs = at !== null && objectionsToCircumstances(handover.designated, { means: draft.means, at, place: draft.place }, thisMinute()).some(({ code }) => code === 'handover-not-as-designated')

  if (job && isUnderWay(job)) return <Progress job={job} />

  const onTake = (): void => {
    if (at === null) return
    const names = new Set(looked.data?.files.map(({ name }) => name))
    begin({
      key, title: t('jobTitle', { purpose: handover.purpose }), cancelMeans: t('jobCancel'), leadsTo: `/receive/${handover.id}`,
      run: async (options) => {
        const received = await desk.handovers.receive(takeOrder(handover, draft, at, names), options)
        if (received.outcome === 'received') clear()
        return received
      },
    })
  }
  const lacking = [
    draft.paths.length === 0 && t('needFiles'),
    at === null && t('need', { field: t('at') }),
    draft.place.trim() === '' && t('need', { field: t('place') }),
    draft.deliveredBy.trim() === '' && t('need', { field: t('deliveredBy') }),
    medium === null && draft.common.form === '電磁的記録媒体' && t('needMedium'),
    medium !== null && (!scanner || virus.byHand) && (virus.scanner.trim() === '' || virus.at === null) && t('needVirus'),
    (!scanner || virus.byHand) && virus.scanner.trim() !== '' && !virus.attested && t('needAttested'),
    draft.storagePlace.trim() === '' && t('need', { field: t('storagePlace') }),
    draft.common.infoKind.trim() === '' && t('need', { field: t('infoKind') }),
    differs && (!exception || exception.cityRef.trim() === '' || exception.reason.trim() === '' || exception.second.loginId === '' || exception.second.password === '') && t('needException'),
  ]
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); dismiss(key); onTake() }}>
      {job?.result?.outcome === 'abandoned' && <div className="lifted"><Notice title={t('abandoned')} /></div>}
      <TakeFiles looked={looked} paths={draft.paths} onChange={(paths) => change({ paths })} />
      <Block title={t('happened')}><TakeCircumstances draft={draft} onChange={change} differs={differs} /></Block>
      <Block title={t('medium')}><TakeMedium draft={draft} onChange={change} /></Block>
      <Block title={t('words')} lead={t('wordsWhy')}><TakeWords draft={draft} onChange={change} files={looked.data?.files ?? []} /></Block>
      <Block title={t('keeping')}><TakeKeeping draft={draft} onChange={change} /></Block>
      <div className="spaced"><Trouble of={job?.error} /></div>
      <div className="acts"><ActButton type="submit" unless={[mayNot, ...lacking]}>{t('receiveNow')}</ActButton></div>
    </form>
  )
}

