import { useTranslation } from 'react-i18next'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, When } from '../parts/figures.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'
import { OtherFacts } from './other-facts.tsx'

export const resultLooks: Record<NonNullable<Wipe['result']>, StatusLook> = { 合格: 'good', 例外: 'warn', 不合格: 'bad', 中止: 'warn' }
/** More ranges than a screen can say anything with stand on the certificate. */
const RANGES_SHOWN = 20

/** What was done to one medium, in numbers: nothing more, nothing less. */
export function WipeFacts({ wipe }: { wipe: Wipe }) {
  const { t } = useTranslation('wipes')
  const term = useTerm()
  const name = usePersonName()
  const figures = wipe.run?.figures ?? null
  const kind = wipe.drive?.kind
  return (
    <>
      <Facts wide of={[
        !wipe.files && [t('medium'), `${wipe.medium ?? ''}　${wipe.drive ? `${wipe.drive.maker} ${wipe.drive.model}　${wipe.drive.serial ?? ''}` : ''}`],
        [t('method'), t(`methods.${wipe.method}`)],
        wipe.result && [t('state'), <Status key="result" look={resultLooks[wipe.result]}>{t(`results.${wipe.result}`)}</Status>],
        [t('figures.begun'), <When key="b" at={wipe.begunAt} />], wipe.endedAt !== null && [t('figures.ended'), <When key="e" at={wipe.endedAt} />],
        [t('figures.operator'), name(wipe.operator)], wipe.verified && [t('figures.verifier'), name(wipe.verified.by)], wipe.witness && [t('witness'), `${wipe.witness.organisation}　${wipe.witness.name}`],
        wipe.destruction && [t('figures.how'), term(wipe.destruction.how)], wipe.destruction && [t('figures.photos'), sayNumber(wipe.destruction.photos.length)],
        figures && [t('figures.pattern'), t(`figures.patterns.${figures.pattern}`)],
        figures && [t('figures.bytes'), <Bytes key="all" of={figures.bytes} />], figures && [t('figures.written'), <Bytes key="w" of={figures.bytesWritten} />], figures && [t('figures.read'), <Bytes key="r" of={figures.bytesRead} />],
        figures && [t('figures.coverage'), `${Math.floor(figures.coverage * 1000) / 10}%`], figures && [t('figures.uncached'), t(figures.uncached ? 'figures.uncachedYes' : 'figures.uncachedNo')],
        figures && [t('figures.bad'), figures.badSectors === 0 ? t('figures.badNone') : t('figures.sectors', { count: sayNumber(figures.badSectors) as unknown as number })],
        figures !== null && figures.misplaced.length > 0 && [t('figures.misplaced'), <span key="m">{t('figures.misplacedYes', { size: sayNumber(Math.round((figures.bytesInTruth ?? 0) / 1e6)) + ' MB' })}</span>],
        figures !== null && (figures.samplesUnchanged ?? 0) > 0 && [t('figures.unchanged'), sayNumber(figures.samplesUnchanged ?? 0)],
        wipe.run !== null && wipe.run.end !== 'finished' && [t('figures.reached'), wipe.run.reachedLba === null ? '' : `LBA ${sayNumber(wipe.run.reachedLba)}`],
      ]} />
      {(wipe.files ?? wipe.command ?? wipe.external) && <OtherFacts wipe={wipe} />}
      {figures !== null && figures.badRanges.length > 0 && (
        <ul className="bad-ranges">
          {figures.badRanges.slice(0, RANGES_SHOWN).map(({ what, lba, sectors }) => <li key={`${what} ${lba}`}><span className="code">LBA {sayNumber(lba)}–{sayNumber(lba + sectors - 1)}</span>　{t(`figures.whats.${what}`)}</li>)}
          {figures.badRanges.length > RANGES_SHOWN && <li className="soft">{t('figures.moreRanges', { count: figures.badRanges.length - RANGES_SHOWN + figures.badRangesLeftOut })}</li>}
        </ul>
      )}
      {(kind === 'flash' || kind === 'SSD') && wipe.method.startsWith('overwrite') && <p className="soft spaced">{t('flashLimit')}</p>}
    </>
  )
}
