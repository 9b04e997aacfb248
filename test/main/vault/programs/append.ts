// Appends two entries at a time until it is killed, and says each number once the append was answered.
import type { NewEntry } from '../../../../core/ledger/entry.ts'
import { nine } from '../hanako.ts'
import { enter, say } from './home.ts'

const { ledger } = await enter()
const strange = (serial: string): NewEntry => ({ type: 'unregistered-medium-refused', at: nine, by: null, data: { serial, where: 'x'.repeat(2000) } })
let { head } = await ledger.read()
for (let n = 1; ; n++) {
  const next = await ledger.append([strange(`${n}a`), strange(`${n}b`)], head)
  if (!next) throw new Error('somebody else wrote')
  head = next
  if (n % 5 === 0) await ledger.witness(head.size - 1)
  say(String(n))
}
