/**
 * A guard of the product: the text that is it (once in its file), what stands there without it, and the tests of which one must notice.
 * @typedef {{ claim: string, file: string, find: string, put: string, test: string[] }} Mutation
 */

/** @type {readonly Mutation[]} */
export const mutations = [
  { claim: 'an operation is asked whether this person may', file: 'core/desk.ts', find: "      await mayAsk(world, `${group}.${name}` as OperationName, input)\n", put: '', test: ['test/core/who-may-what.test.ts'] },
  { claim: 'whoever is shut out is told nothing else', file: 'core/who-may.ts', find: 'if (shutOut.length > 0) return shutOut', put: '', test: ['test/core/who-may-what.test.ts'] },
  { claim: 'a lost medium is reported by whoever works', file: 'core/who-may.ts', find: "'media.reportLost': atWork", put: "'media.reportLost': ofContractor", test: ['test/core/who-may-what.test.ts'] },
  { claim: 'a file is synced before it gets its name', file: 'main/files/write-whole.ts', find: '      await file.sync()\n', put: '', test: ['test/main/files/write-whole.test.ts', 'test/faults/power-loss.test.ts'] },
  { claim: 'a sealed file of the vault is synced', file: 'main/files/blobs.ts', find: '      await file.sync()\n', put: '', test: ['test/faults/power-loss.test.ts'] },
  { claim: 'an append that was answered is on the disk', file: 'main/ledger/database.ts', find: "db.pragma('synchronous = FULL')", put: "db.pragma('synchronous = OFF')", test: ['test/faults/power-loss.test.ts'] },
  { claim: 'a write-ahead log, and one sync an append', file: 'main/ledger/database.ts', find: "db.pragma('synchronous = FULL')", put: "db.pragma('synchronous = NORMAL')", test: ['test/faults/power-loss.test.ts'] },
  { claim: 'nobody appends after a head that is no longer the head', file: 'main/ledger/ledger.ts', find: '      if (after.size !== size || after.hash !== toHex(leaf)) return false\n', put: '', test: ['test/main/ledger/append.test.ts'] },
  { claim: 'a wipe is written down before its first byte', file: 'core/wipes/carrying-out.ts', find: "entries: [{ type: 'wipe-begun', data: { wipe } }]", put: 'entries: []', test: ['test/articles/15-erasing-is-planned-done-and-proved.test.ts'] },
  { claim: 'a drive whose role nobody knows is not wiped', file: 'core/wipes/rules.ts', find: "if (drive.role !== 'removable' && drive.role !== 'internal') return", put: "if (drive.role === 'system') return", test: ['test/articles/15-erasing-is-planned-done-and-proved.test.ts'] },
  { claim: 'a failure is written down before the password is tried', file: 'main/vault/try-password.ts', find: '  await writeKeyring(path, chargedWith(keyring, tag, charged, shown))\n', put: '', test: ['test/main/vault/vault.test.ts'] },
  { claim: 'what was written to a medium is read back', file: 'main/packages/medium.ts', find: 'if (lying.bytes === bytes && lying.sha256 === sha256) return lying.readBack', put: 'return lying.readBack', test: ['test/main/packages/medium.test.ts'] },
  { claim: 'a code of the second factor is accepted once', file: 'main/vault/factor.ts', find: 'spent: step }', put: 'spent: factor.spent }', test: ['test/main/vault/second-factor.test.ts'] },
  { claim: 'an input from a window is bounded before it is looked at', file: 'main/app/envelope.ts', find: "  if (bytes > largestInput) throw new RangeError('an input of more than 32 MiB')\n", put: '', test: ['test/main/app/envelope.test.ts'] },
  { claim: 'an input from a window has no more levels than can be walked', file: 'main/app/envelope.ts', find: '    if (depth > deepest) throw new RangeError(`an input of more than ${deepest} levels`)\n', put: '', test: ['test/main/app/envelope.test.ts'] },
  { claim: 'what an auditor may not write is refused even where a way led past the door', file: 'core/ledger/record.ts', find: '    if (!byMachine) refuseIfAny(objectionsToPen(reading, world.vault.session(), entries.map(({ type }) => type)))\n', put: '', test: ['test/core/who-may-what.test.ts'] },
  { claim: 'an account that owes something does nothing else before', file: 'core/desk.ts', find: '  if (session && reading && toCaller.length === 0 && !isForAnyone(name)) refuseIfAny(objectionsToOwing(name, reading, session))\n', put: '', test: ['test/main/vault/second-factor.test.ts'] },
  { claim: 'half a proof forgets no failure', file: 'main/vault/try-password.ts', find: 'before ? { count: before.count, lockedUntil: before.lockedUntil } : null', put: 'null', test: ['test/main/vault/second-factor.test.ts'] },
  { claim: 'a second factor that is gone from the keyring is noticed', file: 'core/vault/second-factor.ts', find: "  if (since !== null && !unlocked.code) throw refusal('vault-damaged', null, null, { what: 'keyring.json: second factor' })\n", put: '', test: ['test/main/vault/second-factor.test.ts'] },
  { claim: 'a ledger of a version to come is not opened', file: 'main/ledger/ledger.ts', find: '  refuseNewer(db, projection)\n', put: '', test: ['test/migrations/newer-homes.test.ts'] },
  { claim: 'a keyring of a version to come is not opened', file: 'main/vault/vault.ts', find: '      if (newer !== null) return { outcome: \'newer\', what: `keyring.json ${newer}` }\n', put: '', test: ['test/migrations/newer-homes.test.ts'] },
  { claim: 'a document that an older version took in is read', file: 'core/ledger/projectors/city.ts', find: '{ ...written, files: written.files ?? [], papers: written.papers ?? [] }', put: 'written', test: ['test/core/older-entries.test.ts'] },
  { claim: 'a secret that opened nothing is forgotten', file: 'main/vault/vault.ts', find: '        if (!stay) tried.secret.forget()\n', put: '', test: ['test/secrets/zeroed.test.ts'] },
  { claim: 'a secret that is forgotten is zeroed', file: 'main/vault/vault-keys.ts', find: '    this.#secret.fill(0)\n', put: '', test: ['test/secrets/zeroed.test.ts'] },
  { claim: 'temporary tables of SQLite are in no file', file: 'main/ledger/database.ts', find: "  db.pragma('temp_store = MEMORY')\n", put: '', test: ['test/secrets/zeroed.test.ts'] },
  { claim: 'an incident names no more of an error than its kind', file: 'main/incidents.ts', find: 'error: named(error.name)', put: 'error: error.name', test: ['test/secrets/what-is-said.test.ts'] },
  { claim: 'a backup that is behind is not restored before somebody says so', file: 'core/backup/restoring.ts', find: ', ...objectionsToRestoring(found, order.confirmation)', put: '', test: ['test/main/backup/restore.test.ts'] },
]
