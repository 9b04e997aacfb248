import { Button } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { shell } from '../shell.ts'

/** One file, picked in the system's own dialog. */
export function FileField({ label, value, onChange }: { label: string; value: string | null; onChange: (path: string) => void }) {
  return (
    <div className="notice-line">
      <Button variant="default" leftSection={<IconFile size={20} aria-hidden />} onClick={() => void shell.pickFiles().then(([path]) => path !== undefined && onChange(path))}>{label}</Button>
      {value !== null && <span className="code" role="status">{value}</span>}
    </div>
  )
}
