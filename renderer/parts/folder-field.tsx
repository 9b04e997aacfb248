import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { shell } from '../shell.ts'

/** A folder, picked in the system's own dialog. */
export function FolderField({ label, value, onChange }: { label: string; value: string | null; onChange: (folder: string) => void }) {
  return (
    <div className="notice-line">
      <Button variant="default" leftSection={<IconFolder size={20} aria-hidden />} onClick={() => void shell.pickFolder().then((folder) => folder !== null && onChange(folder))}>{label}</Button>
      {value !== null && <span className="code" role="status">{value}</span>}
    </div>
  )
}
