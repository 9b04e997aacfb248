import { asSeen } from '../../core/words/unseen.ts'

/** The page of the last question. It knows nothing but what it is told, and may say only what was typed, or no. */
interface Asked { act: 'wipe' | 'command'; serial: string; no: string; type: string; model: string; bytes: number; holds: string }
interface Bridge { asked(): Promise<Asked | null>; typed(serial: string): Promise<boolean>; no(): void }

const { question } = window as unknown as { question: Bridge }
const of = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E
const [field, yes] = [of<HTMLInputElement>('typed'), of<HTMLButtonElement>('yes')]

const words = {
  wipe: { what: 'この媒体のすべての内容を消去します', en: 'Everything on this medium will be erased. It cannot be brought back.', yes: '消去する' },
  command: { what: 'この媒体に、すべての内容の消去を命じます', en: 'This medium will be told to erase all it holds. It cannot be called back.', yes: '消去を命じる' },
} as const

function fact(name: string, value: string): void {
  const [term, said] = [document.createElement('dt'), document.createElement('dd')]
  term.textContent = name
  said.textContent = value === '' ? '—' : asSeen(value)
  of('facts').append(term, said)
}

// Nothing is pasted, and nothing dropped: whoever destroys has read the label.
for (const kind of ['paste', 'drop'] as const) field.addEventListener(kind, (event) => event.preventDefault())
field.addEventListener('input', () => { yes.disabled = field.value.trim() === ''; of('differs').textContent = '' })
of('no').addEventListener('click', () => question.no())
addEventListener('keydown', ({ key }) => { if (key === 'Escape') question.no() })
document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault()
  if (yes.disabled) return
  void question.typed(field.value).then((isIt) => { if (!isIt) of('differs').textContent = '製造番号が一致していません。 The serial number does not agree.' })
})

const asked = await question.asked()
if (asked) {
  const { what, en, yes: label } = words[asked.act]
  of('what').textContent = what
  of('what-en').textContent = en
  of('serial').textContent = asked.serial
  yes.textContent = label
  fact('媒体番号', `${asked.no}　${asked.type}`)
  fact('型番', asked.model)
  fact('容量', `${(asked.bytes / 1e9).toLocaleString('ja-JP', { maximumFractionDigits: 2 })} GB（${asked.bytes.toLocaleString('en')} バイト）`)
  fact('入っているもの', asked.holds === '' ? '名前の付いた領域はありません' : asked.holds)
  // Nothing is the default: Enter in the empty field does nothing, and the way out is at hand.
  field.focus()
}

