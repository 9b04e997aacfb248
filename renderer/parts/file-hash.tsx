import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { Drop } from './drop.tsx'
import { Facts } from './facts.tsx'
import { Bytes, Hash } from './figures.tsx'
import { Trouble } from './trouble.tsx'

/** `path`: where it lies, for whoever wants to keep it too. */
export interface HashedFile { name: string; size: number; sha256: string; path: string }

/** A file that is not taken in, only named by what it is: its name, size and SHA-256. */
export function FileHash({ value, onChange, title }: { value: HashedFile | null; onChange: (file: HashedFile | null) => void; title: string }) {
  const { t } = useTranslation('contracts')
  const hash = useCommand(desk.contracts.hashFile)
  if (value) {
    return (
      <div>
        <Facts of={[[t('specFile'), value.name], ['SHA-256', <Hash key="hash" of={value.sha256} whole />], ['', <Bytes key="size" of={value.size} />]]} />
        <Button variant="subtle" onClick={() => onChange(null)}>{t('replace')}</Button>
      </div>
    )
  }
  return (
    <>
      <Drop title={title} folders={false} busy={hash.busy} onPaths={([path]) => path !== undefined && hash.run({ path }, (file) => onChange({ ...file, path }))} />
      <div className="spaced"><Trouble of={hash.error} /></div>
    </>
  )
}
