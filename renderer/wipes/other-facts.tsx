import { useTranslation } from 'react-i18next'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { driveMethods } from '../../core/words/terms.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash } from '../parts/figures.tsx'
import { sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

const EXCEPTIONS_SHOWN = 30

/** What stands in place of a run on a whole medium: files one by one, the drive's own words, another program's log. */
export function OtherFacts({ wipe: { files, command, external } }: { wipe: Wipe }) {
  return <div className="spaced">{files && <OfFiles files={files} />}{command && <OfCommand command={command} />}{external && <OfLog external={external} />}</div>
}

function OfFiles({ files }: { files: NonNullable<Wipe['files']> }) {
  const { t } = useTranslation('wipesOtherwise')
  const { list, end, exceptions, exceptionsMore, limits, freeSpace } = files
  return (
    <Facts wide of={[
      end && [t('facts.end'), t(`facts.ends.${end}`)], [t('countFiles'), sayNumber(list.files)], [t('size'), <Bytes key="size" of={list.bytes} />], [t('listHash'), <Hash key="hash" of={list.sha256} />],
      [t('facts.overwritten'), sayNumber(files.overwritten)], [t('facts.removedOnly'), sayNumber(files.removedOnly)], [t('facts.failed'), sayNumber(files.failed)], files.notReached > 0 && [t('facts.notReached'), sayNumber(files.notReached)],
      files.readFromCache > 0 && [t('facts.fromCache'), sayNumber(files.readFromCache)],
      freeSpace.length > 0 && [t('facts.freeSpace'), freeSpace.map(({ outcome, fileSystem }) => `${fileSystem} ${t(`facts.freeSpaces.${outcome}`)}`).join('、')],
      exceptions.length > 0 && [t('facts.exceptions'), (
        <ul key="exceptions">
          {exceptions.slice(0, EXCEPTIONS_SHOWN).map(({ path, trouble, outcome }) => <li key={path}><span className="code">{path}</span>　{trouble === null ? t(outcome === 'not-reached' ? 'facts.notReached' : 'facts.removedOnly') : t(`troubleWords.${trouble}`)}</li>)}
          {exceptions.length + exceptionsMore > EXCEPTIONS_SHOWN && <li className="soft">{t('findingsMore', { count: exceptions.length + exceptionsMore - EXCEPTIONS_SHOWN })}</li>}
        </ul>
      )],
      limits.length > 0 && [t('limits'), <ul key="limits">{limits.map((limit) => <li key={limit}>{t(`limitWords.${limit}`)}</li>)}</ul>],
    ]} />
  )
}

function OfCommand({ command: { method, promised, result } }: { command: NonNullable<Wipe['command']> }) {
  const { t } = useTranslation('wipesOtherwise')
  const last = result?.said.at(-1)
  return (
    <Facts wide of={[
      [t('command'), `${driveMethods[method][useLanguage() === 'ja' ? 0 : 1]}　${result?.category ?? (result ? '' : promised)}`], result && [t('facts.outcome'), t(`facts.outcomes.${result.outcome}`)],
      result !== null && result.samples !== null && [t('facts.samples'), t('facts.samplesOf', { places: result.samples.places, unchanged: result.samples.unchanged })],
      last !== undefined && [t('facts.said'), <span key="said" className="code">{`${last.out}${last.err}`.trim()}</span>], result !== null && result.passwordLeft !== null && [t('facts.password'), <span key="password" className="code">{result.passwordLeft}</span>],
    ]} />
  )
}

function OfLog({ external: { log, sha256, file, performedBy } }: { external: NonNullable<Wipe['external']> }) {
  const { t } = useTranslation('wipesOtherwise')
  return (
    <Facts wide of={[
      [t('facts.tool'), `${log.tool} ${log.version ?? ''}`], [t('facts.toolMethod'), log.method], [t('facts.toolTime'), [log.started, log.ended].filter(Boolean).join(' – ')], [t('performedBy'), performedBy], [t('log'), file], [t('facts.logHash'), <Hash key="hash" of={sha256} />],
      log.errors.length > 0 && [t('facts.exceptions'), log.errors.join('、')],
    ]} />
  )
}
