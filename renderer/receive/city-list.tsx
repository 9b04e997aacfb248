import { Button, FileButton, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'
import { readList } from './read-list.ts'

/** The city's list of what it hands over: pasted, or read from a CSV in UTF-8 or Shift_JIS. */
export function CityList({ value, onChange }: { value: string; onChange: (pasted: string) => void }) {
  const { t } = useTranslation('receive')
  const { files, bad } = readList(value)
  return (
    <div className="wide">
      <Textarea label={t('cityList')} description={t('cityListWhy')} autosize minRows={4} maxRows={12} spellCheck={false} value={value} onChange={(event) => onChange(event.currentTarget.value)} classNames={{ input: 'code' }} />
      <div className="acts acts-tight">
        <FileButton accept=".csv,.txt,.tsv" onChange={(file) => file && void file.arrayBuffer().then(decode).then(onChange)}>{(props) => <Button variant="default" {...props}>{t('cityListPick')}</Button>}</FileButton>
        <span role="status">{value.trim() === '' ? t('cityListNone') : t('cityListRead', { count: files.length })}</span>
      </div>
      {bad.length > 0 && <Notice look="warning"><ul>{bad.slice(0, 10).map(({ line, text }) => <li key={line}>{t('cityListBad', { line, text })}</li>)}</ul></Notice>}
    </div>
  )
}

/** Spreadsheets here still write Shift_JIS when nobody tells them otherwise. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}
