import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FormLetter, type LetterPart } from '../../../core/documents/form-letter.ts'

/** Letters on every form as it was when letters were first drawn. Templates may get newer versions; what was drawn stays. */
const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/documents/letters.json'), 'utf8')) as Record<string, unknown>
const letters = Object.fromEntries(Object.entries(shipped).map(([name, letter]) => [name, FormLetter.parse(letter)]))

const LONG = '令和9年度市民税・県民税納税通知書データ作成及び封入封緘業務（𠮷田・髙﨑方式による宛名の照合、外字の確認並びに印刷位置の校正を含む。）における作業責任者の監督の下での取扱いに関する特に長い名称の記載例であって改行を含まないもの百二十文字'

/** Letters that take every turn of the form: those that were kept, and some that are longer than anybody would keep. */
export const oddLetters: Readonly<Record<string, FormLetter>> = {
  ...letters,
  'three hundred long rows': grown('F-03', 300, (value, row, column) => (row % 4 === column % 4 && !/^\d/.test(value) ? LONG : value)),
  'more rows than paper': grown('F-21', 1003, (value) => value),
  'forty of a kind': { ...letter('F-05'), parts: Array.from({ length: 40 }, (_, i): LetterPart => ({ ...letter('F-05').parts[0]!, heading: `１－${i + 1}　作業場所` })) },
  'words without end': { ...letter('F-11'), parts: letter('F-11').parts.map((part): LetterPart => (part.kind === 'fields' ? { ...part, fields: part.fields.map((field) => (field.as === 'text' ? { ...field, value: LONG.repeat(field.wide ? 30 : 2) } : field)) } : part)) },
  'nothing said': { ...letter('F-01'), parts: letter('F-01').parts.map((part): LetterPart => (part.kind === 'fields' ? { ...part, fields: part.fields.map((field) => ({ ...field, value: '' })) } : part.kind === 'table' ? { ...part, rows: [] } : part)) },
}

function letter(form: string): FormLetter {
  const found = letters[form]
  if (!found) throw new Error(`no letter on ${form}`)
  return found
}

function grown(form: string, count: number, change: (value: string, row: number, column: number) => string): FormLetter {
  const parts = letter(form).parts.map((part): LetterPart => (part.kind === 'table' ? { ...part, rows: Array.from({ length: count }, (_, i) => (part.rows[i % part.rows.length] ?? []).map((value, column) => change(value, i, column))) } : part))
  return { ...letter(form), parts }
}
