import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Package } from '../../core/packages/package.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'

/** A package at the side: how it is locked, how it was verified, what is in it. */
export function OnePackage({ of: one }: { of: Package }) {
  const { t } = useTranslation('pack')
  const name = usePersonName()
  const unnamed = one.fileCount - one.files.length
  return (
    <>
      <Facts of={[
        [t('state'), t(`states.${one.state}`)],
        [t('path'), <span key="path" className="code">{one.path}</span>],
        [t('size'), <Bytes key="size" of={one.bytes} />],
        ['SHA-256', <Hash key="hash" of={one.sha256} whole />],
        [t('lock'), <span key="lock">{one.lock.container}<br />{t('bits', { bits: one.lock.passphraseBits })}</span>],
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
      <History of={[one.id]} />
    </>
  )
}
