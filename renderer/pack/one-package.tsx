import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Package } from '../../core/packages/package.ts'
import { questions } from '../asking/questions.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'
import { OnPackage } from './on-package.tsx'
import { PackageParts } from './package-parts.tsx'
import { Writings } from './writings.tsx'

/** A package at the side: how it is locked, how it was verified, what is in it. */
export function OnePackage({ of: one, sendingOn = null }: { of: Package; sendingOn?: string | null }) {
  const { t } = useTranslation('pack')
  const name = usePersonName()
  const writings = (useQuery(questions.writings(one.contractId)).data ?? []).filter(({ packageId }) => packageId === one.id)
  const unnamed = one.fileCount - one.files.length
  return (
    <>
      {(one.state === 'verified' || one.state === 'left') && <OnPackage of={one} writings={writings} sendingOn={sendingOn} />}
      <section className="side-part" aria-label={t('facts')}>
        <h3>{t('facts')}</h3>
        <Facts of={[
          [t('state'), t(`states.${one.state}`)],
          [t('path'), <span key="path" className="code">{one.path}</span>],
          [t('size'), <Bytes key="size" of={one.bytes} />],
          ['SHA-256', <Hash key="hash" of={one.sha256} whole />],
          [t('lock'), <span key="lock">{one.lock.container}<br />{one.lock.envelope ? t('bitsOfKey', { organisation: one.lock.envelope.recipient, bits: one.lock.passphraseBits }) : t('bits', { bits: one.lock.passphraseBits })}</span>],
          [t('namesHidden'), t(one.lock.namesHidden ? 'namesHiddenYes' : 'namesHiddenNo')],
          [t('sealedAt'), <span key="at"><When at={one.sealedAt} />　{name(one.sealedBy)}</span>],
          [t('verifiedAt'), one.verifiedAt && <When key="v" at={one.verifiedAt} />],
          [t('readBack'), one.readBack && t(one.readBack)],
          [t('contents'), (
            <ul key="files">
              {one.files.slice(0, 50).map((file) => <li key={file.path}>{file.path}　<span className="small soft"><Bytes of={file.size} /></span></li>)}
              {unnamed + Math.max(0, one.files.length - 50) > 0 && <li className="soft">{t('moreFiles', { count: sayNumber(unnamed + Math.max(0, one.files.length - 50)) as unknown as number })}</li>}
            </ul>
          )],
        ]} />
        <div className="acts"><Button variant="default" onClick={() => void shell.showInFolder(one.path)}>{t('openFolder')}</Button></div>
      </section>
      <PackageParts of={one} />
      <Writings of={writings} />
      <History of={[one.id]} />
    </>
  )
}
