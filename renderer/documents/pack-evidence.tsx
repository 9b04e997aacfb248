import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'

type Answer = Awaited<ReturnType<typeof desk.evidence.pack>>

/** 証跡一式 of a contract (Art. 17) into a folder: one file for an auditor, checkable without this program. */
export function PackEvidence({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('exporting')
  const key = `evidence ${contract.id}`
  const job = useJob<Answer>(key)
  const mayNot = useWhyNot('evidence.pack')
  const onPack = async (): Promise<void> => {
    const into = await shell.pickFolder()
    if (into !== null) begin({ key, title: t('packing'), cancelMeans: t('packCancel'), leadsTo: location.hash.slice(1), run: (options) => desk.evidence.pack({ contractId: contract.id, into }, options) })
  }
  const packed = job?.result?.outcome === 'packed' ? job.result : null
  return (
    <>
      {job && isUnderWay(job) ? <Progress job={job} /> : <div className="acts"><ActButton variant="default" unless={[mayNot]} onClick={() => void onPack()}>{t('pack')}</ActButton></div>}
      <div className="spaced">
        <Trouble of={job?.error} />
        {packed && (
          <Notice look="good" title={t('packed', { documents: packed.documents, entries: packed.entries })}>
            <p className="code">{packed.path}</p>
            {packed.shared > 0 && <p>{t('shared', { count: packed.shared })}</p>}
            <Button variant="subtle" onClick={() => void shell.showInFolder(packed.path)}>{t('showInFolder')}</Button>
          </Notice>
        )}
      </div>
    </>
  )
}
