import { useTranslation } from 'react-i18next'
import { letterOf, partsOf, type Package, type PackagePart } from '../../core/packages/package.ts'
import { Bytes, Hash } from '../parts/figures.tsx'
import { sayNumber } from '../words/figures.ts'

/** The package as it lies on disk: one file or its volumes, and the key letter; each with the hash one may compare. */
export function PackageParts({ of: one }: { of: Package }) {
  const { t } = useTranslation('pack')
  if (one.path === '') return null
  return (
    <section className="side-part" aria-label={t('parts')}>
      <h3>{t('parts')}</h3>
      {one.volumes.length > 0 && <p className="small soft">{t('partNames', { volumes: sayNumber(one.volumes.length) })}</p>}
      <PartList parts={[...partsOf(one), ...letterOf(one)]} />
    </section>
  )
}

export function PartList({ parts }: { parts: readonly PackagePart[] }) {
  return (
    <ul className="part-list">
      {parts.map(({ name, bytes, sha256 }) => (
        <li key={name}>
          <span className="code">{name}</span>
          <span className="number small"><Bytes of={bytes} /></span>
          <span className="part-hash small soft"><Hash of={sha256} whole /></span>
        </li>
      ))}
    </ul>
  )
}
