import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Drop } from '../parts/drop.tsx'
import type { Line } from './plan-line.tsx'

/** Which files and folders a line is about, and what people call the place. Only one line takes what is dropped on the page. */
export function PlannedFiles({ line, takesDrops, onChange }: { line: Line; takesDrops: boolean; onChange: (by: Partial<Line>) => void }) {
  const { t } = useTranslation('wipesOtherwise')
  return (
    <div className="wide">
      <TextInput label={t('fileName')} placeholder={t('fileNameExample')} value={line.mediaName} onChange={(event) => onChange({ mediaName: event.currentTarget.value })} />
      <div className="spaced">{takesDrops && <Drop title={t('addPaths')} onPaths={(more) => onChange({ paths: [...new Set([...line.paths, ...more])] })} />}</div>
      <ul>{line.paths.map((path) => <li key={path}><span className="code">{path}</span>　<Button variant="subtle" size="compact-md" aria-label={t('removePath', { path })} onClick={() => onChange({ paths: line.paths.filter((one) => one !== path) })}>×</Button></li>)}</ul>
    </div>
  )
}
