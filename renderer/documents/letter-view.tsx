import { useTranslation } from 'react-i18next'
import type { FormLetter, LetterPart, ValueKind } from '../../core/documents/form-letter.ts'
import { type Day, instantOf } from '../../core/time.ts'
import { wareki, warekiTime } from '../../core/words/dates.ts'

/** What a letter will say, in the order of its paper. Dates stand here as they will be printed, in whichever language the desk speaks. */
export function LetterView({ letter }: { letter: FormLetter }) {
  const { mark, docNo, addressee, sender, title, statement, contract, parts, notes, signatures } = letter
  return (
    <article className="letter" lang="ja" aria-label={title}>
      {mark !== '' && <p className="small">{mark}</p>}
      <p className="letter-right">{docNo}</p>
      <p>{addressee.name === '' ? `${addressee.organisation}　御中` : `${addressee.name}　様`}<span className="small soft">　{addressee.section}</span></p>
      <p className="letter-right">{sender.organisation}　{sender.representative}</p>
      <h3>{title}</h3>
      <p>　{statement}</p>
      <p className="letter-middle">記</p>
      <dl className="letter-boxes"><div className="letter-wide"><dt>契約番号</dt><dd>{contract.contractNo}</dd></div><div className="letter-wide"><dt>委託業務名</dt><dd>{contract.title}</dd></div></dl>
      {parts.map((part, i) => <Part key={i} part={part} />)}
      {notes.map((note) => <p key={note} className="small">{note}</p>)}
      {signatures.length > 0 && <dl className="letter-boxes">{signatures.map(({ label, name, note }) => <div key={label} className="letter-wide"><dt>{label}</dt><dd>{name}　<span className="small soft">（{note}）</span></dd></div>)}</dl>}
      <p className="letter-right">以上</p>
    </article>
  )
}

/** More rows than these are for the paper, not for a glance. */
const ROWS = 50

function Part({ part }: { part: LetterPart }) {
  const { t } = useTranslation('documents')
  return (
    <section>
      {part.heading !== '' && <h4>{part.heading}</h4>}
      {part.kind === 'fields' && <dl className="letter-boxes">{part.fields.map(({ label, value, as, wide }, i) => <div key={i} className={wide ? 'letter-wide' : undefined}><dt>{label}</dt><dd>{as === 'blank' ? <span className="soft">{t('penBox')}</span> : shown(as, value) || '－'}</dd></div>)}</dl>}
      {part.kind === 'text' && (part.numbered ? <ol>{part.clauses.map((clause) => <li key={clause}>{clause}</li>)}</ol> : part.clauses.map((clause) => <p key={clause}>{clause}</p>))}
      {part.kind === 'table' && (
        <div className="letter-table">
          <table>
            <thead><tr>{part.columns.map(({ label }, i) => <th key={i} scope="col">{label}</th>)}</tr></thead>
            <tbody>
              {part.rows.length === 0 && <tr><td colSpan={part.columns.length}>{t('noRows')}</td></tr>}
              {part.rows.slice(0, ROWS).map((row, r) => <tr key={r}>{row.map((value, c) => <td key={c} style={{ textAlign: part.columns[c]?.align }}>{shown(part.columns[c]?.as ?? 'text', value)}</td>)}</tr>)}
              {part.rows.length > ROWS && <tr><td colSpan={part.columns.length}>… {part.rows.length}</td></tr>}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function shown(as: ValueKind, value: string): string {
  if (value === '') return ''
  return as === 'day' ? wareki(value as Day) : as === 'time' ? warekiTime(instantOf(value)) : as === 'number' && /^-?\d+$/.test(value) ? Number(value).toLocaleString('ja-JP') : value
}
