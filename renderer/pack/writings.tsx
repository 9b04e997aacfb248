import { useTranslation } from 'react-i18next'
import type { MediumWriting } from '../../core/packages/writing.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, When } from '../parts/figures.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'
import { PartList } from './package-parts.tsx'

const looks: Record<MediumWriting['state'], StatusLook> = { writing: 'busy', written: 'good', abandoned: 'calm' }

/** 書込みの記録: every medium that this package went onto, the newest first. */
export function Writings({ of: writings }: { of: readonly MediumWriting[] }) {
  const { t } = useTranslation('writing')
  return (
    <section className="side-part" aria-label={t('writings')}>
      <h3>{t('writings')}</h3>
      {writings.length === 0 && <p className="soft">{t('writingsNone')}</p>}
      <ul className="folds">
        {writings.toReversed().map((one) => (
          <li key={one.id}>
            <details>
              <summary><span className="strong">{one.medium}</span><Status look={looks[one.state]}>{t(`states.${one.state}`)}</Status><span className="small soft"><When at={one.endedAt ?? one.begunAt} /></span></summary>
              <WritingFacts writing={one} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function WritingFacts({ writing: one }: { writing: MediumWriting }) {
  const { t } = useTranslation('writing')
  const name = usePersonName()
  return (
    <>
      <Facts of={[
        [t('onto'), one.medium], [t('serial'), <span key="s" className="code">{one.serial}</span>], [t('identified'), t(`identifiedBy.${one.identified}`)], one.coSignedBy !== null && [t('coSignedBy'), name(one.coSignedBy)],
        [t('where'), <span key="w" className="code">{one.folder}</span>], [t('amount'), <Bytes key="b" of={one.bytes} />], [t('by'), <span key="by">{name(one.by)}　<When at={one.begunAt} /></span>],
        one.readBack !== null && [t('readBack'), t(`readBacks.${one.readBack}`)],
      ]} />
      <div className="spaced"><PartList parts={one.parts} /></div>
    </>
  )
}
