import { useTranslation } from 'react-i18next'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'

type Verified = Awaited<ReturnType<typeof desk.ledger.verify>>
type Exported = Awaited<ReturnType<typeof desk.ledger.export>>

/** Whether the ledger is as it was written, and its copy with proofs for whoever asks (Art. 17). */
export function Audit() {
  const { t } = useTranslation('ledger')
  const verifying = useJob<Verified>('ledger verify')
  const exporting = useJob<Exported>('ledger export')
  const mayNotExport = useWhyNot('ledger.export')
  const onVerify = (): void => begin({ key: 'ledger verify', title: t('verifying'), cancelMeans: t('verifyCancel'), leadsTo: '/ledger', run: (options) => desk.ledger.verify(undefined, options) })
  const onExport = async (): Promise<void> => {
    // A folder that is new: one that exists is left alone, whatever lies in it.
    const into = await shell.pickSaveAs(t('exportFolder'))
    if (into !== null) begin({ key: 'ledger export', title: t('exporting'), cancelMeans: t('exportCancel'), leadsTo: '/ledger', run: (options) => desk.ledger.export({ into }, options) })
  }
  return (
    <div className="audit no-print">
      <div className="acts">
        <ActButton onClick={onVerify} loading={verifying !== undefined && isUnderWay(verifying)}>{t('verify')}</ActButton>
        <ActButton variant="default" unless={[mayNotExport]} onClick={() => void onExport()}>{t('exportNow')}</ActButton>
      </div>
      {[verifying, exporting].map((job) => job && isUnderWay(job) && <Progress key={job.key} job={job} />)}
      {verifying?.result && <Verdict of={verifying.result} />}
      {exporting?.result && (
        <Notice look="good" title={t('exported', { size: sayNumber(exporting.result.size) })}>
          <ul>{exporting.result.files.map((file) => <li key={file} className="code">{file}</li>)}</ul>
        </Notice>
      )}
      <Trouble of={verifying?.error} />
      <Trouble of={exporting?.error} />
    </div>
  )
}

function Verdict({ of: { size, root, checkpoint, problems } }: { of: Verified }) {
  const { t } = useTranslation('ledger')
  const sound = problems.length === 0
  return (
    <Notice look={sound ? 'good' : 'refused'} title={sound ? t('sound', { size: sayNumber(size) }) : t('unsound', { size: sayNumber(size), problems: sayNumber(problems.length) })}>
      {!sound && <ul>{problems.slice(0, 20).map(({ seq, what }) => <li key={`${seq} ${what}`}>{t('row', { seq: seq + 1 })}　<span className="code">{what}</span></li>)}</ul>}
      {!sound && <p className="strong">{t('unsoundNext')}</p>}
      <Facts of={[[t('root'), <Hash key="r" of={root} whole />], [t('checkpoint'), <span key="c" className="code">{checkpoint}</span>]]} />
      <p className="small soft">{t('limit')}</p>
    </Notice>
  )
}
