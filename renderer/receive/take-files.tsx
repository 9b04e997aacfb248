import { Button } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { Drop } from '../parts/drop.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import type { useLooked } from './looked.ts'

interface Props { looked: Pick<ReturnType<typeof useLooked>, 'data' | 'error' | 'isFetching'>; paths: string[]; onChange: (paths: string[]) => void; title?: string }

/** What was dropped, path by path, and what lies under it; the total is always in sight. */
export function TakeFiles({ looked, paths, onChange, title }: Props) {
  const { t } = useTranslation('receive')
  const { t: parts } = useTranslation('parts')
  const { data } = looked
  return (
    <>
      <Drop title={title ?? t('drop')} busy={looked.isFetching} onPaths={(dropped) => onChange([...new Set([...paths, ...dropped])])} />
      {paths.length > 0 && (
        <div className="dropped">
          <ul>
            {paths.map((path) => (
              <li key={path}>
                <span className="code">{path}</span>
                <Button variant="subtle" size="compact-md" aria-label={parts('removeNamed', { name: path })} onClick={() => onChange(paths.filter((one) => one !== path))}>{parts('remove')}</Button>
              </li>
            ))}
          </ul>
          <p className="dropped-total" role="status">
            {data ? <><span>{t('total')}</span><b>{t('fileCount', { count: sayNumber(data.files.length) as unknown as number })}</b><b><Bytes of={data.totalBytes} /></b></> : looked.isFetching && <span>{t('looking')}</span>}
          </p>
        </div>
      )}
      {data && data.troubles.length > 0 && (
        <div className="spaced">
          <Notice look="warning" title={t('troubled')}>
            <ul>{data.troubles.slice(0, 50).map(({ path, what }) => <li key={`${path} ${what}`}><span className="code">{path}</span>　{i18next.exists(`troubles.${what}`, { ns: 'receive' }) ? (t as (key: string) => string)(`troubles.${what}`) : what}</li>)}</ul>
          </Notice>
        </div>
      )}
      {looked.error && <div className="spaced"><Trouble of={looked.error} /></div>}
    </>
  )
}
