// Takes the files of a folder again and again until it is killed; each time the ledger says which blobs they became.
import { nine } from '../hanako.ts'
import { enter, say } from './home.ts'

const { files, ledger } = await enter()
const { found } = await files.find([process.argv[3] ?? ''])
for (let n = 1; ; n++) {
  const taking = await files.take(found, { signal: new AbortController().signal, onProgress: () => {} })
  if (taking.outcome !== 'taken') throw new Error(taking.outcome)
  const { head } = await ledger.read()
  await ledger.append(taking.taken.map(({ blob, sha256 }) => ({ type: 'document-saved', at: nine, by: null, data: { id: blob, to: sha256 } })), head)
  say(String(n))
}
