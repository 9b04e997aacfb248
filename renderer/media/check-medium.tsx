import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import type { VirusScan } from '../../core/viruses/scan.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { asAttest, AttestBlock, blankAttest, useLackingWord } from '../viruses/attest.tsx'
import { ScanResult } from '../viruses/scan-result.tsx'
import { useScanner } from '../viruses/scanner-ready.tsx'
import { DriveHere, isOther, useDriveAt } from './drive-here.tsx'

export const scanKey = ({ no }: Medium): string => `scan ${no}`

/** 媒体の接続 (Art. 11(10)カ, F-23): looked through once it is plugged in, before anything on it is opened. */
export function CheckMedium({ medium }: { medium: Medium }) {
  const { t } = useTranslation('viruses')
  const { t: writing } = useTranslation('writing')
  const job = useJob<VirusScan>(scanKey(medium))
  const mayNot = useWhyNot('viruses.scan')
  const scanner = useScanner()
  const [folder, setFolder] = useState<string | null>(null)
  const [word, change] = useState(blankAttest)
  const at = useDriveAt(folder)
  const lackingWord = useLackingWord(word, scanner !== undefined && (!scanner || word.byHand))
  const onCheck = (): void => {
    if (folder === null) return
    begin<VirusScan, { phase: string; bytesDone: number; bytesTotal: number; filesDone: number; filesTotal: number }>({
      key: scanKey(medium), title: t('jobTitle', { no: medium.no }), cancelMeans: t('jobCancel'), leadsTo: '/media',
      run: ({ signal, onProgress }) => desk.viruses.scan({ medium: medium.no, folder, attestation: asAttest(word, scanner) }, { signal, onProgress: (pace) => onProgress({ phase: 'scanning', bytesDone: 0, bytesTotal: 0, ...pace }) }),
    })
  }
  if (job && isUnderWay(job)) return <div className="spaced"><Progress job={job} /></div>
  if (job?.result && job.result.result !== 'abandoned') {
    return (
      <div className="side-form">
        <ScanResult scan={job.result} />
        <div><Button variant="default" onClick={() => dismiss(scanKey(medium))}>{t('checkAgain')}</Button></div>
      </div>
    )
  }
  return (
    <form noValidate className="side-form" aria-label={t('checkTitle')} onSubmit={(event) => { event.preventDefault(); onCheck() }}>
      {job?.result && <ScanResult scan={job.result} />}
      <p className="notice-line soft"><span>{t('checkLead')}</span><ArticleChip article="11(10)カ" /></p>
      <FolderField label={t('folder')} value={folder} onChange={setFolder} />
      {folder !== null && at.may && <DriveHere medium={medium} at={at} />}
      {scanner !== undefined && <AttestBlock scanner={scanner} draft={word} onChange={change} />}
      <Trouble of={job?.error} />
      <div className="acts"><ActButton type="submit" unless={[mayNot, folder === null && t('needFolder'), at.drive && isOther(at.drive, medium) && writing('driveOther'), ...lackingWord]}>{t('checkNow')}</ActButton></div>
    </form>
  )
}
