import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import type { Sealed } from '../../core/packages/package.ts'
import { Refusal } from '../../core/refusal.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { begin, dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useLooked } from '../receive/looked.ts'
import { TakeFiles } from '../receive/take-files.tsx'
import { asAttest, AttestBlock, type AttestDraft, blankAttest, useLackingWord } from '../viruses/attest.tsx'
import { useScanner } from '../viruses/scanner-ready.tsx'
import { ChooseItems } from './choose-items.tsx'
import { ChooseLock, usualLock, type LockKind } from './choose-lock.tsx'
import { ChooseSplit, splitInto, unsplit, volumeBytesOf, type SplitDraft } from './choose-split.tsx'
import { PackSteps } from './pack-steps.tsx'
import { SealedOnce, SHOWN_MINUTES } from './sealed-once.tsx'
import { Plan } from './split-plan.tsx'
import './pack.css'

interface Draft { itemIds: ItemId[]; paths: string[]; into: string | null; namesHidden: boolean; lock: LockKind | null; split: SplitDraft; word: AttestDraft }

/** 選ぶ・封をする・検証: what goes in, where the package goes, and then one act that ends with a verified package or with nothing. */
export function SealPage() {
  const { t } = useTranslation('pack')
  return <WithContract title={t('title')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('pack')
  const key = `seal ${contract.id}`
  const job = useJob<Sealed>(key)
  const running = job !== undefined && isUnderWay(job)
  const sealed = job?.result && job.result.outcome !== 'abandoned' ? job.result : null
  return (
    <Page title={t('begin')} back={{ to: '/pack', label: t('toList') }}>
      <PackSteps now={sealed || (running && job.pace?.phase === 'verifying') ? 'verify' : running ? 'seal' : 'choose'} done={sealed !== null} />
      {running ? <Progress job={job} /> : sealed ? <SealedOnce sealed={sealed} onGone={() => dismiss(key)} /> : (
        <>
          {job?.result?.outcome === 'abandoned' && <Notice title={t('abandoned')} />}
          <Choose contract={contract} jobKey={key} error={job?.error ?? null} />
        </>
      )}
    </Page>
  )
}

function Choose({ contract, jobKey, error }: { contract: ContractOfWork; jobKey: string; error: Error | null }) {
  const { t } = useTranslation('pack')
  const [draft, change, clear] = useKept<Draft>(`seal ${contract.id}`, () => ({ itemIds: [], paths: [], into: null, namesHidden: true, lock: null, split: unsplit, word: blankAttest() }))
  const mayNot = useWhyNot('packages.seal')
  const lock = draft.lock ?? usualLock(contract)
  const volumeBytes = volumeBytesOf(draft.split)
  const scanner = useScanner()
  // What lies in the vault was checked when it came; the desk says when it was not.
  const checks = draft.paths.length > 0 || (error instanceof Refusal && error.objections.some(({ rule }) => rule === 'R-24'))
  const lackingWord = useLackingWord(draft.word, checks && scanner !== undefined && (!scanner || draft.word.byHand))
  const looked = useLooked(draft.paths)
  const { into } = draft
  const count = draft.itemIds.length + (looked.data?.files.length ?? 0)
  const plan = useQuery({
    queryKey: ['split', contract.id, draft.itemIds, draft.paths, volumeBytes, into], enabled: mayNot === null && count > 0,
    queryFn: () => desk.packages.planSplit({ contractId: contract.id, of: { kind: 'sources', itemIds: draft.itemIds, paths: draft.paths }, volumeBytes, folder: into }),
  })
  const onSeal = (): void => {
    if (into === null) return
    begin({
      key: jobKey, title: t('jobTitle', { count }), cancelMeans: t('jobCancel'), leadsTo: '/pack/new',
      run: async (options) => {
        const sealed = await desk.packages.seal({ contractId: contract.id, itemIds: draft.itemIds, paths: draft.paths, into, namesHidden: draft.namesHidden, level: 4, lock: { kind: lock }, volumeBytes, virusCheck: checks ? asAttest(draft.word, scanner) : null }, options)
        if (sealed.outcome !== 'abandoned') clear()
        if (sealed.outcome === 'verified') {
          setTimeout(() => dismiss(jobKey), SHOWN_MINUTES * 60_000)
        }
        return sealed
      },
    })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onSeal() }}>
      <ChooseItems contract={contract} chosen={draft.itemIds} onChange={(itemIds) => change({ itemIds })} />
      <Block title={t('more')} lead={t('moreLead')}><TakeFiles title={t('moreDrop')} looked={looked} paths={draft.paths} onChange={(paths) => change({ paths })} /></Block>
      {checks && scanner !== undefined && <AttestBlock scanner={scanner} draft={draft.word} onChange={(word) => change({ word })} />}
      <ChooseLock contract={contract} value={lock} onChange={(kind) => change({ lock: kind })} />
      <Block title={t('where')}>
        <FolderField label={t('pickInto')} value={into} onChange={(picked) => change({ into: picked })} />
        <div className="spaced"><ChooseSplit value={draft.split} onChange={(split) => change({ split })} /></div>
        {count > 0 && plan.data && <Plan plan={plan.data} isSplit={volumeBytes !== null} onSplit={(bytes) => change({ split: splitInto(bytes) })} />}
        {plan.error && !error && <div className="spaced"><Trouble of={plan.error} /></div>}
      </Block>
      <div className="spaced">
        <Checkbox label={t('hideNames')} description={t('hideNamesWhy')} checked={draft.namesHidden} onChange={(event) => change({ namesHidden: event.currentTarget.checked })} />
        {!draft.namesHidden && <Notice look="warning" title={t('hideWarning')} />}
      </div>
      <div className="spaced"><Trouble of={error} /></div>
      <div className="acts">
        <ActButton type="submit" unless={[mayNot, count === 0 && t('needSomething'), into === null && t('needInto'), draft.split.kind === 'own' && volumeBytes === null && t('needSplitSize'), ...lackingWord]}>{t('seal')}</ActButton>
        <span className="soft" role="status">{t('total', { count })}</span>
      </div>
    </form>
  )
}
