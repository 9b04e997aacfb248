// Makes the home of an office of years, which the real desk opens: node --import tsx bench/vault-of-years.mjs HOME [entries] [parcels] [slips kept as files]
// Entries are written as `append` writes them, but without filling what screens read: that is done once, when the vault is first opened.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeEntry } from '../main/ledger/entry-bytes.ts'
import { logOf } from '../main/ledger/book.ts'
import { openDatabase } from '../main/ledger/database.ts'
import { createVault } from '../main/vault/create-vault.ts'
import { roomsOf } from '../main/vault/rooms.ts'
import { importOrganisationKeys } from '../crypto/organisation-keys.ts'
import { project, PROJECTION_VERSION } from '../core/ledger/project.ts'
import { entriesOf, slipOf } from './office-of-years.mjs'

/** Who signs in, and how. */
export const LOGIN = { loginId: 'mizuno', password: 'correct horse battery staple' }

/** @param {string} home @param {{ entries?: number, parcels?: number, slips?: number }} size */
export async function makeVaultOfYears(home, { entries = 1_000_000, parcels = 100_000, slips = 1_000 } = {}) {
  const rooms = roomsOf(home)
  const all = entriesOf(parcels, entries)
  const opening = all.next().value
  const { secret } = await createVault(rooms, { organisation: opening.data.organisation, ...LOGIN, personId: 'p-1', now: opening.at }, ({ keys }) => [{ ...opening, by: 'p-1', data: { ...opening.data, keys } }], { version: PROJECTION_VERSION, project })
  const db = openDatabase(rooms.database, secret.databaseKey())
  const { checkpoint } = importOrganisationKeys(JSON.parse(db.prepare('SELECT value FROM secrets WHERE name = ?').pluck().get('keys')))
  const log = logOf(checkpoint.privateKey)
  const insert = db.prepare('INSERT INTO entries (seq, prev, leaf, bytes) VALUES (?, ?, ?, ?)')
  let { seq, leaf } = db.prepare('SELECT seq, leaf FROM entries ORDER BY seq DESC LIMIT 1').get()
  const write = db.transaction((batch) => {
    for (const entry of batch) {
      const written = writeEntry({ log, seq: ++seq, prev: leaf }, entry)
      insert.run(seq, leaf, written.leaf, written.bytes)
      leaf = written.leaf
    }
  })
  let batch = []
  for (const entry of all) {
    if (batch.push(entry) < 5_000) continue
    write.immediate(batch)
    batch = []
  }
  write.immediate(batch)
  // Nothing that screens read is there yet.
  db.exec("UPDATE about SET value = '' WHERE name = 'projection'")
  db.close()
  for (let n = 0; n < slips; n++) writeFileSync(join(rooms.blobs, slipOf(n).blob), 'a scan')
  secret.forget()
}

if (process.argv[1] === import.meta.filename) {
  const [, , home, entries, parcels, slips] = process.argv
  const start = performance.now()
  await makeVaultOfYears(home, { entries: Number(entries ?? 1_000_000), parcels: Number(parcels ?? 100_000), slips: Number(slips ?? 1_000) })
  console.log(`${home}: made in ${Math.round((performance.now() - start) / 1000)} s`)
}
